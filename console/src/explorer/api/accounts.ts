import type { AddressRef, Space } from './common.ts';
import { type CursorPage, type Query, readExplorer } from './page.ts';
import type { Log, TransactionSummary, Transfer } from './transactions.ts';

interface Count {
  count: number;
  /** False: at least that many. */
  exact: boolean;
}

/** What an address has in one space. */
export interface AccountSide {
  address: AddressRef;
  kind: 'user' | 'contract' | 'internal';
  balance: string;
  nonce: string;
  codeSizeBytes: number;
  transactions: Count;
  transfers: Count;
  firstSeen: { epoch: number; time: string } | null;
  lastSeen: { epoch: number; time: string } | null;
}

interface Sponsor {
  gasSponsor: AddressRef | null;
  gasBalance: string;
  gasUpperBound: string;
  collateralSponsor: AddressRef | null;
  collateralBalance: string;
  storagePointsAvailable: string;
  storagePointsUsed: string;
}

export interface CoreSide extends AccountSide {
  collateralForStorage: string;
  stakingBalance: string;
  admin: AddressRef | null;
  sponsor: Sponsor | null;
  /** The eSpace address that it controls across the spaces. */
  mapped: AddressRef;
}

export interface EspaceSide extends AccountSide {
  /** EIP-7702: whose code it runs. */
  delegate: string | null;
}

/** An address in both spaces; a side is null where the address cannot exist. */
export interface Account {
  asked: string;
  core: CoreSide | null;
  espace: EspaceSide | null;
  main: Space;
}

/** What an address has, in both spaces. */
export function getAccount(address: string, signal?: AbortSignal): Promise<Account> {
  return readExplorer(`accounts/${encodeURIComponent(address)}`, {}, signal);
}

/** One page of an address's transactions, the newest first. */
export function listAccountTransactions(
  address: string,
  query: Query,
  signal?: AbortSignal,
): Promise<CursorPage<TransactionSummary>> {
  return readExplorer(`accounts/${encodeURIComponent(address)}/transactions`, query, signal);
}

/** One page of an address's token transfers, the newest first. */
export function listAccountTransfers(
  address: string,
  query: Query,
  signal?: AbortSignal,
): Promise<CursorPage<Transfer>> {
  return readExplorer(`accounts/${encodeURIComponent(address)}/transfers`, query, signal);
}

/** One page of a contract's events, the newest first. */
export function listContractLogs(address: string, query: Query, signal?: AbortSignal): Promise<CursorPage<Log>> {
  return readExplorer(`accounts/${encodeURIComponent(address)}/logs`, query, signal);
}
