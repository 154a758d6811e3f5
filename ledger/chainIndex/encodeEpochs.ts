import type { Hex } from '../../proof/index.ts';
import { escapeText } from './copyRows.ts';
import type { BlockData, EpochData, LogData, SpaceNumber, TransactionData } from './epochData.ts';
import { readTransfers, type TransferData } from './readTransfers.ts';

/** Rows of one batch in COPY's text format, and what the database must look up itself. */
export interface EncodedEpochs {
  blocks: string;
  referees: string;
  transactions: string;
  duplicates: string;
  logs: string;
  transfers: string;
  /** First epoch of each address of the batch, by space and address. */
  addresses: Map<string, SeenAddress>;
  contracts: Map<string, SeenContract>;
  counts: EpochCounts[];
}

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

const none = '\\N';
/** The text of bytes; the backslash is doubled for COPY. */
const bytes = (hex: Hex | null | undefined) => (hex == null ? none : `\\\\x${hex.slice(2)}`);
const text = (value: string | number | null) => (value === null ? none : value);
const flag = (value: boolean) => (value ? 't' : 'f');
/** An array of bytes: within its quotes the backslash is doubled once more. */
const byteArray = (list: readonly Hex[]) => `{${list.map((hex) => `"\\\\\\\\x${hex.slice(2)}"`).join(',')}}`;

function blockLine(chain: number, epoch: number, block: BlockData): string {
  const b = block;
  return `${chain}\t${epoch}\t${b.position}\t${bytes(b.hash)}\t${b.height}\t${text(b.number)}\t${flag(b.pivot)}\t${flag(b.skipped)}\t${bytes(b.parent)}\t${byteArray(b.referees)}\t${bytes(b.miner)}\t${b.time}\t${b.difficulty}\t${flag(b.adaptive)}\t${b.blame}\t${b.gasLimit}\t${text(b.gasUsed)}\t${b.size}\t${b.coreTransactions}\t${b.espaceTransactions}\t${text(b.powQuality)}\t${b.nonce}\t${text(b.baseFee)}\t${bytes(b.transactionsRoot)}\t${bytes(b.deferredStateRoot)}\t${bytes(b.deferredReceiptsRoot)}\t${bytes(b.deferredLogsBloomHash)}\t${bytes(b.posReference)}\t${byteArray(b.custom)}\n`;
}

function transactionLine(chain: number, epoch: number, t: TransactionData): string {
  return `${chain}\t${epoch}\t${t.position}\t${bytes(t.hash)}\t${t.space}\t${t.type}\t${flag(t.ok)}\t${flag(t.phantom)}\t${bytes(t.block)}\t${text(t.blockIndex)}\t${bytes(t.from)}\t${bytes(t.to)}\t${bytes(t.created)}\t${t.value}\t${t.nonce}\t${t.gasLimit}\t${t.gasUsed}\t${t.fee}\t${text(t.gasPrice)}\t${text(t.maxFee)}\t${text(t.maxPriorityFee)}\t${text(t.effectiveGasPrice)}\t${text(t.burntFee)}\t${text(t.storageLimit)}\t${text(t.storageCollateralized)}\t${flag(t.gasSponsored)}\t${flag(t.storageSponsored)}\t${bytes(t.input)}\t${t.error === null ? none : escapeText(t.error)}\t${bytes(t.coreHash)}\n`;
}

function logLine(chain: number, epoch: number, log: LogData): string {
  const { topics } = log;
  return `${chain}\t${epoch}\t${log.space}\t${log.index}\t${log.position}\t${bytes(log.address)}\t${bytes(topics[0])}\t${bytes(topics[1])}\t${bytes(topics[2])}\t${bytes(topics[3])}\t${bytes(log.data)}\n`;
}

function transferLine(chain: number, epoch: number, log: LogData, item: number, t: TransferData): string {
  return `${chain}\t${epoch}\t${log.space}\t${log.index}\t${item}\t${log.position}\t${t.kind}\t${bytes(log.address)}\t${bytes(t.from)}\t${bytes(t.to)}\t${t.amount}\t${text(t.tokenId)}\n`;
}

/** The protocol's own contracts of Core Space: no transaction creates them. */
const isInternal = (space: SpaceNumber, address: Hex) => space === 0 && address.startsWith('0x0888');

/** Turns epochs into rows. */
export function encodeEpochs(chain: number, epochs: readonly EpochData[]): EncodedEpochs {
  const out: EncodedEpochs = {
    blocks: '',
    referees: '',
    transactions: '',
    duplicates: '',
    logs: '',
    transfers: '',
    addresses: new Map(),
    contracts: new Map(),
    counts: [],
  };
  for (const epoch of epochs) {
    const { number } = epoch;
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
      const key = `${space}${address}`;
      if (!out.addresses.has(key)) out.addresses.set(key, { space, address, epoch: number });
    };
    const meet = (space: SpaceNumber, address: Hex, creator: Hex | null, transactionHash: Hex | null) => {
      const key = `${space}${address}`;
      if (isInternal(space, address) || out.contracts.has(key)) return;
      out.contracts.set(key, { space, address, epoch: number, creator, transactionHash });
    };
    for (const block of epoch.blocks) {
      out.blocks += blockLine(chain, number, block);
      for (const referee of block.referees) {
        out.referees += `${chain}\t${number}\t${bytes(block.hash)}\t${bytes(referee)}\n`;
      }
    }
    for (const transaction of epoch.transactions) {
      const { space, from, to, created, ok, phantom } = transaction;
      out.transactions += transactionLine(chain, number, transaction);
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
      out.duplicates += `${chain}\t${number}\t${bytes(hash)}\t${bytes(block)}\n`;
    }
    for (const log of epoch.logs) {
      out.logs += logLine(chain, number, log);
      see(log.space, log.address);
      meet(log.space, log.address, null, null);
      for (const [item, transfer] of readTransfers(log).entries()) {
        out.transfers += transferLine(chain, number, log, item, transfer);
        counts.transfers += 1;
        see(log.space, transfer.from);
        see(log.space, transfer.to);
      }
    }
    out.counts.push(counts);
  }
  return out;
}
