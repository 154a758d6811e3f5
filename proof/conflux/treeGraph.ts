import type { Hex } from '../hashes.ts';

/** What the order of the Tree-Graph is made from. */
export interface GraphBlock {
  hash: Hex;
  parentHash: Hex;
  refereeHashes: readonly Hex[];
}

/** Most blocks of an epoch that are executed; earlier ones are skipped. */
export const maxExecutedBlocks = 200;

/** How many times its difficulty a block's work must reach to be heavy; a parameter of the chain, this is the usual value. */
const usualHeavyRatio = 250n;

/** What a block counts in the choice of the pivot chain: a heavy adaptive one counts 250-fold, another adaptive one nothing. */
export function blockWeight(
  block: { difficulty: bigint; adaptive: boolean; quality: bigint },
  heavyRatio = usualHeavyRatio,
): bigint {
  if (!block.adaptive) return block.difficulty;
  const heavy = block.difficulty * heavyRatio;
  return block.quality >= heavy ? heavy : 0n;
}

/** Whether subtree a is preferred to b: the heavier one, of equals the one with the larger hash (GHAST). */
export function isHeavier(a: { weight: bigint; hash: Hex }, b: { weight: bigint; hash: Hex }): boolean {
  return a.weight === b.weight ? a.hash > b.hash : a.weight > b.weight;
}

/**
 * The blocks that a pivot block brings into the order: what it reaches through parents and referees and what no earlier
 * epoch has, itself included. `read` answers null for a block of an earlier epoch.
 */
export async function collectEpoch<Block extends GraphBlock>(
  pivot: Block,
  read: (hash: Hex) => Promise<Block | null>,
): Promise<Map<Hex, Block>> {
  const found = new Map<Hex, Block>([[pivot.hash, pivot]]);
  const queue = [pivot];
  for (let block = queue.pop(); block; block = queue.pop()) {
    for (const hash of [block.parentHash, ...block.refereeHashes]) {
      if (found.has(hash)) continue;
      const next = await read(hash);
      if (!next) continue;
      found.set(hash, next);
      queue.push(next);
    }
  }
  return found;
}

/**
 * The order of an epoch's blocks: from the end, always the block with the largest hash among those that no block left
 * over points to; the pivot is the last of all.
 */
export function orderEpoch(blocks: readonly GraphBlock[], pivot: Hex): Hex[] {
  const members = new Map(blocks.filter(({ hash }) => hash !== pivot).map((block) => [block.hash, block]));
  const edgesOf = (block: GraphBlock) =>
    [...new Set([block.parentHash, ...block.refereeHashes])].filter((hash) => members.has(hash));
  const pointers = new Map<Hex, number>();
  for (const block of members.values()) {
    for (const hash of edgesOf(block)) pointers.set(hash, (pointers.get(hash) ?? 0) + 1);
  }
  const ready = [...members.values()].filter(({ hash }) => !pointers.has(hash));
  const reversed: Hex[] = [pivot];
  while (ready.length > 0) {
    const at = ready.reduce((best, block, index) => (block.hash > (ready[best]?.hash ?? '') ? index : best), 0);
    const [block] = ready.splice(at, 1);
    if (!block) break;
    reversed.push(block.hash);
    for (const hash of edgesOf(block)) {
      const left = (pointers.get(hash) ?? 0) - 1;
      pointers.set(hash, left);
      const next = members.get(hash);
      if (left === 0 && next) ready.push(next);
    }
  }
  return reversed.toReversed();
}
