import { isRecord } from '../../api/problem.ts';

/** A keystore file as it was read; its address is what the file says, and may be missing. */
export interface ReadKeystore {
  keystore: object;
  address: string | null;
}

/** Reads a Web3 Secret Storage file of version 3. Null when it is none; whether the password opens it, the platform finds out. */
export function readKeystore(text: string): ReadKeystore | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  // Some programs write capitals.
  if (!isRecord(value) || value.version !== 3 || !isRecord(value.crypto ?? value.Crypto)) return null;
  const address = typeof value.address === 'string' ? value.address.toLowerCase().replace(/^0x/, '') : '';
  return { keystore: value, address: /^[0-9a-f]{40}$/.test(address) ? `0x${address}` : null };
}
