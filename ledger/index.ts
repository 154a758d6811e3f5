import { type Migration, readMigrations } from '../store/index.ts';

export type { AppendStatementParameters, AppendStatementReturnType } from './appendStatement.ts';
export { ledgerErrors } from './errors.ts';
export type { FoundStatement } from './findStatements.ts';
export type {
  CheckpointState,
  ConfirmationLevel,
  LogState,
  StatementStatus,
  TransactionStatus,
} from './ledgerTypes.ts';
export { type Ledger, type OpenLedgerParameters, openLedger } from './openLedger.ts';

/** The room's tables, for `migrate`. */
export const ledgerMigrations: Migration[] = readMigrations('ledger', new URL('./migrations/', import.meta.url));
