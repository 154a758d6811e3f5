import { witnessErrors } from './errors.ts';

/** Reads `HOST:PORT`, an IPv6 host in brackets; port 0 stands for any that is free. @throws WITNESS_ADDRESS_INVALID */
export function parseListenAddress(address: string): { host: string; port: number } {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(address);
  const port = Number(match?.[3]);
  const host = match?.[1] ?? match?.[2];
  if (host === undefined || port > 65_535) throw witnessErrors.addressInvalid({ address });
  return { host, port };
}
