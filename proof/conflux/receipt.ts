import { inBoth } from '../words.ts';
import { confluxErrors } from './errors.ts';
import { bytesToInteger, integerToBytes } from './hexBytes.ts';
import { decodeRlp, encodeRlp, encodeRlpList, type RlpItem } from './rlp.ts';

export type Space = 'core' | 'espace';

export interface ReceiptLog {
  address: Uint8Array;
  topics: Uint8Array[];
  data: Uint8Array;
  space: Space;
}

/** Storage points of one account, in collateral units. */
export interface StorageChange {
  address: Uint8Array;
  collaterals: bigint;
}

/** A receipt as the chain hashes it. */
export interface Receipt {
  /** Gas of this and the earlier transactions of the block. */
  accumulatedGasUsed: bigint;
  /** Drip. */
  gasFee: bigint;
  gasSponsorPaid: boolean;
  /** 2048 bits. */
  logBloom: Uint8Array;
  logs: ReceiptLog[];
  /** `skipped`: packed, but executed elsewhere or not executable; it changed nothing. */
  outcome: 'success' | 'failed' | 'skipped';
  storageSponsorPaid: boolean;
  storageCollateralized: StorageChange[];
  storageReleased: StorageChange[];
  /** Drip burnt by the base price; null before CIP-1559. */
  burntGasFee: bigint | null;
}

const outcomes = ['success', 'failed', 'skipped'] as const;
/** eSpace logs end in this number; Core Space logs have no fourth item. */
const espaceTag = 2n;

/** A truth value is the byte 0 or 1 itself, not an integer: false is 0x00 and not an empty string. */
const flag = (value: boolean) => Uint8Array.of(value ? 1 : 0);

/** RLP of a receipt, the value that stands in the receipts trie. */
export function encodeReceipt(receipt: Receipt): Uint8Array {
  const integer = (value: bigint) => encodeRlp(integerToBytes(value));
  const changes = (entries: readonly StorageChange[]) =>
    encodeRlp(entries.map(({ address, collaterals }) => [address, integerToBytes(collaterals)]));
  const logs = receipt.logs.map(({ address, topics, data, space }): RlpItem => {
    const log: RlpItem[] = [address, topics, data];
    return space === 'espace' ? [...log, integerToBytes(espaceTag)] : log;
  });
  return encodeRlpList([
    integer(receipt.accumulatedGasUsed),
    integer(receipt.gasFee),
    flag(receipt.gasSponsorPaid),
    encodeRlp(receipt.logBloom),
    encodeRlp(logs),
    integer(BigInt(outcomes.indexOf(receipt.outcome))),
    flag(receipt.storageSponsorPaid),
    changes(receipt.storageCollateralized),
    changes(receipt.storageReleased),
    ...(receipt.burntGasFee === null ? [] : [integer(receipt.burntGasFee)]),
  ]);
}

const refuse = (en: string, zh: string) => confluxErrors.badReceipt(...inBoth({ problem: { en, zh } }));

function text(item: RlpItem | undefined, name: string, length?: number): Uint8Array {
  if (!(item instanceof Uint8Array) || (length !== undefined && item.length !== length))
    throw refuse(`${name} is missing or has another length`, '有字段缺失或长度有误');
  return item;
}

function list(item: RlpItem | undefined, name: string): readonly RlpItem[] {
  if (item === undefined || item instanceof Uint8Array) throw refuse(`${name} is no list`, '有字段不是列表');
  return item;
}

function readFlag(item: RlpItem | undefined, name: string): boolean {
  const [byte] = text(item, name, 1);
  if (byte !== 0 && byte !== 1) throw refuse(`${name} is neither 0 nor 1`, '有标志字段既不是 0 也不是 1');
  return byte === 1;
}

function readLog(item: RlpItem): ReceiptLog {
  const [address, topics, data, space, ...rest] = list(item, 'a log');
  if (rest.length > 0) throw refuse('a log has more than four items', '有日志超过四项');
  if (space !== undefined && bytesToInteger(text(space, 'the space of a log')) !== espaceTag)
    throw refuse('a log is of an unknown space', '有日志属于未知空间');
  return {
    address: text(address, 'the address of a log', 20),
    topics: list(topics, 'the topics of a log').map((topic) => text(topic, 'a topic', 32)),
    data: text(data, 'the data of a log'),
    space: space === undefined ? 'core' : 'espace',
  };
}

function readChange(item: RlpItem): StorageChange {
  const [address, collaterals] = list(item, 'a storage change');
  return {
    address: text(address, 'the address of a storage change', 20),
    collaterals: bytesToInteger(text(collaterals, 'the units of a storage change')),
  };
}

/** Reads a receipt from its RLP. @throws CONFLUX_BAD_RLP, CONFLUX_BAD_RECEIPT */
export function decodeReceipt(encoded: Uint8Array): Receipt {
  const items = list(decodeRlp(encoded), 'the receipt');
  if (items.length < 9 || items.length > 10)
    throw refuse(`it has ${items.length} items`, `项数为 ${items.length}，有误`);
  const outcome = outcomes[Number(bytesToInteger(text(items[5], 'the outcome')))];
  if (!outcome) throw refuse('its outcome is unknown', '执行结果未知');
  return {
    accumulatedGasUsed: bytesToInteger(text(items[0], 'the accumulated gas')),
    gasFee: bytesToInteger(text(items[1], 'the gas fee')),
    gasSponsorPaid: readFlag(items[2], 'gasSponsorPaid'),
    logBloom: text(items[3], 'the bloom', 256),
    logs: list(items[4], 'the logs').map(readLog),
    outcome,
    storageSponsorPaid: readFlag(items[6], 'storageSponsorPaid'),
    storageCollateralized: list(items[7], 'storageCollateralized').map(readChange),
    storageReleased: list(items[8], 'storageReleased').map(readChange),
    burntGasFee: items.length === 10 ? bytesToInteger(text(items[9], 'the burnt fee')) : null,
  };
}
