import { expect, test } from 'vitest';
import { coverRange, hashLeaf, rootFromLeaves } from '../../proof/index.ts';
import { extendTree, type HashedNode } from './extendTree.ts';

const leaves = Array.from({ length: 130 }, (_, index) => hashLeaf(Uint8Array.of(index)));

test.each([1, 2, 3, 7, 64])('a tree grown %i leaves at a time is the tree of all leaves', (step) => {
  const stored = new Map<string, HashedNode>();
  for (let size = 0; size < leaves.length; size += step) {
    const frontier = coverRange({ start: 0, end: size }).map(({ level, index }) => {
      const node = stored.get(`${level}/${index}`);
      if (!node) throw new Error(`${level}/${index} is not stored`);
      return node;
    });
    const { root, nodes } = extendTree(size, frontier, leaves.slice(size, size + step));
    for (const node of nodes) {
      expect(stored.has(`${node.level}/${node.index}`)).toBe(false);
      stored.set(`${node.level}/${node.index}`, node);
    }
    expect(root).toEqual(rootFromLeaves(leaves.slice(0, size + step)));
  }
  for (const { level, index, hash } of stored.values()) {
    expect(hash).toEqual(rootFromLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));
  }
});

test('nothing added to nothing is the empty tree', () => {
  expect(extendTree(0, [], [])).toEqual({ root: rootFromLeaves([]), nodes: [] });
});
