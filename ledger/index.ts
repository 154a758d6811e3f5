import { type Migration, readMigrations } from '../store/index.ts';

export type { AccountSpace } from './keys/addAccount.ts';
export { type Keys, openKeys } from './keys/openKeys.ts';
export { finishRotation, nextFileOf, openMasterKey } from './keys/openMasterKey.ts';
export { type MasterKeySource, readMasterKey, readSecretFromCommand } from './keys/readMasterKey.ts';
export { rotateMasterKey } from './keys/rotateMasterKey.ts';
export type { KeyInfo } from './keys/tenantKeys.ts';
export type { Wallet } from './keys/wallets.ts';
export type { LogState, StatementStatus } from './ledgerTypes.ts';
export { createGroupCommit, type SaveInGroup } from './log/groupCommit.ts';
export { makeStatementIds } from './log/makeStatementIds.ts';
export type { AppendStatementParameters } from './log/prepareStatement.ts';
export type { StatementAnchor, StatementRecord } from './log/readStatements.ts';
export { type Ledger, openLedger } from './openLedger.ts';

/** The room's tables, for `migrate`. */
export const ledgerMigrations: Migration[] = readMigrations('ledger', new URL('./migrations/', import.meta.url));
