import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { canonicalizeJson, type JsonValue } from '../proof/index.ts';
import type { Hex } from './nodeOptions.ts';

/** What a member's node tells of itself, signed with a key of that member. */
export interface NodeReport {
  format: 'xiangyu-node-report/1';
  /** Slug of the member that runs the node. */
  member: string;
  /** The node's network key, 64 bytes; what it says of blocks made follows from it. */
  nodeKey: Hex;
  genesisHash: Hex;
  /** When it was made, ISO 8601 UTC; a report that is not newer than the last one is refused. */
  time: string;
  /** Name and place as people call them; null where the member does not say. */
  name: string | null;
  place: string | null;
  /** Where other nodes reach it; null when it only dials out. */
  host: string | null;
  port: number | null;
  producer: boolean;
  version: string | null;
  height: number;
  epoch: number;
  bestHash: Hex;
  /** A pivot block old enough that all nodes should agree on it; null on a chain that is too short. */
  settled: { epoch: number; hash: Hex } | null;
  syncPhase: string | null;
  /** Network keys of the nodes it is connected to. */
  peers: Hex[];
}

/** Keeps these signatures apart from any other use of the key. */
const purpose = 'Xiangyu node report v1\n';

const hexOf = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;

/** What is signed of a report: keccak-256 of a fixed text and the report in its canonical form (RFC 8785). */
export function hashNodeReport(report: NodeReport): Hex {
  const text = purpose + canonicalizeJson(report as unknown as JsonValue);
  return hexOf(keccak_256(Buffer.from(text, 'utf8')));
}

/** The public key (64 bytes) that made a signature of 65 bytes r, s, v over a digest; null when none did. */
export function recoverPublicKey(digest: Hex, signature: Hex): Hex | null {
  const bytes = Buffer.from(signature.slice(2), 'hex');
  const recovery = (bytes[64] ?? 0) - 27;
  if (bytes.length !== 65 || (recovery !== 0 && recovery !== 1)) return null;
  try {
    const signed = secp256k1.Signature.fromBytes(bytes.subarray(0, 64)).addRecoveryBit(recovery);
    // A second signature can be made of one by anybody; only the one with the low s counts.
    if (signed.hasHighS()) return null;
    return hexOf(
      signed
        .recoverPublicKey(Buffer.from(digest.slice(2), 'hex'))
        .toBytes(false)
        .subarray(1),
    );
  } catch {
    return null;
  }
}
