import type { Hex } from '../../proof/index.ts';
import { encodeDetails } from './details.ts';
import type { BlockData, EpochData, LogData, SpaceNumber, TransactionData } from './epochData.ts';
import { addRow, byteList, bytes, flag, makeRows, plain, quote, type Rows } from './insertRows.ts';
import { readTransfers, type TransferData } from './readTransfers.ts';
import * as tables from './tables.ts';

/** Rows of one batch, and what the database must look up itself. */
export interface EncodedEpochs {
  blocks: Rows;
  referees: Rows;
  transactions: Rows;
  duplicates: Rows;
  logs: Rows;
  /** First epoch of each address of the batch, by address, for each of the two spaces. */
  addresses: BySpace<SeenAddress>;
  contracts: BySpace<SeenContract>;
  counts: EpochCounts[];
}

/** One map a space: a key of both would have to be made anew for every address that is met. */
export type BySpace<T> = readonly [core: Map<Hex, T>, espace: Map<Hex, T>];

export interface SeenAddress {
  space: SpaceNumber;
  address: Hex;
  epoch: number;
}

export interface SeenContract extends SeenAddress {
  creator: Hex | null;
  transactionHash: Hex | null;
}

/** What an epoch adds that can be said without the database. */
export interface EpochCounts {
  epoch: number;
  pivot: Hex;
  parent: Hex;
  time: number;
  blocks: number;
  off_pivot_blocks: number;
  core_transactions: number;
  espace_transactions: number;
  phantom_transactions: number;
  failed_transactions: number;
  duplicates: number;
  logs: number;
  transfers: number;
  gas_used: bigint;
  fees: bigint;
}

const blockRow = (chain: string, epoch: string, b: BlockData): string[] => [
  chain,
  epoch,
  plain(b.position),
  bytes(b.hash),
  plain(b.height),
  plain(b.number),
  flag(b.pivot),
  flag(b.skipped),
  bytes(b.parent),
  quote(byteList(b.referees)),
  bytes(b.miner),
  plain(b.time),
  b.difficulty,
  flag(b.adaptive),
  plain(b.blame),
  b.gasLimit,
  plain(b.gasUsed),
  plain(b.size),
  plain(b.coreTransactions),
  plain(b.espaceTransactions),
  plain(b.powQuality),
  b.nonce,
  plain(b.baseFee),
  bytes(b.transactionsRoot),
  bytes(b.deferredStateRoot),
  bytes(b.deferredReceiptsRoot),
  bytes(b.deferredLogsBloomHash),
  bytes(b.posReference),
  quote(byteList(b.custom)),
];

const transactionRow = (chain: string, epoch: string, t: TransactionData): string[] => [
  chain,
  epoch,
  plain(t.position),
  bytes(t.hash),
  plain(t.space),
  flag(t.ok),
  bytes(t.block),
  bytes(t.from),
  bytes(t.to),
  bytes(t.created),
  bytes(t.input),
  encodeDetails(t),
  quote(t.error),
  bytes(t.coreHash),
];

const logRow = (chain: string, epoch: string, log: LogData, told: readonly TransferData[]): string[] => {
  const [first, second, third, fourth] = log.topics;
  const [transfer] = told;
  return [
    chain,
    epoch,
    plain(log.space),
    plain(log.index),
    plain(log.position),
    bytes(log.address),
    bytes(first),
    bytes(second),
    bytes(third),
    bytes(fourth),
    bytes(log.data),
    plain(transfer ? transfer.kind : null),
    plain(transfer ? told.length : null),
  ];
};

/** The protocol's own contracts of Core Space: no transaction creates them. */
const isInternal = (space: SpaceNumber, address: Hex) => space === 0 && address.startsWith('0x0888');

/** Turns epochs into rows. */
export function encodeEpochs(chainId: number, epochs: readonly EpochData[]): EncodedEpochs {
  const chain = String(chainId);
  const out: EncodedEpochs = {
    blocks: makeRows('blocks', tables.blocks),
    referees: makeRows('referees', tables.referees),
    transactions: makeRows('transactions', tables.transactions),
    duplicates: makeRows('duplicates', tables.duplicates),
    logs: makeRows('logs', tables.logs),
    addresses: [new Map(), new Map()],
    contracts: [new Map(), new Map()],
    counts: [],
  };
  for (const epoch of epochs) {
    const { number } = epoch;
    const key = String(number);
    const counts: EpochCounts = {
      epoch: number,
      pivot: epoch.pivot,
      parent: epoch.parent,
      time: epoch.time,
      blocks: epoch.blocks.length,
      off_pivot_blocks: epoch.blocks.length - 1,
      core_transactions: 0,
      espace_transactions: 0,
      phantom_transactions: 0,
      failed_transactions: 0,
      duplicates: epoch.duplicates.length,
      logs: epoch.logs.length,
      transfers: 0,
      gas_used: 0n,
      fees: 0n,
    };
    const see = (space: SpaceNumber, address: Hex) => {
      const seen = out.addresses[space];
      if (!seen.has(address)) seen.set(address, { space, address, epoch: number });
    };
    const meet = (space: SpaceNumber, address: Hex, creator: Hex | null, transactionHash: Hex | null) => {
      const seen = out.contracts[space];
      if (seen.has(address) || isInternal(space, address)) return;
      seen.set(address, { space, address, epoch: number, creator, transactionHash });
    };
    for (const block of epoch.blocks) {
      addRow(out.blocks, blockRow(chain, key, block));
      for (const referee of block.referees) {
        addRow(out.referees, [chain, key, bytes(block.hash), bytes(referee)]);
      }
    }
    for (const transaction of epoch.transactions) {
      const { space, from, to, created, ok, phantom } = transaction;
      addRow(out.transactions, transactionRow(chain, key, transaction));
      if (space === 0) counts.core_transactions += 1;
      else counts.espace_transactions += 1;
      if (phantom) counts.phantom_transactions += 1;
      if (!ok) counts.failed_transactions += 1;
      counts.gas_used += BigInt(transaction.gasUsed);
      counts.fees += BigInt(transaction.fee);
      see(space, from);
      if (to) see(space, to);
      if (created) {
        see(space, created);
        if (ok) meet(space, created, from, transaction.hash);
      }
    }
    for (const { hash, block } of epoch.duplicates) {
      addRow(out.duplicates, [chain, key, bytes(hash), bytes(block)]);
    }
    for (const log of epoch.logs) {
      const told = readTransfers(log);
      addRow(out.logs, logRow(chain, key, log, told));
      see(log.space, log.address);
      meet(log.space, log.address, null, null);
      counts.transfers += told.length;
      for (const transfer of told) {
        see(log.space, transfer.from);
        see(log.space, transfer.to);
      }
    }
    out.counts.push(counts);
  }
  return out;
}
