import type { Space } from './common.ts';
import { readExplorer } from './page.ts';

/** How far the index is: what is indexed without a gap, never an estimate. */
export interface Progress {
  state: 'starting' | 'backfilling' | 'live' | 'stalled';
  indexedEpoch: number | null;
  nodeEpoch: number | null;
  behind: number | null;
  spaces: Space[];
  order: 'both-spaces' | 'each-space';
  message: string | null;
  updatedAt: string | null;
}

export interface Summary {
  chain: { evmChainId: number; coreChainId: number | null; genesisHash: string | null };
  progress: Progress;
  totals: {
    epochs: number;
    blocks: number;
    offPivotBlocks: number;
    coreTransactions: number;
    espaceTransactions: number;
    phantomTransactions: number;
    duplicates: number;
    logs: number;
    transfers: number;
    contracts: number;
    accounts: number;
  };
  reorganisations: { count: number; epochs: number; deepest: number; lastAt: string | null };
  lastMinute: { blocksPerSecond: number; epochsPerSecond: number; transactionsPerSecond: number };
}

/** The front page. */
export function getSummary(signal?: AbortSignal): Promise<Summary> {
  return readExplorer('summary', {}, signal);
}

export interface SearchResult {
  kind: 'block' | 'epoch' | 'transaction' | 'account' | 'contract' | 'checkpoint';
  id: string;
  space: Space | null;
  title: string;
  epoch: number | null;
}

/** What something typed can mean. */
export async function search(q: string, signal?: AbortSignal): Promise<SearchResult[]> {
  return (await readExplorer<{ results: SearchResult[] }>('search', { q }, signal)).results;
}

export type Step = 'minute' | 'hour' | 'day';

/** A metric over time; steps without blocks are 0. */
export interface Statistics {
  metric: string;
  step: Step;
  unit: 'count' | 'gas' | 'CFX';
  from: string;
  to: string;
  points: { time: string; value: number }[];
}

/** A metric between two instants (ISO 8601). */
export function getStatistics(
  query: { metric: string; step: Step; from?: string; to?: string },
  signal?: AbortSignal,
): Promise<Statistics> {
  return readExplorer('statistics', query, signal);
}
