import type { Store, Tx } from '../../store/index.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import { erasePayload } from './erasePayload.ts';
import {
  type ListStatementsParameters,
  listStatements,
  readAnchor,
  readStatements,
  type StatementAnchor,
  type StatementRecord,
} from './readStatements.ts';

/** What other rooms read of the log's statements. */
export interface StatementReader {
  read(statementIds: readonly string[]): Promise<StatementRecord[]>;
  list(parameters: ListStatementsParameters): Promise<{ records: StatementRecord[]; next: string | null }>;
  readAnchor(index: number | null): Promise<StatementAnchor | null>;
  /** See `erasePayload`: in the caller's SQL transaction. */
  erasePayload(tx: Tx, statementId: string): Promise<boolean>;
}

/** Opens the reader; `chain` says on which chain anchors count. */
export function openStatementReader(store: Store, chain: ConnectedChain): StatementReader {
  return {
    read: (statementIds) => readStatements(store, chain.id, statementIds),
    list: (parameters) => listStatements(store, chain.id, parameters),
    readAnchor: (index) => readAnchor(store, chain.id, index),
    erasePayload,
  };
}
