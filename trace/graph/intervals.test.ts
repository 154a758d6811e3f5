import { expect, test } from 'vitest';
import { clip, toIntervals } from './intervals.ts';

const change = (action: 'ADD' | 'DELETE', time: number, quantity: number | null = null) => ({
  action,
  time,
  sequence: time,
  quantity,
});
const spans = (...changes: Parameters<typeof toIntervals>[0]) =>
  toIntervals(changes).map(({ from, until }) => [from, until]);

test('a stay lasts from ADD to DELETE, in whatever order they were recorded', () => {
  expect(spans(change('DELETE', 5), change('ADD', 2), change('ADD', 7))).toEqual([
    [2, 5],
    [7, Infinity],
  ]);
});

test('a DELETE without ADD ends a stay from before the records', () => {
  expect(spans(change('DELETE', 5))).toEqual([[-Infinity, 5]]);
});

test('taking a part of a lot out leaves the rest in', () => {
  expect(spans(change('ADD', 1, 100), change('DELETE', 2, 40), change('DELETE', 3, 60))).toEqual([[1, 3]]);
  expect(spans(change('ADD', 1, 50), change('ADD', 2, 50), change('DELETE', 3, 60))).toEqual([[1, Infinity]]);
  expect(spans(change('ADD', 1, 100), change('DELETE', 2))).toEqual([[1, 2]]);
});

test('a second DELETE of the same stay changes nothing', () => {
  expect(spans(change('ADD', 1), change('DELETE', 2), change('DELETE', 3))).toEqual([[1, 2]]);
});

test('a window cuts a stay', () => {
  const stay = { from: 2, until: 5, sequence: 1 };
  expect(clip(stay, 3, 9)).toEqual({ from: 3, until: 5, sequence: 1 });
  expect(clip(stay, 6, 9)).toBeNull();
});
