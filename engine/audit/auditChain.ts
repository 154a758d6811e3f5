import { coreCall } from '../coreCall.ts';
import { engineErrors } from '../errors.ts';
import type { Hex } from '../nodeOptions.ts';
import { displayUrl, type RpcOptions } from '../rpcCall.ts';
import type { AuditCounts, AuditDifference, EpochAnswers } from './auditTypes.ts';
import { createEpochAuditor } from './epochAuditor.ts';
import { auditErrors } from './errors.ts';
import { readEpochs } from './readEpochs.ts';

export interface AuditChainParameters {
  /** Local Core Space port of a node: the audit needs its `debug_` methods. */
  coreUrl: string;
  /** eSpace address of the same node: its blocks are compared too. */
  espaceUrl?: string;
  /** First epoch, 0 by default. */
  from?: number;
  /** Last epoch; by default the last one that is settled. */
  to?: number;
  /** Epochs of an era, a parameter of the chain. */
  eraEpochs?: number;
  /** The chain's `heavy_block_difficulty_ratio`, where it is not the usual one. */
  heavyRatio?: bigint;
  signal?: AbortSignal;
  /** Called after each window of epochs. */
  onProgress?: (progress: AuditProgress) => void;
}

export interface AuditProgress {
  /** The last audited epoch. */
  epoch: number;
  to: number;
  counts: AuditCounts;
}

export interface AuditReport {
  from: number;
  /** The last epoch that was audited. */
  to: number;
  /** Its pivot block: the view of the chain that the audit is about. */
  tip: Hex | null;
  counts: AuditCounts;
  /** Weight of the audited blocks in the choice of the pivot chain (GHAST), decimal digits. */
  weight: string;
  /** Null when everything is as the rules give it. */
  difference: AuditDifference | null;
}

/** Epochs that are read at a time; the next window is on its way while one is checked. */
const windowEpochs = 32;
/** The chain below this many epochs from the tip is not reorganised any more by honest nodes. */
const settledDepth = 30;

/**
 * Reads a chain over RPC and recomputes it: header hashes, proofs of work, base prices, the pivot chain, the set and the
 * order of every epoch, block numbers, transaction hashes and roots, receipts roots and log blooms. What it cannot
 * recompute are state roots (no state is read) and the rules of validity that make a block invalid in part.
 * @throws AUDIT_BAD_RANGE, AUDIT_INCOMPLETE, AUDIT_REORGANISED (retryable), what RPC throws, the signal's reason
 */
export async function auditChain(parameters: AuditChainParameters): Promise<AuditReport> {
  const { coreUrl, espaceUrl, from = 0, eraEpochs = 20_000, heavyRatio, signal, onProgress } = parameters;
  const options: RpcOptions = { timeoutMs: 60_000, ...(signal ? { signal } : {}) };
  await assertMethods(coreUrl, options);
  const to = await chooseLast(parameters, options);
  const auditor = createEpochAuditor({
    coreUrl,
    ...(espaceUrl ? { espaceUrl } : {}),
    from,
    eraEpochs,
    heavyRatio,
    ...options,
  });
  const read = (first: number) => {
    const answers =
      first > to
        ? Promise.resolve([])
        : readEpochs({ coreUrl, espaceUrl }, first, Math.min(first + windowEpochs - 1, to), options);
    answers.catch(() => {}); // it is awaited later, perhaps never: an earlier window may end the audit
    return answers;
  };
  let last = from - 1;
  let difference: AuditDifference | null = null;
  for (let next = read(from); last < to && !difference; ) {
    const window = await next;
    next = read(last + 1 + window.length);
    for (const answers of window) {
      signal?.throwIfAborted();
      assertComplete(answers, coreUrl);
      difference = await auditor.audit(answers);
      if (difference) break;
      last = answers.epoch;
    }
    onProgress?.({ epoch: last, to, counts: auditor.counts });
  }
  if (difference) await assertSamePivots(coreUrl, difference.epoch, auditor.tip, options);
  difference ??= auditor.finish();
  return { from, to: last, tip: auditor.tip, counts: auditor.counts, weight: String(auditor.weight), difference };
}

async function chooseLast({ coreUrl, from = 0, to }: AuditChainParameters, options: RpcOptions): Promise<number> {
  const [state, confirmed] = await Promise.all(
    ['latest_state', 'latest_confirmed'].map((tag) => coreCall<Hex>(coreUrl, 'cfx_epochNumber', [tag], options)),
  );
  const best = Math.max(Number(confirmed), Number(state) - settledDepth, 0);
  const last = to ?? best;
  if (!Number.isInteger(last) || !Number.isInteger(from) || from < 0 || last < from || last > Number(state))
    throw auditErrors.badRange({ from, to: last, best, url: displayUrl(coreUrl) });
  return last;
}

/** The methods besides the usual ones, all with parameters that any chain can answer. */
const neededMethods = [
  ['debug_getTransactionsByBlock', [`0x${'0'.repeat(64)}`]],
  ['cfx_getEpochReceipts', ['0x1', true]],
] as const;

/** Says what a port lacks before anything is read, as its refusal of one call would say little. */
async function assertMethods(coreUrl: string, options: RpcOptions): Promise<void> {
  const isUnknown = (error: { details?: { rpcCode?: unknown } }) => error.details?.rpcCode === -32601;
  await coreCall(coreUrl, 'cfx_getStatus', [], options).catch((error) => {
    throw isUnknown(error) ? engineErrors.espaceUrlGiven({ url: displayUrl(coreUrl) }) : error;
  });
  for (const [method, params] of neededMethods) {
    const error = await coreCall(coreUrl, method, params, options)
      .then(() => null)
      .catch((reason) => reason);
    const missing = `its port has no ${method}`;
    if (error && isUnknown(error)) throw auditErrors.incomplete({ epoch: 1, url: displayUrl(coreUrl), missing });
  }
}

function assertComplete({ epoch, executed, blocks, skipped, receipts }: EpochAnswers, coreUrl: string): void {
  const url = displayUrl(coreUrl);
  if (blocks.length < executed.length + skipped.length)
    throw auditErrors.incomplete({ epoch, url, missing: 'it does not have all blocks' });
  // No node has receipts of the genesis block.
  if (receipts.length === 0 && epoch > 0)
    throw auditErrors.incomplete({ epoch, url, missing: 'it does not have the receipts' });
}

/** A difference counts only if the chain below it stood still meanwhile. */
async function assertSamePivots(coreUrl: string, epoch: number, tip: Hex | null, options: RpcOptions): Promise<void> {
  if (!tip || epoch === 0) return;
  const below = `0x${(epoch - 1).toString(16)}`;
  const blocks = await coreCall<Hex[]>(coreUrl, 'cfx_getBlocksByEpoch', [below], options);
  if (blocks.at(-1) !== tip) throw auditErrors.reorganised({ epoch: epoch - 1 });
}
