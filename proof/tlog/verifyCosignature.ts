import { ed25519 } from '@noble/curves/ed25519.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { equalBytes } from '../hashes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { checkpointDigest } from './checkpointDigest.ts';
import { cosignatureV1Message, subtreeV1Message } from './cosignatureMessage.ts';
import { keyTypes, type VerifierKey } from './verifierKey.ts';
import { recoverAddress } from './witnessAddress.ts';

/** Whether a witness cosigned, and when by its own word. */
export interface CosignatureCheck {
  ok: boolean;
  /** Seconds since 1970; null where the signature carries no time or is not valid. */
  timestamp: number | null;
}

/** Timestamps must not exceed 2^63 - 1. */
const maxTimestamp = 2n ** 63n - 1n;

function verify(
  checkpoint: Checkpoint,
  { name, type, publicKey }: VerifierKey,
  signature: Uint8Array,
): CosignatureCheck {
  const failed: CosignatureCheck = { ok: false, timestamp: null };
  if (type === keyTypes.eip712) {
    const address = recoverAddress(checkpointDigest(checkpoint), signature);
    return { ok: address !== null && equalBytes(address, publicKey.subarray(-20)), timestamp: null };
  }
  if (type === keyTypes.ed25519 || signature.length !== 8 + (type === keyTypes.mlDsa44 ? 2420 : 64)) return failed;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (time > maxTimestamp) return failed;
  const signed = signature.subarray(8);
  if (type === keyTypes.mlDsa44) {
    const message = subtreeV1Message(name, checkpoint, time);
    return message && ml_dsa44.verify(signed, message, publicKey) ? { ok: true, timestamp: Number(time) } : failed;
  }
  const ok = ed25519.verify(signed, cosignatureV1Message(checkpoint.note.text, time), publicKey, { zip215: false });
  return ok ? { ok, timestamp: Number(time) } : failed;
}

/**
 * Checks the lines of one witness key on a checkpoint: null when there is none. One bad line among several makes it not ok;
 * of several good ones the latest time counts. Extension lines are covered by type 0x04 only, as the specification has it.
 */
export function verifyCosignature(checkpoint: Checkpoint, key: VerifierKey): CosignatureCheck | null {
  const lines = checkpoint.note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (lines.length === 0) return null;
  const checks = lines.map(({ signature }) => verify(checkpoint, key, signature));
  if (checks.some(({ ok }) => !ok)) return { ok: false, timestamp: null };
  const times = checks.flatMap(({ timestamp }) => timestamp ?? []);
  return { ok: true, timestamp: times.length > 0 ? Math.max(...times) : null };
}
