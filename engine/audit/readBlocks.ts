import type { HeaderReader } from '../chainProof/headerReader.ts';
import type { Hex } from '../nodeOptions.ts';
import type { AuditBlock, AuditDifference, EpochAnswers } from './auditTypes.ts';
import { checkWork, differOf } from './checkBlock.ts';
import type { OlderBlocks } from './olderBlocks.ts';
import type { PivotWeights } from './pivotWeights.ts';

/** The blocks of an epoch with their recomputed hashes and work, the skipped ones first. */
export async function readBlocks(
  { epoch, skipped, executed, blocks: answers }: EpochAnswers,
  reader: HeaderReader,
): Promise<Map<Hex, AuditBlock> | AuditDifference> {
  const blocks = new Map<Hex, AuditBlock>();
  const bodies = new Map(answers.map((block) => [block.hash, block]));
  for (const hash of [...skipped, ...executed]) {
    const differ = differOf(epoch, hash);
    const rpc = bodies.get(hash);
    if (!rpc) return differ('block', hash, 'none');
    const [known] = await reader.rebuild([rpc]).catch((error: { code?: string }) => {
      if (error.code === 'CHAIN_PROOF_HEADER_UNKNOWN') return [];
      throw error;
    });
    if (!known) return differ('header hash', hash, 'no header that RPC’s fields can make');
    const block = checkWork(known, rpc, differ);
    if ('what' in block) return block;
    blocks.set(hash, block);
  }
  return blocks;
}

/**
 * Adds an epoch's blocks to the weights, parents before their children and the pivot block last; a parent from before the
 * window is looked up.
 */
export async function placeBlocks(
  { epoch, executed }: EpochAnswers,
  blocks: ReadonlyMap<Hex, AuditBlock>,
  weights: PivotWeights,
  older: OlderBlocks,
): Promise<AuditDifference | null> {
  const pivot = blocks.get(executed.at(-1) ?? '0x');
  const sides = [...blocks.values()].filter((block) => block !== pivot);
  for (const block of sides.sort((a, b) => a.header.height - b.header.height)) {
    if (!weights.junctionOf(block.parentHash)) await older.placeParent(block, weights);
    if (!weights.add(block, false, epoch))
      return differOf(epoch, block.hash)('parent', 'a block that leads to the pivot chain', block.parentHash);
  }
  if (pivot) weights.add(pivot, true, epoch);
  return null;
}
