import { Bytes, type Hex, Keystore } from 'ox';

/** What the worker is asked: to lock a private key with a password, or to open what was locked. */
export type KeystoreRequest =
  | { kind: 'lock'; privateKey: Hex.Hex; password: string }
  | { kind: 'open'; keystore: Keystore.Keystore; password: string };

export type KeystoreAnswer =
  | { kind: 'locked'; keystore: Keystore.Keystore }
  | { kind: 'opened'; privateKey: Hex.Hex }
  | { kind: 'failed' };

/**
 * Strength of the files that we write: 128 MiB and under a second on a computer, some seconds on a phone. Within RFC 7914
 * (n < 2^(16 r)), which other programs insist on.
 */
const strength = { n: 131_072, r: 8, p: 1 };

function answer(request: KeystoreRequest): KeystoreAnswer {
  if (request.kind === 'lock') {
    const [key, options] = Keystore.scrypt({ ...strength, password: request.password, iv: Bytes.random(16) });
    return { kind: 'locked', keystore: Keystore.encrypt(request.privateKey, key, options) };
  }
  try {
    // Not the asynchronous form: it does not keep to the file's own r and p.
    const key = Keystore.toKey(request.keystore, { password: request.password });
    return { kind: 'opened', privateKey: Keystore.decrypt(request.keystore, key) };
  } catch {
    return { kind: 'failed' };
  }
}

self.onmessage = ({ data }: MessageEvent<KeystoreRequest>) => self.postMessage(answer(data));
