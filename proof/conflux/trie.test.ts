import { keccak_256 } from '@noble/hashes/sha3.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { fromHex, toHex } from './hexBytes.ts';
import { rootFromTrieProof, trieLevels, trieProof, trieRoot } from './trie.ts';

const values = (count: number) => Array.from({ length: count }, (_, index) => keccak_256(utf8ToBytes(`${index}`)));

test('nothing hashes to keccak-256 of nothing', () => {
  expect(toHex(trieRoot([]))).toBe('0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470');
});

test('the transactions root of a real block with one transaction', () => {
  const hash = fromHex('0xc1b60bc95df38fc6bd4d90d0224b456d4af82759d91ac1258cf3a92ae34c5cc1');
  expect(toHex(trieRoot([hash]))).toBe('0x7096374658a6306eac655fd926a5560a73d3e7bbc0ac3937e1f15b74c0bc5568');
});

test.each([1, 2, 3, 15, 16, 17, 31, 33, 200, 256, 257, 300, 4_097])('entries of %i are proven', (count) => {
  const all = values(count);
  const root = toHex(trieRoot(all));
  const step = Math.ceil(count / (count > 1_000 ? 2 : 17));
  for (let index = 0; index < count; index += step) {
    const siblings = trieProof(all, index);
    const value = all[index] ?? new Uint8Array();
    const entry = { index, count, value, siblings };
    expect(toHex(rootFromTrieProof(entry))).toBe(root);
    expect(toHex(rootFromTrieProof({ ...entry, value: keccak_256(value) }))).not.toBe(root);
    if (count > 1 && count < 17) {
      const other = { ...entry, index: (index + 1) % count };
      expect(toHex(rootFromTrieProof(other))).not.toBe(root);
    }
  }
});

test('a proof has the siblings that its place asks for, no more and no less', () => {
  const all = values(20);
  const siblings = trieProof(all, 3);
  expect(trieLevels(3, 20)).toEqual([
    { children: 2, own: 0 },
    { children: 16, own: 3 },
  ]);
  expect(siblings).toHaveLength(16);
  const entry = { index: 3, count: 20, value: all[3] ?? new Uint8Array() };
  for (const wrong of [siblings.slice(1), [...siblings, ...siblings.slice(0, 1)], []])
    expect(() => rootFromTrieProof({ ...entry, siblings: wrong })).toThrow(/siblings/);
  for (const place of [{ index: 20 }, { index: -1 }, { index: 0.5 }, { count: 0 }])
    expect(() => rootFromTrieProof({ ...entry, ...place, siblings })).toThrow(/siblings/);
});
