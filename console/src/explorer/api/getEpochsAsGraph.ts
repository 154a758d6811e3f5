import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';
import { problemOf } from '../../api/problem.ts';
import { type BlockSummary, getEpoch } from './blocks.ts';

/** The blocks of the epochs `from` to `to`, those that exist, in the shape in which the live stream sends blocks. */
export async function getEpochsAsGraph(from: number, to: number, signal?: AbortSignal): Promise<TreeGraphBlock[]> {
  const first = Math.max(0, from);
  const numbers = Array.from({ length: Math.max(0, to - first + 1) }, (_, index) => first + index);
  const epochs = await Promise.all(
    numbers.map((number) =>
      getEpoch(number, signal).catch((error: unknown) => {
        // Past the newest epoch there is nothing yet.
        if (problemOf(error).status === 404) return null;
        throw error;
      }),
    ),
  );
  return epochs.flatMap((epoch) => epoch?.blocks.map(toGraphBlock) ?? []);
}

function toGraphBlock(block: BlockSummary): TreeGraphBlock {
  const { hash, parentHash, refereeHashes, epoch, height, pivot, difficulty, adaptive, transactions, miner } = block;
  return {
    hash,
    parentHash,
    refereeHashes,
    epoch,
    height,
    pivot,
    difficulty,
    adaptive,
    timestamp: Date.parse(block.time) / 1000,
    transactionCount: transactions.core + transactions.espace,
    miner: miner.base32 ?? miner.hex,
  };
}
