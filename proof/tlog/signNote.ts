import { ed25519 } from '@noble/curves/ed25519.js';
import { inBoth } from '../words.ts';
import { tlogErrors } from './errors.ts';
import { encodeUtf8 } from './octets.ts';
import type { SignedNote } from './signedNote.ts';
import { createVerifierKey, keyTypes, type VerifierKey } from './verifierKey.ts';

/** A log's key: the name is its origin, the private key 32 bytes (RFC 8032). */
export interface NoteSigner {
  name: string;
  privateKey: Uint8Array;
}

/** The verifier key that belongs to a log's private key. @throws TLOG_BAD_VERIFIER_KEY, TLOG_BAD_PRIVATE_KEY */
export function deriveVerifierKey({ name, privateKey }: NoteSigner): VerifierKey {
  if (privateKey.length !== 32)
    throw tlogErrors.badPrivateKey(
      ...inBoth({
        problem: { en: `it has ${privateKey.length} bytes, not 32`, zh: `有 ${privateKey.length} 字节，应为 32 字节` },
      }),
    );
  return createVerifierKey({ name, type: keyTypes.ed25519, publicKey: ed25519.getPublicKey(privateKey) });
}

/** Signs a text that ends with a newline with Ed25519 (signed-note 0x01). @throws TLOG_BAD_NOTE, TLOG_BAD_PRIVATE_KEY */
export function signNote(text: string, signer: NoteSigner): SignedNote {
  if (!text.endsWith('\n'))
    throw tlogErrors.badNote(
      ...inBoth({ problem: { en: 'its text does not end with a newline', zh: '正文末尾没有换行' } }),
    );
  const { name, keyId } = deriveVerifierKey(signer);
  return { text, signatures: [{ name, keyId, signature: ed25519.sign(encodeUtf8(text), signer.privateKey) }] };
}
