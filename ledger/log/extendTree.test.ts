import { expect, test } from 'vitest';
import { coverRange, hashLeaf, rootFromLeaves } from '../../proof/index.ts';
import { extendTree } from './extendTree.ts';

const leaves = Array.from({ length: 130 }, (_, index) => hashLeaf(Uint8Array.of(index)));

test.each([1, 2, 3, 7, 64, 130])('a tree grown %i leaves at a time is the tree of all leaves', (step) => {
  const stored = new Map<string, Uint8Array>();
  for (let size = 0; size < leaves.length; size += step) {
    const frontier = coverRange({ start: 0, end: size }).map(({ level, index }) => {
      const hash = stored.get(`${level}/${index}`);
      if (!hash) throw new Error(`${level}/${index} is not stored`);
      return { level, index, hash };
    });
    const { root, runs } = extendTree(size, frontier, Buffer.concat(leaves.slice(size, size + step)));
    for (const { level, start, hashes } of runs) {
      for (let at = 0; at < hashes.length / 32; at += 1) {
        expect(stored.has(`${level}/${start + at}`)).toBe(false);
        stored.set(`${level}/${start + at}`, new Uint8Array(hashes.subarray(at * 32, at * 32 + 32)));
      }
    }
    expect(root).toEqual(rootFromLeaves(leaves.slice(0, size + step)));
  }
  for (const [place, hash] of stored) {
    const [level = 0, index = 0] = place.split('/').map(Number);
    expect(hash).toEqual(rootFromLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));
  }
  // Every complete subtree of 130 leaves: 130 + 65 + 32 + 16 + 8 + 4 + 2 + 1.
  expect(stored.size).toBe(258);
});

test('nothing added to nothing is the empty tree', () => {
  expect(extendTree(0, [], Buffer.alloc(0))).toEqual({ root: rootFromLeaves([]), runs: [] });
});

test('a frontier with a gap is refused', () => {
  expect(() => extendTree(1, [], Buffer.alloc(32))).toThrow('lacks level 0');
});
