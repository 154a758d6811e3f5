import type { Hex } from '../api/types.ts';
import { lockKey } from './askKeystoreWorker.ts';
import { addressOfKey } from './keyAddress.ts';
import { type StoredKey, storeKey } from './keyStore.ts';

/** Locks a private key with a password and keeps it in this browser. */
export async function keepKey(privateKey: Hex, password: string, backedUp: boolean): Promise<StoredKey> {
  const keystore = await lockKey(privateKey, password);
  const key = { address: addressOfKey(privateKey), keystore, createdAt: new Date().toISOString(), backedUp };
  await storeKey(key);
  return key;
}

/** Offers a key's file, locked as it is, to be saved outside this browser. */
export function downloadKey({ address, keystore }: StoredKey): void {
  const text = JSON.stringify({ ...keystore, address: address.slice(2) }, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `voting-key-${address.slice(2, 10)}.json`;
  link.click();
  // The browser has taken the address by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
