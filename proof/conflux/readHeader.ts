import type { Hex } from '../hashes.ts';
import type { Words } from '../words.ts';
import type { ReadHeader } from './chainCheck.ts';
import { decodeHeader, hashHeader } from './header.ts';
import { fromHex, toHex } from './hexBytes.ts';
import { computeProofOfWork, publicDifficultyFloor } from './proofOfWork.ts';

/** Reads one RLP header of a chain proof; null when the bytes are not a header. */
export function readHeader(hex: Hex): ReadHeader | null {
  try {
    const encoded = fromHex(hex);
    return { hash: toHex(hashHeader(encoded)), encoded, header: decodeHeader(encoded) };
  } catch {
    return null;
  }
}

/** Whether a header shows the work that it states; null for the public networks' Octopus, which is not recomputed here. */
export function checkWork({ encoded, header }: ReadHeader): boolean | null {
  if (header.difficulty >= publicDifficultyFloor) return null;
  return computeProofOfWork(encoded, header.nonce, header.difficulty).valid;
}

/** What the proofs of work of these headers show and what they do not, for a person. */
export function describeWork(headers: readonly ReadHeader[]): Words {
  if (headers.some(({ header }) => header.difficulty >= publicDifficultyFloor))
    return { en: 'their proof of work (Octopus) is not recomputed here', zh: '工作量证明（Octopus）在此不重新计算' };
  const total = headers.reduce((sum, { header }) => sum + header.difficulty, 0n);
  return {
    en:
      `their proofs of work are right, about ${total} hashes in all: a private chain of this difficulty costs nothing to ` +
      'rewrite, so the trust is in the block that is compared, not in the work',
    zh: `工作量证明正确，合计约 ${total} 次哈希；这一难度的专有链极易重写，因此可信与否取决于所核对的区块，而不是工作量`,
  };
}
