import { type Migration, readMigrations } from '../store/index.ts';

export { isPrefixOf, parseBase32, toBase32 } from './chainIndex/base32.ts';
export type { SpaceNumber } from './chainIndex/epochData.ts';
export type { IndexNews } from './chainIndex/indexNews.ts';
export type { ChainIndex } from './chainIndex/openChainIndex.ts';
export type { IndexedBlock } from './chainIndex/read/blocks.ts';
export type { IndexedContract } from './chainIndex/read/contracts.ts';
export type { IndexedChain } from './chainIndex/read/currentChain.ts';
export type { IndexedLog } from './chainIndex/read/logs.ts';
export type { Page, PageParameters } from './chainIndex/read/pages.ts';
export type { IndexedTransaction } from './chainIndex/read/transactions.ts';
export type { IndexedTransfer } from './chainIndex/read/transfers.ts';
export type { AccountSpace } from './keys/addAccount.ts';
export { openKeystore } from './keys/keystoreFile.ts';
export { type Keys, openKeys } from './keys/openKeys.ts';
export { finishRotation, nextFileOf, openMasterKey } from './keys/openMasterKey.ts';
export { type MasterKeySource, readMasterKey, readSecretFromCommand } from './keys/readMasterKey.ts';
export { rotateMasterKey } from './keys/rotateMasterKey.ts';
export { serveSigner } from './keys/signer/serveSigner.ts';
export type { KeyInfo } from './keys/tenantKeys.ts';
export type { Wallet } from './keys/wallets.ts';
export type { TransactionEvent } from './lanes/readTransactionEvents.ts';
export type { TransactionAttempt, TransactionView } from './lanes/readTransactions.ts';
export type { TransactionRequest } from './lanes/request.ts';
export type { Simulation, Transactions } from './lanes/transactions.ts';
export type { LogState, StatementStatus, TransactionStatus } from './ledgerTypes.ts';
export { createGroupCommit, type SaveInGroup } from './log/groupCommit.ts';
export type { ListedCheckpoint } from './log/listCheckpoints.ts';
export { makeStatementIds } from './log/makeStatementIds.ts';
export type { AppendStatementParameters } from './log/prepareStatement.ts';
export type { Consistency } from './log/readConsistency.ts';
export type { StatementAnchor, StatementRecord } from './log/readStatements.ts';
export type { WitnessSet, WitnessState } from './log/witnesses.ts';
export { type Ledger, openLedger } from './openLedger.ts';

export type { ForwardRequest } from './relay/forwardRequest.ts';
export type { PreparedRelay, Relay } from './relay/openRelay.ts';

/** The room's tables, for `migrate`. */
export const ledgerMigrations: Migration[] = readMigrations('ledger', new URL('./migrations/', import.meta.url));
