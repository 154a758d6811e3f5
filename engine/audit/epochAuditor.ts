import { createHeaderReader } from '../chainProof/headerReader.ts';
import type { Hex } from '../nodeOptions.ts';
import type { RpcOptions } from '../rpcCall.ts';
import type { AuditBlock, AuditCounts, AuditDifference, EpochAnswers } from './auditTypes.ts';
import { checkCorePrice, checkParent, differOf } from './checkBlock.ts';
import { checkOrder } from './checkOrder.ts';
import { computeRoots } from './checkReceipts.ts';
import { checkTransactions } from './checkTransactions.ts';
import { createDeferredRoots } from './deferredRoots.ts';
import { createOlderBlocks } from './olderBlocks.ts';
import { createPivotWeights, junctionWindow } from './pivotWeights.ts';
import { placeBlocks, readBlocks } from './readBlocks.ts';

export interface EpochAuditorParameters extends RpcOptions {
  coreUrl: string;
  espaceUrl?: string;
  /** The first audited epoch. */
  from: number;
  eraEpochs: number;
  heavyRatio?: bigint | undefined;
}

/** Takes the epochs of a chain one after the other and answers the first difference. */
export interface EpochAuditor {
  audit(answers: EpochAnswers): Promise<AuditDifference | null>;
  /** What can be judged only from the end: forks, and roots that nobody blamed. */
  finish(): AuditDifference | null;
  readonly counts: AuditCounts;
  /** Weight (GHAST) of the audited blocks. */
  readonly weight: bigint;
  /** The last audited pivot block. */
  readonly tip: Hex | null;
}

/** Makes an auditor; its memory is bounded by the epochs of `junctionWindow` and eight bytes a height. */
export function createEpochAuditor(parameters: EpochAuditorParameters): EpochAuditor {
  const { coreUrl, espaceUrl, from, eraEpochs, heavyRatio, ...options } = parameters;
  const reader = createHeaderReader({ coreUrl, ...(espaceUrl ? { espaceUrl } : {}), capacity: 20_000, ...options });
  const weights = createPivotWeights(from, heavyRatio);
  const deferred = createDeferredRoots(from);
  const older = createOlderBlocks({ coreUrl, reader, options });
  /** Epoch of each block of the last epochs. */
  const epochOf = new Map<Hex, number>();
  const counts: AuditCounts = {
    epochs: 0,
    blocks: 0,
    sideBlocks: 0,
    skippedBlocks: 0,
    coreTransactions: 0,
    espaceTransactions: 0,
    skippedReceipts: 0,
    receiptRoots: 0,
    forks: 0,
    openForks: 0,
  };
  let previous: AuditBlock | null = null;
  let nextNumber: number | null = null;

  async function checkBlocks(
    answers: EpochAnswers,
    blocks: ReadonlyMap<Hex, AuditBlock>,
  ): Promise<AuditDifference | null> {
    for (const [index, hash] of answers.executed.entries()) {
      const block = blocks.get(hash);
      if (!block) continue;
      const differ = differOf(answers.epoch, hash);
      const packed = answers.packed[index] ?? [];
      const number = Number(block.rpc.blockNumber);
      nextNumber ??= number;
      if (number !== nextNumber) return differ('block number', nextNumber, number);
      nextNumber += 1;
      const fault = checkTransactions(block, packed, differ);
      if (fault) return fault;
      for (const { ethTransaction } of packed) counts[ethTransaction ? 'espaceTransactions' : 'coreTransactions'] += 1;
      if (answers.epoch === from) continue;
      const [parent] = await reader.readHeaders([block.parentHash]);
      const problem = parent && (checkParent(block, parent, differ) ?? checkCorePrice(block, parent, packed, differ));
      if (problem) return problem;
    }
    return null;
  }

  async function audit(answers: EpochAnswers): Promise<AuditDifference | null> {
    const { epoch, executed } = answers;
    const blocks = await readBlocks(answers, reader);
    if ('what' in blocks) return blocks;
    const pivot = blocks.get(executed.at(-1) ?? '0x');
    if (!pivot) return differOf(epoch, null)('blocks of the epoch', 'at least the pivot block', 'none');
    if (pivot.header.height !== epoch)
      return differOf(epoch, pivot.hash)('height of the pivot block', epoch, pivot.header.height);
    if (previous && pivot.parentHash !== previous.hash)
      return differOf(epoch, pivot.hash)('parent of the pivot block', previous.hash, pivot.parentHash);
    if (answers.espaceHash !== null && answers.espaceHash !== pivot.hash)
      return differOf(epoch, pivot.hash)('hash of the eSpace block', pivot.hash, answers.espaceHash);
    const fault =
      (await placeBlocks(answers, blocks, weights, older)) ??
      (await checkOrder({
        answers,
        blocks,
        eraEpochs,
        junctionOf: weights.junctionOf,
        isEarlier: async (hash) => epoch === 0 || epochOf.has(hash) || (await older.isBefore(hash, epoch)),
      })) ??
      (await checkBlocks(answers, blocks));
    if (fault) return fault;
    const roots = epoch === 0 ? null : computeRoots(answers);
    if (roots && 'what' in roots) return roots;
    if (roots) deferred.addEpoch(epoch, roots);
    if (deferred.addPivot(pivot)) counts.receiptRoots += 1;
    remember(epoch, blocks);
    counts.epochs += 1;
    counts.blocks += blocks.size;
    counts.sideBlocks += blocks.size - 1;
    counts.skippedBlocks += answers.skipped.length;
    counts.skippedReceipts += roots?.skipped ?? 0;
    previous = pivot;
    return null;
  }

  function remember(epoch: number, blocks: ReadonlyMap<Hex, AuditBlock>): void {
    for (const hash of blocks.keys()) epochOf.set(hash, epoch);
    // A Map keeps the order of insertion, so the oldest come first.
    for (const [hash, at] of epochOf) {
      if (at > epoch - junctionWindow) break;
      epochOf.delete(hash);
    }
  }

  return {
    audit,
    finish: () =>
      [deferred.findDifference(), weights.findDifference()]
        .flatMap((difference) => difference ?? [])
        .sort((a, b) => a.epoch - b.epoch)[0] ?? null,
    get counts() {
      return { ...counts, forks: weights.forks, openForks: weights.openForks };
    },
    get weight() {
      return weights.total;
    },
    get tip() {
      return previous?.hash ?? null;
    },
  };
}
