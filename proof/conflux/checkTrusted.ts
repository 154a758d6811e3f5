import type { Hex } from '../hashes.ts';
import { type ChainCheck, checkOf, type ReadHeader } from './chainCheck.ts';
import { deferredEpochs } from './receiptsRoot.ts';

/** What a node said about the pivot block at a height; a null hash: it has none there. */
export interface ChainAnswer {
  /** How the node that said it is called in the findings. */
  source: string;
  height: number;
  hash: Hex | null;
}

/** What the reader trusts of the chain: hashes of recent pivot blocks, or the agreeing answers of nodes. */
export interface ChainTrust {
  trustedBlocks?: readonly Hex[];
  answers?: readonly ChainAnswer[];
}

const { passed, failed, open } = checkOf('trusted');

export interface CheckedTrust {
  check: ChainCheck;
  /** The headers up to the highest trusted one; all of them when nothing was given to compare. */
  pivots: readonly ReadHeader[];
}

/**
 * Compares the pivot headers with what the reader trusts. Headers above the trusted one say nothing: with so little work
 * behind them anybody could have made them.
 */
export function checkTrusted(
  pivots: readonly ReadHeader[],
  { trustedBlocks = [], answers = [] }: ChainTrust,
): CheckedTrust {
  const tip = pivots.at(-1);
  const all = (check: ChainCheck): CheckedTrust => ({ check, pivots });
  if (!tip) return all(open('Not checked: there are no pivot headers.', '未检查：没有主链区块头。'));
  const { height } = tip.header;
  if (trustedBlocks.length === 0 && answers.length === 0)
    return all(
      open(
        `Compare the block ${tip.hash} at height ${height} with a node that you trust.`,
        `请用信任的节点核对高度 ${height} 的区块 ${tip.hash}。`,
      ),
    );
  const hashAt = new Map(pivots.map((pivot) => [pivot.header.height, pivot.hash]));
  for (const answer of answers) {
    const ours = hashAt.get(answer.height);
    if (answer.hash === null)
      return all(
        failed(
          `${answer.source} has no pivot block at height ${answer.height}: it is behind, or on another chain.`,
          `${answer.source} 在高度 ${answer.height} 没有主链区块：该节点尚未同步，或在另一条链上。`,
        ),
      );
    if (ours !== answer.hash.toLowerCase())
      return all(
        failed(
          `${answer.source} has the pivot block ${answer.hash} at height ${answer.height}, the proof has ${ours}.`,
          `${answer.source} 在高度 ${answer.height} 的主链区块是 ${answer.hash}，而证明中的是 ${ours}。`,
        ),
      );
  }
  const wanted = new Set(trustedBlocks.map((hash) => hash.toLowerCase()));
  const trusted = pivots.filter(({ hash }) => wanted.has(hash)).map((pivot) => pivot.header.height);
  if (wanted.size > 0 && trusted.length === 0)
    return all(
      failed(
        `None of the trusted blocks is among the pivot headers, which end with ${tip.hash} at height ${height}.`,
        `主链区块头（止于高度 ${height} 的 ${tip.hash}）中没有受信任的区块。`,
      ),
    );
  const top = Math.max(...trusted, ...answers.map((answer) => answer.height));
  const least = (pivots[0]?.header.height ?? 1) - 1 + deferredEpochs;
  if (top < least)
    return all(
      failed(
        `What is trusted ends at height ${top}; the anchor's receipt is stated only at height ${least}.`,
        `受信任的部分止于高度 ${top}，而锚定交易的收据到高度 ${least} 才有记载。`,
      ),
    );
  const nodes = answers.map(({ source }) => source);
  const sources = [
    ...(trusted.length > 0 ? ['a block hash that you gave'] : []),
    ...(nodes.length > 0
      ? [`${nodes.length === 1 ? 'one node alone' : `${nodes.length} nodes`} (${nodes.join(', ')})`]
      : []),
  ];
  const sourcesZh = [
    ...(trusted.length > 0 ? ['所提供的区块哈希值'] : []),
    ...(nodes.length > 0
      ? [`${nodes.length === 1 ? '仅一个节点' : `${nodes.length} 个节点`}（${nodes.join('、')}）`]
      : []),
  ];
  const check = passed(
    `The pivot block at height ${top} is confirmed by ${sources.join(' and by ')}.`,
    `高度 ${top} 的主链区块得到确认，依据是${sourcesZh.join('以及')}。`,
  );
  return { check, pivots: pivots.filter((pivot) => pivot.header.height <= top) };
}
