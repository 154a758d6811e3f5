import { XiangyuError } from '../../errors.ts';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { type ChainCoverage, type ChainState, lockChain, readChainState } from './chainState.ts';
import { type EncodedEpochs, encodeEpochs } from './encodeEpochs.ts';
import type { EpochData } from './epochData.ts';
import { fetchEpochs } from './fetchEpochs.ts';
import { fetchEspaceEpochs } from './fetchEspaceEpochs.ts';
import { findFork, readPivots } from './findFork.ts';
import { createNewsTeller } from './indexNews.ts';
import type { IndexNode } from './indexNode.ts';
import { rollBack } from './rollBack.ts';
import { rememberNothing, writeEpochs } from './writeEpochs.ts';

export interface IndexChainParameters {
  store: Store;
  node: IndexNode;
  evmChainId: number;
  logger: Logger;
  /** Batches that are fetched at the same time, while another is written. */
  concurrency?: number;
  /** How long to wait at the end of the chain before looking again. */
  pollMs?: number;
}

/** Blocks, transactions and logs that a batch should have: enough to write them cheaply, few enough to keep memory low. */
const wantedWeight = 3_000;
const mostEpochs = 512;

const noDebug =
  'The Core Space node does not offer the methods cfx_getEpochReceipts and debug_getTransactionsByEpoch, so only eSpace is indexed.';
const noCore = 'The platform knows no Core Space address, so only eSpace is indexed.';

/** Whether the node gives what an index of both spaces needs. */
async function readCoverage(node: IndexNode, signal: AbortSignal): Promise<ChainCoverage> {
  if (!node.hasCore) return { bothSpaces: false, message: noCore };
  try {
    await node.core([{ method: 'debug_getTransactionsByEpoch', params: ['0x0'] }], signal);
    await node.core([{ method: 'cfx_getEpochReceipts', params: ['0x0', true] }], signal);
    return { bothSpaces: true, message: null };
  } catch (error) {
    const code = error instanceof XiangyuError ? error.details.rpcCode : undefined;
    if (code !== -32601) throw error;
    return { bothSpaces: false, message: noDebug };
  }
}

/** Epochs that were read, and their rows. */
interface Batch {
  epochs: EpochData[];
  encoded: EncodedEpochs;
}

/** The epochs at the beginning of the list that follow on `pivot` and on each other. */
function takeLinked(epochs: readonly EpochData[], pivot: string | null): EpochData[] {
  let before = pivot;
  const broken = epochs.findIndex((epoch) => {
    const linked = before === null || epoch.parent === before;
    before = epoch.pivot;
    return !linked;
  });
  return broken < 0 ? [...epochs] : epochs.slice(0, broken);
}

/**
 * Returns a pass that brings the index as far as the node's executed epochs: backfill and live are the same. A pass first
 * checks that the node still has the last indexed pivot block; if not, what the chain took back is taken back here.
 * It resolves with the milliseconds until the next pass.
 */
