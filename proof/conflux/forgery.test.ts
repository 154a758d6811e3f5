import { keccak_256 } from '@noble/hashes/sha3.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import type { ChainProof } from './chainProof.ts';
import { type BlockHeader, encodeHeader, hashHeader } from './header.ts';
import { toHex } from './hexBytes.ts';
import { encodeReceipt, type Receipt } from './receipt.ts';
import { trieProof, trieRoot } from './trie.ts';
import { verifyChainProof } from './verifyChainProof.ts';

// A forger with any amount of work: difficulty 1 is reached by every hash. All hashes fit, so only the rules can say no.
const zeros = new Uint8Array(32);
const address = new Uint8Array(20).fill(5);
const root = new Uint8Array(32).fill(6);
const transaction = new Uint8Array(32).fill(7);
const nine = Uint8Array.from({ length: 32 }, (_, at) => (at === 31 ? 9 : 0));
const topics = [keccak_256(utf8ToBytes('CheckpointAnchored(uint64,bytes32,uint64)')), nine, root];
const receipt: Receipt = {
  accumulatedGasUsed: 1n,
  gasFee: 1n,
  gasSponsorPaid: false,
  logBloom: new Uint8Array(256),
  logs: [{ address, topics, data: zeros, space: 'espace' }],
  outcome: 'success',
  storageSponsorPaid: false,
  storageCollateralized: [],
  storageReleased: [],
  burntGasFee: null,
};

function makeHeader(height: number, given: Partial<BlockHeader> = {}): Uint8Array {
  return encodeHeader({
    height,
    parentHash: zeros,
    timestamp: 1,
    author: address,
    transactionsRoot: trieRoot([transaction]),
    deferredStateRoot: zeros,
    deferredReceiptsRoot: zeros,
    deferredLogsBloomHash: zeros,
    blame: 0,
    difficulty: 1n,
    adaptive: false,
    gasLimit: 1n,
    refereeHashes: [],
    nonce: 0n,
    posReference: null,
    basePrice: null,
    custom: [],
    ...given,
  });
}

const parent = makeHeader(9);
const side = makeHeader(10, { parentHash: hashHeader(parent), timestamp: 2 });

interface Forgery {
  sides?: Uint8Array[];
  /** What the pivot block refers to; by default its side blocks. */
  referees?: Uint8Array[];
  past?: Uint8Array[];
  receipt?: Partial<Receipt>;
  /** Pivot headers above the epoch. */
  above?: number;
  /** Height of the trusted block. */
  trusted?: number;
}

/** A proof in which the pivot block at height 10 holds the anchor, with every hash right; and what is found. */
function forge({ sides = [], referees = sides, past = [], above = 6, trusted = 16, ...rest }: Forgery) {
  const pivot = makeHeader(10, { parentHash: hashHeader(parent), refereeHashes: referees.map(hashHeader) });
  const encoded = encodeReceipt({ ...receipt, ...rest.receipt });
  const blockRoots = [...sides.map(() => zeros), trieRoot([encoded])];
  const pivots: Uint8Array[] = [];
  for (let height = 11; height <= 10 + above; height += 1) {
    const parentHash = hashHeader(pivots.at(-1) ?? pivot);
    pivots.push(makeHeader(height, { parentHash, deferredReceiptsRoot: trieRoot(blockRoots) }));
  }
  const hashes = pivots.map((header) => toHex(hashHeader(header)));
  const proof: ChainProof = {
    format: 'xiangyu-chain-proof/1',
    transactionHash: toHex(transaction),
    place: { block: sides.length, blocks: sides.length + 1, transaction: 0, transactions: 1 },
    transactionProof: [],
    receipt: toHex(encoded),
    receiptProof: [],
    blockProof: trieProof(blockRoots, sides.length).map(toHex),
    epoch: [...sides, pivot].map(toHex),
    past: past.map(toHex),
    pivots: pivots.map(toHex),
    blamedRoots: [],
    tip: hashes.at(-1) ?? '0x',
  };
  const checks = verifyChainProof(proof, {
    transactionHash: toHex(transaction),
    blockHash: toHex(hashHeader(pivot)),
    blockNumber: 10,
    contract: toHex(address),
    size: 9,
    root: toHex(root),
    trustedBlocks: [hashes[trusted - 11] ?? '0x'],
  });
  const failed = checks.find(({ ok }) => ok === false);
  return failed ? `${failed.id}: ${failed.detail}` : checks.every(({ ok }) => ok) ? 'valid' : 'open';
}

test('what keeps the rules is valid', () => {
  expect(forge({})).toBe('valid');
  expect(forge({ sides: [side] })).toBe('valid');
  const later = makeHeader(11, { parentHash: hashHeader(side) });
  expect(forge({ sides: [side, later], referees: [later] })).toBe('valid');
  const old = makeHeader(8);
  const onOld = makeHeader(9, { parentHash: hashHeader(old), timestamp: 3 });
  expect(forge({ sides: [onOld] })).toContain('neither in the epoch nor shown to be earlier');
});

test('an epoch takes no block that is not its own', () => {
  expect(forge({ sides: [parent] })).toContain('order: Block 1 of 2 of the epoch belongs to an earlier epoch');
  expect(forge({ sides: [side], referees: [] })).toContain('does not belong to it');
  expect(forge({ sides: [side, side] })).toContain('stands in the epoch twice');
  const stray = makeHeader(10, { parentHash: new Uint8Array(32).fill(1) });
  expect(forge({ sides: [stray] })).toContain('nor shown to be earlier');
  expect(forge({ sides: [stray], past: [makeHeader(3)] })).toContain('Earlier header 1 of 1 is reached by none');
  const reached = makeHeader(9, { parentHash: hashHeader(stray) });
  expect(forge({ sides: [stray], past: [reached] })).toContain('Earlier header 1 of 1');
  const later = makeHeader(11, { parentHash: hashHeader(side) });
  expect(forge({ sides: [later, side], referees: [later] })).toContain('stands in the wrong place');
});

test('a receipt of another outcome, contract, event or space shows nothing', () => {
  const [log] = receipt.logs;
  if (!log) throw new Error('the receipt has a log');
  expect(forge({ receipt: { outcome: 'failed' } })).toContain('receipt: The transaction failed');
  expect(forge({ receipt: { outcome: 'skipped' } })).toContain('was skipped');
  for (const change of [
    { space: 'core' as const },
    { address: zeros.slice(0, 20) },
    { topics: [zeros, nine, root] },
    { topics: [] },
  ])
    expect(forge({ receipt: { logs: [{ ...log, ...change }] } })).toContain('has no CheckpointAnchored event');
  for (const wrong of [[...topics.slice(0, 2), nine], [...topics.slice(0, 1), root, root], topics.slice(0, 2)])
    expect(forge({ receipt: { logs: [{ ...log, topics: wrong }] } })).toContain('of another checkpoint');
  expect(forge({ receipt: { logs: [{ ...log, space: 'core' }, log] } })).toBe('valid');
});

test('the headers reach the height that states the receipts, and so does the trust', () => {
  expect(forge({ above: 4, trusted: 14 })).toContain('header: The headers end at height 14');
  expect(forge({ above: 5, trusted: 15 })).toBe('valid');
  expect(forge({ trusted: 14 })).toContain('trusted: What is trusted ends at height 14');
  expect(forge({ trusted: 15 })).toBe('valid');
  expect(forge({ trusted: 17 })).toContain('None of the trusted blocks');
});
