import { keccak_256 } from '@noble/hashes/sha3.js';
import { inBoth } from '../words.ts';
import { confluxErrors } from './errors.ts';
import { bytesToInteger, integerToBytes } from './hexBytes.ts';
import { decodeRlp, encodeRlp, type RlpItem, splitRlpList } from './rlp.ts';

/** A Conflux block header: the fields that are hashed. Hashes and addresses are bytes, amounts are bigint. */
export interface BlockHeader {
  parentHash: Uint8Array;
  height: number;
  /** Unix seconds. */
  timestamp: number;
  author: Uint8Array;
  transactionsRoot: Uint8Array;
  deferredStateRoot: Uint8Array;
  /** Receipts root of the epoch five below. */
  deferredReceiptsRoot: Uint8Array;
  deferredLogsBloomHash: Uint8Array;
  /** How many pivot ancestors in a row are said to carry wrong roots. */
  blame: number;
  difficulty: bigint;
  adaptive: boolean;
  /** The header's own limit; what RPC calls `gasLimit` is nine tenths of it once CIP-1559 is active. */
  gasLimit: bigint;
  refereeHashes: Uint8Array[];
  nonce: bigint;
  /** Hash of a PoS block; null before PoS is enabled. */
  posReference: Uint8Array | null;
  /** Base prices in drip of both spaces; null before CIP-1559. */
  basePrice: { core: bigint; espace: bigint } | null;
  custom: Uint8Array[];
  /** Before CIP-112 the custom items stand in the list as they are; since then each is a string of its own. */
  rawCustom?: boolean;
}

const nonceAt = 13;

/**
 * RLP of a header, the bytes that are hashed. The two optional members are lists of one entry; the pair of prices is a
 * list in such a list.
 */
export function encodeHeader(header: BlockHeader): Uint8Array {
  const integer = (value: number | bigint) => integerToBytes(BigInt(value));
  const fields: RlpItem[] = [
    header.parentHash,
    integer(header.height),
    integer(header.timestamp),
    header.author,
    header.transactionsRoot,
    header.deferredStateRoot,
    header.deferredReceiptsRoot,
    header.deferredLogsBloomHash,
    integer(header.blame),
    integer(header.difficulty),
    integer(header.adaptive ? 1 : 0),
    integer(header.gasLimit),
    header.refereeHashes,
    integer(header.nonce),
  ];
  if (header.posReference) fields.push([header.posReference]);
  if (header.basePrice) fields.push([[integer(header.basePrice.core), integer(header.basePrice.espace)]]);
  return encodeRlp([...fields, ...header.custom.map((item) => (header.rawCustom ? decodeRlp(item) : item))]);
}

/** The block hash of a header: keccak-256 of its RLP. */
export function hashHeader(encoded: Uint8Array): Uint8Array {
  return keccak_256(encoded);
}

/** What the miner hashes before it knows the nonce: keccak-256 of the header's RLP list without it. */
export function problemHash(encoded: Uint8Array): Uint8Array {
  const fields = splitRlpList(encoded).map((field) => decodeRlp(field));
  return keccak_256(encodeRlp(fields.filter((_, index) => index !== nonceAt)));
}

const refuse = (en: string, zh: string) => confluxErrors.badHeader(...inBoth({ problem: { en, zh } }));

function text(item: RlpItem | undefined, name: string, length?: number): Uint8Array {
  if (!(item instanceof Uint8Array)) throw refuse(`${name} is missing or a list`, '有字段缺失，或不应为列表');
  if (length !== undefined && item.length !== length)
    throw refuse(
      `${name} has ${item.length} bytes instead of ${length}`,
      `有字段应为 ${length} 字节，现有 ${item.length} 字节`,
    );
  return item;
}

function whole(item: RlpItem | undefined, name: string, mostBytes = 32): bigint {
  const bytes = text(item, name);
  if (bytes[0] === 0 || bytes.length > mostBytes)
    throw refuse(
      `${name} is not a whole number of at most ${mostBytes} bytes`,
      `有字段不是至多 ${mostBytes} 字节的整数`,
    );
  return bytesToInteger(bytes);
}

function list(item: RlpItem | undefined, name: string): readonly RlpItem[] {
  if (item === undefined || item instanceof Uint8Array) throw refuse(`${name} is no list`, '有字段不是列表');
  return item;
}

/** The optional members after the nonce: [posReference] is a list of bytes, [[core, espace]] a list of a list. */
function readOptions(items: readonly RlpItem[]): Pick<BlockHeader, 'posReference' | 'basePrice' | 'custom'> {
  let at = 0;
  const next = () => {
    const item = items[at];
    return item === undefined || item instanceof Uint8Array || item.length !== 1 ? undefined : item[0];
  };
  let posReference: Uint8Array | null = null;
  const reference = next();
  if (reference instanceof Uint8Array && reference.length === 32) {
    posReference = reference;
    at += 1;
  }
  let basePrice: BlockHeader['basePrice'] = null;
  const prices = next();
  if (prices !== undefined && !(prices instanceof Uint8Array) && prices.length === 2) {
    basePrice = { core: whole(prices[0], 'the core base price'), espace: whole(prices[1], 'the eSpace base price') };
    at += 1;
  }
  return { posReference, basePrice, custom: items.slice(at).map((item) => text(item, 'a custom item')) };
}

/**
 * Reads a header from its RLP. Its hash is taken over the given bytes, so nothing here decides about identity.
 * @throws CONFLUX_BAD_RLP, CONFLUX_BAD_HEADER
 */
export function decodeHeader(encoded: Uint8Array): BlockHeader {
  const items = list(decodeRlp(encoded), 'the header');
  const number = (at: number, name: string) => Number(whole(items[at], name, 6));
  return {
    parentHash: text(items[0], 'parentHash', 32),
    height: number(1, 'height'),
    timestamp: number(2, 'timestamp'),
    author: text(items[3], 'author', 20),
    transactionsRoot: text(items[4], 'transactionsRoot', 32),
    deferredStateRoot: text(items[5], 'deferredStateRoot', 32),
    deferredReceiptsRoot: text(items[6], 'deferredReceiptsRoot', 32),
    deferredLogsBloomHash: text(items[7], 'deferredLogsBloomHash', 32),
    blame: number(8, 'blame'),
    difficulty: whole(items[9], 'difficulty'),
    adaptive: whole(items[10], 'adaptive', 1) === 1n,
    gasLimit: whole(items[11], 'gasLimit'),
    refereeHashes: list(items[12], 'refereeHashes').map((item) => text(item, 'a referee hash', 32)),
    nonce: whole(items[nonceAt], 'nonce'),
    ...readOptions(items.slice(nonceAt + 1)),
  };
}
