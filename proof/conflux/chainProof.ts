import { proofErrors } from '../errors.ts';
import type { Hex } from '../hashes.ts';
import { inBoth } from '../words.ts';

/**
 * What leads from an eSpace transaction to a recent block hash, without a node. Everything is the chain's own bytes: RLP
 * headers and receipts as they are hashed, and sibling hashes of Conflux's tries (see `rootFromTrieProof`).
 */
export interface ChainProof {
  format: 'xiangyu-chain-proof/1';
  /** Hash of the transaction that anchored the checkpoint. */
  transactionHash: Hex;
  /** Which transaction of which executed block of the epoch it is; all counted from 0, with the sizes of both lists. */
  place: { block: number; blocks: number; transaction: number; transactions: number };
  /** Siblings from the transaction's hash up to the block's transactions root. */
  transactionProof: Hex[];
  /** RLP of the receipt. */
  receipt: Hex;
  /** Siblings from the receipt up to the block's receipts root. */
  receiptProof: Hex[];
  /** Siblings from the block's receipts root up to the epoch's receipts root. */
  blockProof: Hex[];
  /** RLP headers of the epoch's blocks in their order, the pivot block last; at most the last 200 are executed. */
  epoch: Hex[];
  /** RLP headers that show that what the epoch refers to outside itself lies before it; the pivot's parent is the first. */
  past: Hex[];
  /** RLP headers of the pivot chain above the epoch, one a height, upwards to the tip. */
  pivots: Hex[];
  /** Only where miners blamed earlier roots: the receipts roots that the vouching header's root is folded from, newest first. */
  blamedRoots: Hex[];
  /** Hash of the last of `pivots`: the one thing to compare with a node that one trusts. */
  tip: Hex;
}

/** Most headers of one kind in a chain proof: 20,000 epochs are one era. */
export const chainProofLimits = {
  epoch: 200,
  past: 20_000,
  pivots: 20_000,
  blamedRoots: 1_000,
  siblings: 120,
} as const;

type Check = (value: unknown, path: string) => void;

const fail = (path: string, en: string, zh: string) => proofErrors.badBundle(...inBoth({ path, problem: { en, zh } }));

const hash: Check = (value, path) => {
  if (typeof value !== 'string' || !/^0x[0-9a-f]{64}$/.test(value))
    throw fail(path, 'is not 32 bytes in lower-case hexadecimal with 0x', '不是以 0x 开头的 32 字节小写十六进制数据');
};
const bytes: Check = (value, path) => {
  if (typeof value !== 'string' || !/^0x(?:[0-9a-f]{2})+$/.test(value))
    throw fail(path, 'is not bytes in lower-case hexadecimal with 0x', '不是以 0x 开头的小写十六进制数据');
};
const count: Check = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw fail(path, 'is not a whole number', '不是整数');
};
const listOf =
  (item: Check, limit: number, least = 0): Check =>
  (value, path) => {
    if (!Array.isArray(value)) throw fail(path, 'is not a list', '不是列表');
    if (value.length < least) throw fail(path, 'is empty', '为空');
    if (value.length > limit) throw fail(path, `has more than ${limit} entries`, `超过 ${limit} 项`);
    for (const [index, entry] of value.entries()) item(entry, `${path}[${index}]`);
  };
const object =
  (members: Record<string, Check>): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw fail(path, 'is not an object', '不是对象');
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(members, key)) throw fail(`${path}.${key}`, 'is not known', '不是已知字段');
    }
    for (const [key, check] of Object.entries(members)) {
      if (!Object.hasOwn(value, key)) throw fail(`${path}.${key}`, 'is missing', '缺失');
      check((value as Record<string, unknown>)[key], `${path}.${key}`);
    }
  };

const siblings = listOf(hash, chainProofLimits.siblings);
const chainProof = object({
  format: (value, path) => {
    if (value !== 'xiangyu-chain-proof/1')
      throw fail(path, 'is not "xiangyu-chain-proof/1"', '不是“xiangyu-chain-proof/1”');
  },
  transactionHash: hash,
  place: object({ block: count, blocks: count, transaction: count, transactions: count }),
  transactionProof: siblings,
  receipt: bytes,
  receiptProof: siblings,
  blockProof: siblings,
  epoch: listOf(bytes, chainProofLimits.epoch, 1),
  past: listOf(bytes, chainProofLimits.past),
  pivots: listOf(bytes, chainProofLimits.pivots, 1),
  blamedRoots: listOf(hash, chainProofLimits.blamedRoots),
  tip: hash,
});

/**
 * Reads a chain proof from parsed JSON, strictly. Throws `PROOF_BAD_BUNDLE` naming the first member that is wrong, below
 * `path`. It checks the form, not the proof.
 */
export function parseChainProof(value: unknown, path = '$.chain'): ChainProof {
  chainProof(value, path);
  return value as ChainProof;
}
