import type { Hex, Keystore } from 'ox';
import type { KeystoreAnswer, KeystoreRequest } from './keystoreWorker.ts';

/** A keystore file that its password did not open. */
export class WrongPassword extends Error {}

// Deriving a key from a password takes a second and much memory: beside the page, in a worker that then ends.
function ask(request: KeystoreRequest): Promise<KeystoreAnswer> {
  const worker = new Worker(new URL('./keystoreWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<KeystoreAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<KeystoreAnswer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/** Locks a private key with a password (Web3 Secret Storage, version 3). */
export async function lockKey(privateKey: Hex.Hex, password: string): Promise<Keystore.Keystore> {
  const answer = await ask({ kind: 'lock', privateKey, password });
  if (answer.kind !== 'locked') throw new Error('the key was not locked');
  return answer.keystore;
}

/** The private key in a keystore file. @throws WrongPassword */
export async function openKey(keystore: Keystore.Keystore, password: string): Promise<Hex.Hex> {
  const answer = await ask({ kind: 'open', keystore, password });
  if (answer.kind !== 'opened') throw new WrongPassword();
  return answer.privateKey;
}
