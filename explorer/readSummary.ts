import type { IndexedChain } from '../ledger/index.ts';
import type { ExplorerContext } from './explorerContext.ts';
import type { Progress, Summary } from './schemas/overview.ts';

/** Nearer to the end of the chain than this counts as live. */
const liveEpochs = 10;
/** A chain that stands still for longer, or an index that does. */
const stalledMs = 60_000;

function readProgress(chain: IndexedChain | null): Progress {
  if (!chain) {
    const message = 'The node has not been asked yet.';
    const nothing = { indexedEpoch: null, nodeEpoch: null, behind: null, updatedAt: null };
    return { state: 'starting', ...nothing, spaces: ['espace'], order: 'each-space', message };
  }
  const { indexedEpoch, nodeEpoch, updatedAt } = chain;
  const behind = nodeEpoch === null ? null : Math.max(0, nodeEpoch - indexedEpoch);
  const stalled = updatedAt !== null && Date.now() - updatedAt.getTime() > stalledMs;
  const state = stalled
    ? 'stalled'
    : indexedEpoch < 0
      ? 'starting'
      : (behind ?? 0) <= liveEpochs
        ? 'live'
        : 'backfilling';
  const standing = 'Nothing new came from the node for a minute: it is away, makes no blocks, or nobody indexes.';
  return {
    state,
    indexedEpoch: indexedEpoch < 0 ? null : indexedEpoch,
    nodeEpoch,
    behind,
    spaces: chain.bothSpaces ? ['core', 'espace'] : ['espace'],
    order: chain.trueOrder ? 'both-spaces' : 'each-space',
    message: chain.message ?? (stalled ? standing : null),
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}

/** The front page of the explorer: nothing in it is an estimate. */
export async function readSummary({ index }: ExplorerContext, evmChainId: number): Promise<Summary> {
  const chain = await index.readChain();
  const begun = chain !== null && chain.indexedEpoch >= 0;
  const rates = begun ? await index.read.readRates() : { blocks: 0, epochs: 0, transactions: 0 };
  const { blocks = 0, offPivotBlocks = 0, coreTransactions = 0, espaceTransactions = 0 } = chain ?? {};
  const { phantomTransactions = 0, duplicates = 0, logs = 0, transfers = 0, contracts = 0, accounts = 0 } = chain ?? {};
  return {
    chain: { evmChainId, coreChainId: chain?.coreChainId ?? null, genesisHash: chain?.genesisHash ?? null },
    progress: readProgress(chain),
    totals: {
      epochs: (chain?.indexedEpoch ?? -1) + 1,
      ...{ blocks, offPivotBlocks, coreTransactions, espaceTransactions, phantomTransactions },
      ...{ duplicates, logs, transfers, contracts, accounts },
    },
    reorganisations: {
      count: chain?.reorganisations ?? 0,
      epochs: chain?.reorganisedEpochs ?? 0,
      deepest: chain?.deepestReorganisation ?? 0,
      lastAt: chain?.reorganisedAt?.toISOString() ?? null,
    },
    lastMinute: {
      blocksPerSecond: rates.blocks,
      epochsPerSecond: rates.epochs,
      transactionsPerSecond: rates.transactions,
    },
  };
}
