import { cliErrors } from '../errors.ts';

/** HOST or HOST:PORT as the node's options have it; nothing where there is none. @throws CLI_OPTION_INVALID */
export function readPublicAddress(
  text: string | null | undefined,
  name = 'node-public-address',
): { publicAddress?: string; publicPort?: number } {
  if (text === null || text === undefined) return {};
  const [, host, port] = /^([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const publicPort = port === undefined ? undefined : Number(port);
  if (host === undefined || publicPort === 0 || (publicPort ?? 0) > 65_535) {
    const expected = 'a host name or IPv4 address, such as node.example.org or node.example.org:32323';
    throw cliErrors.optionInvalid({ name, value: text, origin: 'command line', expected });
  }
  return { publicAddress: host, ...(publicPort === undefined ? {} : { publicPort }) };
}
