import type { Abi } from 'viem';
import type { IndexedLog, IndexedTransaction, IndexedTransfer } from '../../ledger/index.ts';
import type { Hex } from '../../proof/index.ts';
import type { Log, TransactionSummary, Transfer } from '../schemas/transactions.ts';
import { type AddressBook, type Place, spaceName } from './addressBook.ts';
import { decodeLog, nameMethod } from './decode.ts';
import { toTime } from './toTime.ts';

/** The addresses that a transaction shows. */
export const placesOf = ({ space, from, to, created }: IndexedTransaction): Place[] =>
  [from, to, created].flatMap((address) => (address === null ? [] : [{ space, address }]));
export const placesOfLog = ({ space, address }: IndexedLog): Place => ({ space, address });
export const placesOfTransfer = ({ space, token, from, to }: IndexedTransfer): Place[] =>
  [token, from, to].map((address) => ({ space, address }));

/** A transaction as lists show it. */
export function presentTransaction(t: IndexedTransaction, book: AddressBook): TransactionSummary {
  const { space, input } = t;
  const called = t.to !== null && input.length >= 10;
  return {
    hash: t.hash,
    space: spaceName(space),
    status: t.ok ? 'success' : 'failed',
    phantom: t.phantom,
    epoch: t.epoch,
    position: t.position,
    blockHash: t.block,
    time: toTime(t.time),
    from: book.show(space, t.from),
    to: book.showOrNull(space, t.to),
    created: book.showOrNull(space, t.created),
    value: t.value,
    fee: t.fee,
    gasUsed: t.gasUsed,
    nonce: t.nonce,
    selector: called ? (input.slice(0, 10) as Hex) : null,
    method: called ? nameMethod(input, book.abi(space, t.to)) : null,
  };
}

/** A log with its words, where the ABI is known by now. */
export function presentLog(log: IndexedLog, book: AddressBook): Log {
  const abi: Abi | null = book.abi(log.space, log.address);
  return {
    index: log.index,
    space: spaceName(log.space),
    address: book.show(log.space, log.address),
    topics: log.topics,
    data: log.data,
    decoded: decodeLog(log, abi),
    transactionHash: log.transaction,
    epoch: log.epoch,
    time: toTime(log.time),
  };
}

const kinds = { 20: 'erc20', 721: 'erc721', 1155: 'erc1155' } as const;

/** A transfer of a token. */
export function presentTransfer(transfer: IndexedTransfer, book: AddressBook): Transfer {
  const { space } = transfer;
  const token = book.contract(space, transfer.token);
  return {
    kind: kinds[transfer.kind],
    space: spaceName(space),
    token: book.show(space, transfer.token),
    symbol: token?.tokenSymbol ?? null,
    decimals: token?.tokenDecimals ?? null,
    from: book.show(space, transfer.from),
    to: book.show(space, transfer.to),
    amount: transfer.amount,
    tokenId: transfer.tokenId,
    transactionHash: transfer.transaction,
    logIndex: transfer.logIndex,
    epoch: transfer.epoch,
    time: toTime(transfer.time),
  };
}
