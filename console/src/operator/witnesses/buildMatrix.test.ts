import { expect, test } from 'vitest';
import type { ListedCheckpoint, WitnessState } from '../../api/checkpoints.ts';
import { buildMatrix } from './buildMatrix.ts';

const witness = (name: string, addedAt: string): WitnessState => ({
  name,
  vkeys: [],
  address: null,
  member: null,
  reachable: true,
  addedAt,
  size: 0,
  lag: 0,
  cosignedAt: null,
  attemptedAt: null,
  failures: 0,
  disagrees: false,
});
const checkpoint = (size: number, signedAt: string, by: Record<string, string>): ListedCheckpoint => ({
  size,
  root: '',
  signedAt,
  publishedAt: null,
  witnesses: Object.keys(by),
  cosignedAt: Object.values(by),
  anchor: null,
});

test('who signed, after how long, who is missing, and who was no witness then', () => {
  const { names, past, rows } = buildMatrix(
    [
      checkpoint(2, '2026-05-01T08:02:00Z', { w1: '2026-05-01T08:02:01.500Z' }),
      checkpoint(1, '2026-05-01T08:00:00Z', { gone: '2026-05-01T08:00:02Z', w1: '2026-05-01T08:00:01Z' }),
    ],
    [witness('w1', '2026-05-01T07:00:00Z'), witness('w2', '2026-05-01T08:01:00Z')],
  );
  expect(names).toEqual(['w1', 'w2', 'gone']);
  expect(past).toEqual(new Set(['gone']));
  expect(rows.map(({ cells }) => cells.map(({ kind }) => kind))).toEqual([
    ['signed', 'missing', 'none'],
    ['signed', 'none', 'signed'],
  ]);
  expect(rows.map(({ signed, total }) => [signed, total])).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(rows[0]?.cells[0]).toMatchObject({ seconds: 1.5 });
});
