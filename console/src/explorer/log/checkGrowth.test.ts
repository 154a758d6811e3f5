import { expect, it } from 'vitest';
import { consistencyPath, encodeHex, hashLeaf, rootFromLeaves } from '../../../../proof/index.ts';
import { checkGrowth } from './checkGrowth.ts';

const leaves = Array.from({ length: 21 }, (_, at) => hashLeaf(Uint8Array.of(at)));
const at = (size: number, from = leaves) => ({
  logKey: 'log+1+key',
  size,
  root: encodeHex(rootFromLeaves(from.slice(0, size))),
  seenAt: '2026-01-01T00:00:00.000Z',
});
const honest = async (from: number, to: number) => consistencyPath(leaves.slice(0, to), from).map(encodeHex);

it('accepts a log that only grew', async () => {
  expect(await checkGrowth(null, at(3), honest)).toBe('first');
  expect(await checkGrowth(at(8), at(8), honest)).toBe('same');
  for (let from = 1; from < 21; from++) expect(await checkGrowth(at(from), at(21), honest)).toBe('grown');
});

it('convicts a log that was rewritten, however it answers', async () => {
  const forged = leaves.with(4, hashLeaf(Uint8Array.of(99)));
  const lying = async (from: number, to: number) => consistencyPath(forged.slice(0, to), from).map(encodeHex);
  expect(await checkGrowth(at(8), at(21, forged), lying)).toBe('rewritten');
  expect(await checkGrowth(at(8), at(21, forged), honest)).toBe('rewritten');
  expect(await checkGrowth(at(8), at(8, forged), honest)).toBe('rewritten');
  expect(await checkGrowth(at(8), at(7), honest)).toBe('shorter');
  expect(await checkGrowth(at(8), { ...at(21), logKey: 'log+2+key' }, honest)).toBe('otherLog');
});
