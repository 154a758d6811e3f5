import { readActivity } from './accounts.ts';
import { countAuthors, findOtherPivots } from './authors.ts';
import { listBlocks, readBlock, readEpoch, readPast } from './blocks.ts';
import { listContracts, readAbis, readContracts, readVerification, searchContracts } from './contracts.ts';
import type { IndexReader } from './currentChain.ts';
import { listLogs, measureLogRange, readTransactionLogs } from './logs.ts';
import { readLogsAfter, readPivotHashes } from './logsAfter.ts';
import { readRates, readStatistics } from './statistics.ts';
import { listAccountTransactions, listTransactions, readTransaction } from './transactions.ts';
import { listTransfers, readTransactionTransfers } from './transfers.ts';

const readers = {
  countAuthors,
  findOtherPivots,
  listBlocks,
  readBlock,
  readEpoch,
  readPast,
  listTransactions,
  listAccountTransactions,
  readTransaction,
  readTransactionLogs,
  readTransactionTransfers,
  listLogs,
  readLogsAfter,
  readPivotHashes,
  listTransfers,
  measureLogRange,
  readActivity,
  listContracts,
  readContracts,
  readVerification,
  readAbis,
  searchContracts,
  readStatistics,
  readRates,
};

type Readers = typeof readers;

/** The reading functions of this folder, for the chain that is served now. All throw INDEX_NOT_INDEXED. */
export type IndexReaders = {
  [Name in keyof Readers]: Readers[Name] extends (reader: IndexReader, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/** Binds them to whatever chain `current` gives. */
export function bindReaders(current: () => Promise<IndexReader>): IndexReaders {
  const bound = Object.entries(readers).map(([name, read]) => [
    name,
    async (...rest: never[]) => (read as (reader: IndexReader, ...rest: never[]) => unknown)(await current(), ...rest),
  ]);
  return Object.fromEntries(bound) as IndexReaders;
}
