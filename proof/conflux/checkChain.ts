import type { Hex } from '../hashes.ts';
import type { ChainCheck } from './chainCheck.ts';
import { checkOf } from './chainCheck.ts';
import type { ChainProof } from './chainProof.ts';
import type { ChainTrust } from './checkTrusted.ts';
import { verifyChainProof } from './verifyChainProof.ts';

/** Where a bundle says that its checkpoint stands. */
export interface ChainAnchor {
  contract: Hex;
  transactionHash: Hex;
  blockHash: Hex;
  blockNumber: number;
}

/**
 * The checks of a bundle's chain part: `header`, `trusted`, `order`, `receipt`. They are left open, not failed, when the
 * bundle carries no chain part.
 * @param checkpoint the size and the root (hexadecimal) that must stand in the contract
 */
export function checkChain(
  anchor: ChainAnchor | null,
  checkpoint: { size: number; root: string },
  chain: ChainProof | undefined,
  trust: ChainTrust = {},
): ChainCheck[] {
  if (anchor && chain) return verifyChainProof(chain, { ...anchor, ...checkpoint, ...trust });
  const why = anchor
    ? { en: 'Not checked: the bundle carries no chain part.', zh: '未检查：证明包不含链上证明。' }
    : { en: 'Not checked: the bundle names no anchor.', zh: '未检查：证明包没有写明链上锚定。' };
  return (['header', 'trusted', 'order', 'receipt'] as const).map((id) => checkOf(id).open(why.en, why.zh));
}
