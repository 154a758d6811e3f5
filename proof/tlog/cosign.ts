import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import type { Checkpoint } from './checkpoint.ts';
import { checkpointDigest } from './checkpointDigest.ts';
import { cosignatureV1Message, encodeUint64, subtreeV1Message } from './cosignatureMessage.ts';
import { tlogErrors } from './errors.ts';
import type { NoteSignature } from './signedNote.ts';
import { createVerifierKey, createWitnessAddressKey, type KeyType, keyTypes, type VerifierKey } from './verifierKey.ts';
import { addressOfPrivateKey, signDigest } from './witnessAddress.ts';

/** A witness's key, made ready to sign. */
export interface Cosigner {
  key: VerifierKey;
  privateKey: Uint8Array;
}

export interface CreateCosignerParameters {
  /** Name of the witness, a URL without its scheme by custom. */
  name: string;
  type: Exclude<KeyType, typeof keyTypes.ed25519>;
  /** 32 secret bytes: an Ed25519 private key, the seed of ML-DSA, or a secp256k1 private key. */
  secret: Uint8Array;
}

/** Makes a witness's key ready. @throws TLOG_BAD_PRIVATE_KEY, TLOG_BAD_VERIFIER_KEY */
export function createCosigner({ name, type, secret }: CreateCosignerParameters): Cosigner {
  if (secret.length !== 32) throw tlogErrors.badPrivateKey({ problem: `it has ${secret.length} bytes, not 32` });
  if (type === keyTypes.mlDsa44) {
    const { publicKey, secretKey } = ml_dsa44.keygen(secret);
    return { key: createVerifierKey({ name, type, publicKey }), privateKey: secretKey };
  }
  if (type === keyTypes.eip712) {
    try {
      return { key: createWitnessAddressKey(name, addressOfPrivateKey(secret)), privateKey: secret };
    } catch (cause) {
      throw tlogErrors.badPrivateKey({ problem: 'it is no key of secp256k1 or its name is no key name' }, { cause });
    }
  }
  return { key: createVerifierKey({ name, type, publicKey: ed25519.getPublicKey(secret) }), privateKey: secret };
}

/**
 * Cosigns a checkpoint; whether it may be cosigned is the caller's to check first. `timestamp` is the time in seconds since
 * 1970; keys of type 0xff sign no time. @throws TLOG_BAD_CHECKPOINT when a name is too long for ML-DSA cosignatures
 */
export function cosign(checkpoint: Checkpoint, { key, privateKey }: Cosigner, timestamp: number): NoteSignature {
  const { name, keyId, type } = key;
  const line = (...parts: Uint8Array[]): NoteSignature => ({ name, keyId, signature: concatBytes(...parts) });
  if (type === keyTypes.eip712) return line(signDigest(checkpointDigest(checkpoint), privateKey));
  const time = BigInt(timestamp);
  if (type === keyTypes.mlDsa44) {
    const message = subtreeV1Message(name, checkpoint, time);
    if (!message)
      throw tlogErrors.badCheckpoint({ problem: 'its origin or the witness’s name is longer than 255 bytes' });
    return line(encodeUint64(time), ml_dsa44.sign(message, privateKey));
  }
  return line(encodeUint64(time), ed25519.sign(cosignatureV1Message(checkpoint.note.text, time), privateKey));
}
