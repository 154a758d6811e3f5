import { collectEpoch, maxExecutedBlocks, orderEpoch } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';
import type { AuditBlock, AuditDifference, EpochAnswers } from './auditTypes.ts';
import type { Junction } from './pivotWeights.ts';

export interface CheckOrderParameters {
  answers: EpochAnswers;
  blocks: ReadonlyMap<Hex, AuditBlock>;
  /** Whether a block that the node does not list here stands in an earlier epoch. */
  isEarlier: (hash: Hex) => Promise<boolean>;
  junctionOf: (hash: Hex) => Junction | undefined;
  /** Heights of one era; blocks of another era stand in an epoch but are not executed. */
  eraEpochs: number;
}

const eraHeight = (block: AuditBlock, era: number) => Math.floor(Math.max(block.header.height - 1, 0) / era) * era;

/**
 * Recomputes which blocks an epoch has, which of them are executed and in which order, and compares with the node's lists.
 * The blocks' junctions must be known.
 */
export async function checkOrder(parameters: CheckOrderParameters): Promise<AuditDifference | null> {
  const { answers, blocks, isEarlier, junctionOf, eraEpochs } = parameters;
  const { epoch, executed, skipped } = answers;
  const differ = (what: string, block: Hex | null, expected: string, found: string): AuditDifference => ({
    epoch,
    block,
    what,
    expected,
    found,
  });
  const pivot = blocks.get(executed.at(-1) ?? '0x');
  if (!pivot) return differ('pivot block', null, 'a block of the epoch', `${executed.at(-1)}`);
  let missing: Hex | null = null;
  const collected = await collectEpoch(pivot, async (hash) => {
    const listed = blocks.get(hash);
    if (listed) return listed;
    if (!(await isEarlier(hash))) missing ??= hash;
    return null;
  });
  if (missing) return differ('blocks of the epoch', missing, 'in this epoch or an earlier one', 'in neither');
  const foreign = [...blocks.keys()].find((hash) => !collected.has(hash));
  if (foreign) return differ('blocks of the epoch', foreign, 'reached from the pivot block', 'not reached');
  const isOfEra = (block: AuditBlock) =>
    eraHeight(block, eraEpochs) === eraHeight(pivot, eraEpochs) &&
    (junctionOf(block.hash)?.height ?? 0) >= eraHeight(pivot, eraEpochs);
  const ofEra = [...collected.values()].filter(isOfEra);
  const order = orderEpoch(ofEra, pivot.hash).slice(-maxExecutedBlocks);
  const wrong = Array.from({ length: Math.max(order.length, executed.length) }).findIndex(
    (_, index) => order[index] !== executed[index],
  );
  if (wrong >= 0) {
    const place = `block ${wrong + 1} of ${executed.length} in the epoch's order`;
    return differ(place, executed[wrong] ?? null, `${order[wrong] ?? 'none'}`, `${executed[wrong] ?? 'none'}`);
  }
  const left = collected.size - order.length;
  return left === skipped.length ? null : differ('skipped blocks', null, `${left}`, `${skipped.length}`);
}
