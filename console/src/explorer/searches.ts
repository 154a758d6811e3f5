import { type TransactionState, transactionStates } from '../api/transactions.ts';
import type { Space } from './api/common.ts';
import type { Step } from './api/overview.ts';

// What the addresses of the pages carry after the question mark, so that a page can be shared as it is shown. Anything
// else there is left out.

type Input = Record<string, unknown>;

/** The router reads what looks like a number as a number; a cursor of digits is text all the same. */
const text = (value: unknown) =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;
const whole = (value: unknown) =>
  Number.isInteger(Number(value)) && Number(value) >= 0 && value !== '' ? Number(value) : undefined;
const oneOf = <const Word extends string>(value: unknown, words: readonly Word[]) =>
  words.find((word) => word === value);

/** Leaves out what is undefined, as `exactOptionalPropertyTypes` asks. */
function given<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

export interface GraphSearch {
  epoch?: number;
  block?: string;
}
/** Of the Tree-Graph page: the epoch to look at instead of the newest, and the block to mark. */
export function graphSearch(input: Input): GraphSearch {
  return given({ epoch: input.epoch === undefined ? undefined : whole(input.epoch), block: text(input.block) });
}

export interface BlocksSearch {
  cursor?: string;
  /** Address of the producer. */
  miner?: string;
}
/** Of the list of blocks. */
export function blocksSearch(input: Input): BlocksSearch {
  return given({ cursor: text(input.cursor), miner: text(input.miner) });
}

export interface TransactionsSearch {
  cursor?: string;
  space?: Space;
  status?: 'success' | 'failed';
}
/** Of the list of transactions. */
export function transactionsSearch(input: Input): TransactionsSearch {
  return given({
    cursor: text(input.cursor),
    space: oneOf(input.space, ['core', 'espace']),
    status: oneOf(input.status, ['success', 'failed']),
  });
}

export interface AccountSearch {
  space?: Space;
  list?: 'transactions' | 'transfers';
  cursor?: string;
}
/** Of the page of an account. */
export function accountSearch(input: Input): AccountSearch {
  return given({
    space: oneOf(input.space, ['core', 'espace']),
    list: oneOf(input.list, ['transactions', 'transfers']),
    cursor: text(input.cursor),
  });
}

export interface ContractsSearch {
  cursor?: string;
  verified?: 'yes';
}
/** Of the list of contracts. */
export function contractsSearch(input: Input): ContractsSearch {
  return given({ cursor: text(input.cursor), verified: oneOf(input.verified, ['yes']) });
}

export interface ContractSearch {
  tab?: 'source' | 'read' | 'write' | 'transactions' | 'transfers' | 'events' | 'code';
  cursor?: string;
}
/** Of the page of a contract. */
export function contractSearch(input: Input): ContractSearch {
  return given({
    tab: oneOf(input.tab, ['source', 'read', 'write', 'transactions', 'transfers', 'events', 'code']),
    cursor: text(input.cursor),
  });
}

export interface LogSearch {
  cursor?: string;
  size?: number;
}
/** Of the evidence log: the checkpoint to open. */
export function logSearch(input: Input): LogSearch {
  return given({ cursor: text(input.cursor), size: input.size === undefined ? undefined : whole(input.size) });
}

export interface StatisticsSearch {
  step?: Step;
}
/** Of the statistics. */
export function statisticsSearch(input: Input): StatisticsSearch {
  return given({ step: oneOf(input.step, ['minute', 'hour', 'day']) });
}

export interface OutgoingSearch {
  state?: TransactionState;
  /** Address of the key that signed. */
  signer?: string;
  cursor?: string;
  /** The transaction that is opened beside the list. */
  id?: string;
}
/** Of the member's own transactions. */
export function outgoingSearch(input: Input): OutgoingSearch {
  return given({
    state: oneOf(input.state, transactionStates),
    signer: text(input.signer),
    cursor: text(input.cursor),
    id: text(input.id),
  });
}

export interface NewTransactionSearch {
  signer?: string;
  to?: string;
}
/** Of the form for a new transaction: what other pages know already. */
export function newTransactionSearch(input: Input): NewTransactionSearch {
  return given({ signer: text(input.signer), to: text(input.to) });
}
