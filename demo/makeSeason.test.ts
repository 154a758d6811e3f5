import { expect, test } from 'vitest';
import { compileGs1Schema, hasGs1Schema } from './compileGs1Schema.ts';
import { makeSeason } from './makeSeason.ts';

const now = new Date('2026-03-10T02:30:00Z');
const eventsOf = (seed: number, count: number) =>
  [...makeSeason({ count, seed, now, eventsPerDocument: 7 })].flatMap(({ document }) => document.epcisBody.eventList);

test('makes as many events as asked, of all types, in documents of the size asked', () => {
  const documents = [...makeSeason({ count: 105, seed: 1, now, eventsPerDocument: 10 })];
  expect(documents.map(({ document }) => document.epcisBody.eventList.length)).toEqual([...Array(10).fill(10), 5]);
  expect(new Set(eventsOf(1, 105).map(({ type }) => type)).size).toBe(5);
  expect([...makeSeason({ count: 3, seed: 1, now })]).toHaveLength(3);
});

test('is the same for the same seed and shares nothing between seeds', () => {
  expect(eventsOf(5, 40)).toEqual(eventsOf(5, 40));
  const ids = [1, 2, 3].flatMap((seed) => eventsOf(seed, 200).map(({ eventID }) => eventID));
  expect(new Set(ids).size).toBe(600);
});

test('events happen before now', () => {
  for (const { eventTime } of eventsOf(9, 300)) expect(Date.parse(eventTime)).toBeLessThan(now.getTime());
});

test.skipIf(!hasGs1Schema)('is valid for the schema of GS1', () => {
  const check = compileGs1Schema();
  for (const { document } of makeSeason({ count: 200, seed: 2 ** 31 - 1, now, eventsPerDocument: 3 })) {
    expect(check(document)).toEqual([]);
  }
});
