import { expect, test } from 'vitest';
import { decodeHex, encodeHex, hashLeaf } from './hashes.ts';
import {
  consistencyPath,
  consistencyRanges,
  coverRange,
  emptyRoot,
  foldCover,
  inclusionPath,
  inclusionRanges,
  rootFromLeaves,
} from './merkleTree.ts';
import { verifyConsistency } from './verifyConsistency.ts';
import { verifyInclusion } from './verifyInclusion.ts';

// The vectors published with Certificate Transparency (RFC 6962); RFC 9162 keeps the same hashing.
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const published = entries.map((hex) => hashLeaf(decodeHex(hex, 'entry', hex.length / 2)));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const n01 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const n01Leaf1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const n4567 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const leaf4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const n67 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const n45 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';

test('published roots of 0 to 8 leaves', () => {
  expect(roots.map((_, size) => encodeHex(rootFromLeaves(published.slice(0, size))))).toEqual(roots);
});

test.each([
  [0, 8, [n01Leaf1, n01, n4567]],
  [5, 8, [leaf4, n67, roots[4]]],
])('published inclusion path of leaf %i of %i', (index, size, path) => {
  expect(inclusionPath(published.slice(0, size), index).map(encodeHex)).toEqual(path);
});

test.each([
  [1, 1, []],
  [2, 5, [n01, leaf4]],
  [2, 8, [n01, n4567]],
  [6, 8, [n45, n67, roots[4]]],
])('published consistency path from %i to %i', (first, size, path) => {
  const computed = consistencyPath(published.slice(0, size), first);
  expect(computed.map(encodeHex)).toEqual(path);
});

const leaves = Array.from({ length: 64 }, (_, index) => hashLeaf(Uint8Array.of(index, 255 - index)));
const rootOf = (size: number) => rootFromLeaves(leaves.slice(0, size));
const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

test('every leaf of every tree of 1 to 64 leaves is proven, and nothing else is', () => {
  for (let size = 1; size <= 64; size += 1) {
    const root = rootOf(size);
    for (let index = 0; index < size; index += 1) {
      const hashes = inclusionPath(leaves.slice(0, size), index);
      const leafHash = leaves[index] ?? emptyRoot;
      const proof = { leafHash, index, size, hashes, root };
      expect(verifyInclusion(proof)).toBe(true);
      const wrong = [
        { ...proof, leafHash: flip(leafHash, 31) },
        { ...proof, root: flip(root, 0) },
        { ...proof, index: index + 1 },
        { ...proof, index: index - 1 },
        { ...proof, index: size },
        // A tree of one level more: the path ends below its root.
        ...(index === 0 ? [{ ...proof, size: 2 ** hashes.length + 1 }] : []),
        { ...proof, hashes: [...hashes, root] },
        { ...proof, hashes: [root, ...hashes] },
        ...hashes.map((hash, at) => ({ ...proof, hashes: hashes.with(at, flip(hash, at % 32)) })),
        ...hashes.map((_, at) => ({ ...proof, hashes: hashes.toSpliced(at, 1) })),
      ];
      expect(wrong.map(verifyInclusion)).toEqual(wrong.map(() => false));
    }
  }
});

test('every pair of sizes 0 to 64 is consistent, and nothing else is', () => {
  for (let size = 1; size <= 64; size += 1) {
    const root = rootOf(size);
    for (let firstSize = 0; firstSize <= size; firstSize += 1) {
      const hashes = consistencyPath(leaves.slice(0, size), firstSize);
      const firstRoot = rootOf(firstSize);
      const proof = { firstSize, firstRoot, size, root, hashes };
      expect(verifyConsistency(proof)).toBe(true);
      const wrong = [
        { ...proof, firstRoot: flip(firstRoot, 0) },
        { ...proof, firstSize: size + 1 },
        { ...proof, hashes: [...hashes, root] },
        ...hashes.map((hash, at) => ({ ...proof, hashes: hashes.with(at, flip(hash, at % 32)) })),
        ...hashes.map((_, at) => ({ ...proof, hashes: hashes.toSpliced(at, 1) })),
        // The empty log says nothing about the root that extends it.
        ...(firstSize > 0 ? [{ ...proof, root: flip(root, 31) }] : []),
      ];
      expect(wrong.map(verifyConsistency)).toEqual(wrong.map(() => false));
    }
  }
});

test('paths computed from stored complete subtrees are the same', () => {
  const nodeHash = ({ level, index }: { level: number; index: number }) =>
    rootFromLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
  const hashOf = (range: { start: number; end: number }) => foldCover(coverRange(range).map(nodeHash));
  for (let size = 1; size <= 64; size += 1) {
    expect(hashOf({ start: 0, end: size })).toEqual(rootOf(size));
    for (let index = 0; index < size; index += 1) {
      expect(inclusionRanges(index, size).map(hashOf)).toEqual(inclusionPath(leaves.slice(0, size), index));
      expect(consistencyRanges(index, size).map(hashOf)).toEqual(consistencyPath(leaves.slice(0, size), index));
    }
  }
});

test('sizes beyond 32 bits', () => {
  const size = 2 ** 40 + 3;
  expect(coverRange({ start: 0, end: size }).map(({ level }) => level)).toEqual([40, 1, 0]);
  expect(inclusionRanges(2 ** 40 + 1, size)).toEqual([
    { start: 2 ** 40, end: 2 ** 40 + 1 },
    { start: 2 ** 40 + 2, end: size },
    { start: 0, end: 2 ** 40 },
  ]);
  const [a, b, c] = [rootOf(1), rootOf(2), rootOf(3)];
  const leafHash = rootOf(4);
  const root = rootFromLeaves([c, rootFromLeaves([rootFromLeaves([a, leafHash]), b])]);
  expect(verifyInclusion({ leafHash, index: 2 ** 40 + 1, size, hashes: [a, b, c], root })).toBe(true);
  expect(verifyInclusion({ leafHash, index: 1, size: 3, hashes: [a, b, c], root })).toBe(false);
});

test('a leaf or size that the tree does not have is an error with a code', () => {
  expect(() => inclusionRanges(3, 3)).toThrow(expect.objectContaining({ code: 'PROOF_BAD_INDEX' }));
  expect(() => consistencyRanges(4, 3)).toThrow(expect.objectContaining({ code: 'PROOF_BAD_INDEX' }));
});
