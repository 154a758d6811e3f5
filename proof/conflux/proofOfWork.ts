import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { problemHash } from './header.ts';
import { bytesToInteger } from './hexBytes.ts';

const limit = 1n << 256n;
const lowHalf = (1n << 128n) - 1n;

/** Below this difficulty a header is of a private chain (test or dev mode); the public networks have it as their floor. */
export const publicDifficultyFloor = 20_000_000_000n;

export interface ProofOfWork {
  /** 2^256 / (hash + 1), how much work the hash shows; at least the difficulty when it is valid. */
  quality: bigint;
  valid: boolean;
}

function nonceBytes(nonce: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((nonce >> BigInt(8 * at)) & 0xffn));
}

/**
 * Recomputes the proof of work of a header of a private chain (keccak variant): with p the problem hash,
 * keccak(keccak(p ‖ nonce, little-endian) ⊕ p), measured from a start that the nonce's upper half names. The public
 * networks use Octopus instead, which is not here; `publicDifficultyFloor` tells them apart.
 */
export function computeProofOfWork(encodedHeader: Uint8Array, nonce: bigint, difficulty: bigint): ProofOfWork {
  const problem = problemHash(encodedHeader);
  const inner = keccak_256(concatBytes(problem, nonceBytes(nonce)));
  const hash = bytesToInteger(keccak_256(inner.map((byte, at) => byte ^ (problem[at] ?? 0))));
  // The lower bound is the nonce without its low 128 bits and without its top bit.
  const lower = nonce & ~lowHalf & ((1n << 255n) - 1n);
  const distance = (hash - lower + limit) % limit;
  const boundary = difficulty <= 1n ? limit - 1n : limit / difficulty;
  return { quality: distance === limit - 1n ? 1n : limit / (distance + 1n), valid: distance < boundary };
}
