import { ed25519 } from '@noble/curves/ed25519.js';
import { parseCheckpointBody } from './checkpoint.ts';
import { encodeUtf8 } from './octets.ts';
import type { SignedNote } from './signedNote.ts';
import { keyTypes, type VerifierKey } from './verifierKey.ts';
import { verifyCosignature } from './verifyCosignature.ts';

/**
 * Whether a key signed a note: null when no line has its name and id, false when one has and does not verify, which condemns
 * the whole note. The types of cosignatures are checked as such, and only on checkpoints.
 */
export function verifyNoteSignature(note: SignedNote, key: VerifierKey): boolean | null {
  const lines = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (lines.length === 0) return null;
  if (key.type !== keyTypes.ed25519) {
    try {
      return verifyCosignature({ ...parseCheckpointBody(note.text), note }, key)?.ok ?? null;
    } catch {
      return false; // not a checkpoint
    }
  }
  const text = encodeUtf8(note.text);
  return lines.every(
    ({ signature }) => signature.length === 64 && ed25519.verify(signature, text, key.publicKey, { zip215: false }),
  );
}
