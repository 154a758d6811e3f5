import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import type { Hex } from '../hashes.ts';
import { nextBasePrice, splitGasLimit } from './basePrice.ts';
import { findVoucher, foldBlamedRoots } from './receiptsRoot.ts';
import { blockWeight, collectEpoch, type GraphBlock, isHeavier, orderEpoch } from './treeGraph.ts';

/** Blocks named by one letter; a later letter is a larger hash. */
const block = (name: string, parent: string, ...referees: string[]): GraphBlock => ({
  hash: `0x${name}` as Hex,
  parentHash: `0x${parent}` as Hex,
  refereeHashes: referees.map((referee) => `0x${referee}` as Hex),
});
const names = (hashes: Iterable<Hex>) => [...hashes].map((hash) => hash.slice(2)).join('');

test('an epoch is what its pivot block reaches and no earlier epoch has', async () => {
  const graph = [block('b', 'a'), block('c', 'a'), block('d', 'c'), block('e', 'a', 'c'), block('p', 'b', 'd', 'e')];
  const later = new Map(graph.slice(1).map((entry) => [entry.hash, entry]));
  const pivot = block('p', 'b', 'd', 'e');
  const found = await collectEpoch(pivot, async (hash) => later.get(hash) ?? null);
  expect(names([...found.keys()].sort())).toBe('cdep');
});

test('the order is made from its end, the largest hash first, and never puts a block before what it refers to', () => {
  // Without edges the larger hash comes later; the pivot block is the last whatever its hash.
  expect(
    names(
      orderEpoch(
        ['x', 'z', 'y', 'a'].map((name) => block(name, 'o')),
        '0xa' as Hex,
      ),
    ),
  ).toBe('xyza');
  // Taking the smallest ready block from the front would give another order: "bzca…" instead.
  const graph = [block('b', 'o'), block('z', 'o'), block('c', 'z'), block('a', 'b', 'c')];
  expect(names(orderEpoch(graph, '0xa' as Hex))).toBe('bzca');
  const crossed = [block('m', 'o'), block('f', 'm'), block('n', 'o'), block('k', 'n'), block('p', 'f', 'k')];
  expect(names(orderEpoch(crossed, '0xp' as Hex))).toBe('mfnkp');
  expect(names(orderEpoch(crossed.toReversed(), '0xp' as Hex))).toBe('mfnkp');
});

test('a heavy adaptive block counts 250-fold, another adaptive one nothing; of equals the larger hash wins', () => {
  expect(blockWeight({ difficulty: 4n, adaptive: false, quality: 9_999n })).toBe(4n);
  expect(blockWeight({ difficulty: 4n, adaptive: true, quality: 999n })).toBe(0n);
  expect(blockWeight({ difficulty: 4n, adaptive: true, quality: 1_000n })).toBe(1_000n);
  const [light, heavy] = [
    { weight: 1n, hash: '0xff' as Hex },
    { weight: 2n, hash: '0x00' as Hex },
  ];
  expect(isHeavier(heavy, light)).toBe(true);
  expect(isHeavier(light, heavy)).toBe(false);
  expect(isHeavier({ ...heavy, hash: '0x01' }, heavy)).toBe(true);
});

test('the voucher of the lowest height is found from the newest header down', () => {
  expect(findVoucher([0])).toBe(0);
  expect(findVoucher([0, 0, 0])).toBe(0);
  expect(findVoucher([0, 1, 0])).toBe(1);
  expect(findVoucher([0, 1, 2])).toBe(2);
  expect(findVoucher([3, 0, 1, 0, 9])).toBe(4);
  expect(findVoucher([0, 1, 1])).toBe(0); // the header that blames the first is itself blamed
  const [a, b, c] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte)) as [Uint8Array, Uint8Array, Uint8Array];
  expect(foldBlamedRoots([a])).toEqual(a);
  expect(foldBlamedRoots([a, b, c])).toEqual(keccak_256(concatBytes(a, keccak_256(concatBytes(b, c)))));
});

test('base prices move by an eighth at most and never below the minimum (CIP-1559)', () => {
  const price = (gasPacked: bigint, parentPrice = 800n, minimum = 1n) =>
    nextBasePrice({ gasLimit: 1_000n, gasPacked, parentPrice, minimum });
  expect(price(500n)).toBe(800n);
  expect(price(1_000n)).toBe(900n);
  expect(price(5_000n)).toBe(900n); // more than the space has counts as full
  expect(price(0n)).toBe(700n);
  expect(price(0n, 1n)).toBe(1n);
  expect(price(501n, 1n)).toBe(2n);
  expect(price(0n, 800n, 750n)).toBe(750n);
  expect(nextBasePrice({ gasLimit: 0n, gasPacked: 0n, parentPrice: 5n, minimum: 1n })).toBe(5n);
  expect(splitGasLimit(60_000_001n, 10, 5)).toEqual({ core: 54_000_000n, espace: 30_000_000n });
  expect(splitGasLimit(60_000_000n, 11, 5).espace).toBe(0n);
});