export function indexChain(parameters: IndexChainParameters): (signal: AbortSignal) => Promise<number> {
  const { store, node, evmChainId, logger, concurrency = 3, pollMs = 250 } = parameters;
  const news = createNewsTeller(store);
  let state: (ChainState & ChainCoverage) | null = null;
  let known = rememberNothing();
  let batchEpochs = 8;
  let nodeEpoch = -1;

  async function identify(signal: AbortSignal): Promise<ChainState & ChainCoverage> {
    const identity = await node.identify(signal);
    if (identity.evmChainId !== evmChainId) {
      throw ledgerErrors.wrongChain({ actual: identity.evmChainId, expected: evmChainId });
    }
    const coverage = await readCoverage(node, signal);
    const found = { ...coverage, ...(await readChainState(store, identity, coverage)) };
    logger.info({ chain: identity.chain, indexed: found.indexed, ...coverage }, 'the chain is indexed from here on');
    return found;
  }

  async function readNodeEpoch({ id, bothSpaces }: ChainState & ChainCoverage, signal: AbortSignal): Promise<number> {
    const [quantity] = bothSpaces
      ? await node.core<[string]>([{ method: 'cfx_epochNumber', params: ['latest_state'] }], signal)
      : await node.espace<[string]>([{ method: 'eth_blockNumber' }], signal);
    const epoch = Number(quantity);
    if (epoch !== nodeEpoch)
      await store.sql`UPDATE chain_index.chains SET node_epoch = ${epoch}, updated_at = now() WHERE id = ${id}`;
    return epoch;
  }

  /** Rows are made when a batch arrives, so that the database has its next work as soon as it is done with the last. */
  async function fetchBatch(
    { id, bothSpaces }: ChainState & ChainCoverage,
    range: { from: number; to: number },
    signal: AbortSignal,
  ): Promise<Batch> {
    const epochs = await (bothSpaces ? fetchEpochs(node, range, signal) : fetchEspaceEpochs(node, range, signal));
    return { epochs, encoded: encodeEpochs(id, epochs) };
  }

  async function write(at: ChainState & ChainCoverage, { epochs, encoded }: Batch): Promise<boolean> {
    const last = epochs.at(-1);
    if (!last) return true;
    const blocks = epochs.reduce((sum, epoch) => sum + epoch.blocks.length, 0);
    const transactions = epochs.reduce((sum, epoch) => sum + epoch.transactions.length, 0);
    const written = await store.transaction(async (tx) => {
      if (!(await lockChain(tx, at))) return false;
      await writeEpochs(tx, { chain: at.id, encoded, known });
      news.add({ indexedEpoch: last.number, nodeEpoch, blocks, transactions, revertedFrom: null });
      await news.tell(tx);
      return true;
    });
    if (!written) return false;
    at.indexed = last.number;
    at.pivot = last.pivot;
    return true;
  }

  function adapt(epochs: readonly EpochData[]): void {
    const weight = epochs.reduce((sum, e) => sum + e.blocks.length + e.transactions.length + e.logs.length, 0);
    const fitting = Math.round((epochs.length * wantedWeight) / Math.max(1, weight));
    batchEpochs = Math.max(1, Math.min(mostEpochs, batchEpochs * 2, fitting));
  }

  async function fill(at: ChainState & ChainCoverage, target: number, outer: AbortSignal): Promise<boolean> {
    const leaving = new AbortController();
    const signal = AbortSignal.any([outer, leaving.signal]);
    const fetching: Promise<Batch>[] = [];
    let next = at.indexed + 1;
    const fetchMore = () => {
      while (next <= target && fetching.length < concurrency) {
        const to = Math.min(next + batchEpochs - 1, target);
        const batch = fetchBatch(at, { from: next, to }, signal);
        batch.catch(() => undefined);
        fetching.push(batch);
        next = to + 1;
      }
    };
    try {
      for (fetchMore(); fetching.length > 0; fetchMore()) {
        const batch = await fetching.shift();
        if (!batch) break;
        outer.throwIfAborted();
        fetchMore();
        const { epochs } = batch;
        const linked = takeLinked(epochs, at.pivot);
        const isWhole = linked.length === epochs.length;
        if (!(await write(at, isWhole ? batch : { epochs: linked, encoded: encodeEpochs(at.id, linked) })))
          return false;
        if (!isWhole) return true;
        adapt(epochs);
      }
      return true;
    } finally {
      leaving.abort();
    }
  }

  /** Takes back what the node does not have any more. Another first block is another chain: nothing is taken back then. */
  async function reorganise(at: ChainState, fork: number): Promise<void> {
    if (fork < 0 || fork === at.indexed) return;
    await store.transaction(async (tx) => {
      if (!(await lockChain(tx, at))) return;
      const depth = await rollBack(tx, { chain: at.id, from: fork + 1, to: at.indexed });
      logger.warn({ from: fork + 1, depth }, 'the chain was reorganised; epochs are indexed anew');
      news.add({ indexedEpoch: fork, nodeEpoch, blocks: 0, transactions: 0, revertedFrom: fork + 1 });
      await news.tell(tx);
    });
  }

  async function pass(signal: AbortSignal): Promise<number> {
    state ??= await identify(signal);
    const at = state;
    nodeEpoch = await readNodeEpoch(at, signal);
    // A node that was just started has not executed as far as the index yet; what it has decides.
    const tip = Math.min(at.indexed, nodeEpoch);
    if (tip >= 0) {
      const [pivot] = tip === at.indexed ? await readPivots(node, [tip], signal) : [null];
      const fork = pivot === at.pivot ? tip : await findFork({ store, node, chain: at.id }, tip, signal);
      if (fork < tip) {
        state = null;
        known = rememberNothing();
        await reorganise(at, fork);
        return 0;
      }
    }
    const before = at.indexed;
    if (nodeEpoch > at.indexed && !(await fill(at, nodeEpoch, signal))) state = null;
    await news.tell(store.sql);
    // Without progress the node is asked again a little later, whatever the reason.
    return at.indexed === before || at.indexed >= nodeEpoch ? pollMs : 0;
  }

  return async (signal) => {
    try {
      return await pass(signal);
    } catch (error) {
      // What was begun may be half done or unknown: the database and the node say where things stand.
      state = null;
      known = rememberNothing();
      throw error;
    }
  };
}
