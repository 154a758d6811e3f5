import { describe, expect, it, test } from 'vitest';
import type { Dataset } from '../catalogue/catalogue.ts';
import { areDisjoint, type Clause, differenceOf } from './buildFilter.ts';
import { packMembers } from './controlOverlap.ts';
import { type IdentifierKind, normaliseIdentifier, writingsOf } from './identifiers.ts';
import { parseQuestion } from './parseQuestion.ts';
import { suppressGroups } from './tellGroups.ts';

test.each<[IdentifierKind, string, string | null]>([
  ['citizenNumber', '11010519491231002X', '11010519491231002X'],
  ['citizenNumber', '１１０１０５ 19491231 002x', '11010519491231002X'],
  ['citizenNumber', '110105491231002', '11010519491231002X'],
  ['citizenNumber', '110105194912310021', null],
  ['citizenNumber', '1101051949123100', null],
  ['creditCode', '91350100m000100y43', '91350100M000100Y43'],
  ['creditCode', '91350100M000100Y44', null],
  ['creditCode', '91350100I000100Y43', null],
  ['mobile', '+86 138-0013-8000', '13800138000'],
  ['mobile', '02012345678', null],
  ['text', '  湘 A·farm\t1 ', '湘 A·FARM 1'],
  ['text', '   ', null],
  ['exact', ' a ', ' a '],
  ['exact', 'a\0', null],
])('an identifier of kind %s written %j is %j', (kind, text, expected) => {
  expect(normaliseIdentifier(kind, text)).toBe(expected);
  if (expected === null) return;
  for (const writing of writingsOf(kind, expected)) expect(normaliseIdentifier(kind, writing)).toBe(expected);
});

const words = { zh: '问', en: 'q' };
const item = (name: string, type: string, key = false) => ({ name, type, key, title: words, validity: null });
const dataset = {
  participant: 'civil',
  id: 'urn:uuid:1',
  subject: 'person',
  items: [item('id', 'text', true), item('age', 'integer'), item('day', 'date'), item('town', 'text')],
} as unknown as Dataset;
const parameter = { name: 'who', words, item: 'id', comparison: 'eq', type: 'text', required: true };
const town = { name: 'town', words, item: 'town', comparison: 'eq', type: 'text', required: false };
const holds = { id: 'q', dataset: dataset.id, kind: 'holds', words, parameters: [parameter] };
const value = { ...holds, kind: 'value', item: 'age', bounds: { low: 0, high: 150 } };
const sum = { id: 'q', dataset: dataset.id, kind: 'sum', words, item: 'age', bounds: { low: 0, high: 150 } };
const parse = (question: unknown) => parseQuestion(question, dataset, new Date());

describe('a question that a steward writes', () => {
  it('is read with careful defaults', () => {
    expect(parse(holds)).toMatchObject({ item: null, reveal: false, limits: { smallestGroup: 10, perDay: 1_000 } });
    expect(parse(sum)).toMatchObject({ limits: { roundTo: 5, perDay: 50, dominance: 0.5 } });
    for (const good of [value, { ...holds, kind: 'matchRate', threshold: 0.5, parameters: [] }]) parse(good);
  });

  const least = { name: 'least', words, item: 'age', comparison: 'gteq', type: 'integer', required: true };
  test.each<[string, object, string, RegExp]>([
    ['a single answer without the person', { ...holds, parameters: [] }, '/parameters', /exactly one/],
    [
      'a person that need not be named',
      { ...holds, parameters: [{ ...parameter, required: false }] },
      '/parameters',
      /one/,
    ],
    ['free bounds about one person', { ...holds, parameters: [parameter, least] }, '/parameters/1/values', /halving/],
    ['a value without bounds', { ...value, bounds: null }, '/bounds', /within/],
    ['a group that names a person', { ...sum, parameters: [parameter] }, '/parameters/0/item', /one person/],
    ['a sum of a text', { ...sum, item: 'town' }, '/item', /numbers/],
    ['a sum that goes below zero', { ...sum, bounds: { low: -1, high: 2 } }, '/bounds', /from 0/],
    ['a list of persons', { ...sum, kind: 'histogram', item: 'id', bounds: null, values: ['a'] }, '/item', /persons/],
    ['an item that is not there', { ...value, item: 'income' }, '/item', /no item income/],
    [
      'a condition of another type',
      { ...holds, conditions: [{ item: 'age', comparison: 'eq', value: 'x' }] },
      '/conditions/0/value',
      /number/,
    ],
    [
      'a pattern that could take for ever',
      { ...sum, parameters: [{ ...town, pattern: '(a+)+' }] },
      '/parameters/0/pattern',
      /no groups/,
    ],
    ['two parameters of one name', { ...sum, parameters: [town, town] }, '/parameters/1/name', /another/],
    ['a group smaller than three', { ...sum, limits: { smallestGroup: 2 } }, '/limits/smallestGroup', />= 3/],
    ['a match without a threshold', { ...holds, kind: 'matchRate', parameters: [] }, '/threshold', /needed/],
    ['an answer that would show an intersection', { ...holds, reveal: true }, '/reveal', /match/],
    ['something else', { ...holds, sql: 'SELECT 1' }, '/sql', /no such field/],
  ])('is refused: %s', (_, question, path, problem) => {
    expect(() => parse(question)).toThrow(problem);
    expect(() => parse(question)).toThrow(` at ${path}: `);
  });
});

test('small groups are left out, and another one when those left out would show through a total', () => {
  const counts = (...persons: number[]) => persons.map((count) => ({ persons: count }));
  const shown = (...persons: number[]) => suppressGroups(counts(...persons), 10).map(({ persons: count }) => count);
  expect(shown(50, 20, 12)).toEqual([50, 20, 12]);
  expect(shown(50, 20, 12, 3)).toEqual([50, 20]);
  expect(shown(50, 20, 6, 6)).toEqual([50, 20]);
  expect(shown(50, 20, 0)).toEqual([50, 20]);
  expect(shown(50, 3)).toEqual([]);
});

test('the difference of two groups counts rows that a comparison does not see', () => {
  const all: Clause[] = [{ column: 'town', is: 'eq', value: 'a' }];
  const old: Clause[] = [...all, { column: 'age', is: 'gteq', value: 60 }];
  const rows = [
    { town: 'a', age: 70 },
    { town: 'a', age: 20 },
    { town: 'a', age: null },
    { town: 'b', age: 70 },
  ];
  type Filter = ReturnType<typeof differenceOf>;
  /** As SQL: a comparison with null is unknown, and so is its negation. */
  const test3 = (filter: Filter, row: Record<string, unknown>): boolean | null => {
    if ('all' in filter) {
      const parts = filter.all.map((one) => test3(one, row));
      return parts.includes(false) ? false : parts.includes(null) ? null : true;
    }
    if ('any' in filter) {
      const parts = filter.any.map((one) => test3(one, row));
      return parts.includes(true) ? true : parts.includes(null) ? null : false;
    }
    if ('not' in filter) {
      const inner = test3(filter.not, row);
      return inner === null ? null : !inner;
    }
    const value = row[filter.column];
    if ('null' in filter) return (value === null) === filter.null;
    if (value === null) return null;
    if ('in' in filter) return filter.in.includes(value as string);
    return filter.is === 'gteq' ? Number(value) >= Number(filter.value) : value === filter.value;
  };
  const different = rows.filter((row) => test3(differenceOf(all, old), row) === true);
  expect(different).toEqual([rows[1], rows[2]]);
  expect(rows.filter((row) => test3(differenceOf(old, all), row) === true)).toEqual([rows[1], rows[2]]);
  expect(areDisjoint(all, [{ column: 'town', is: 'eq', value: 'b' }])).toBe(true);
  expect(areDisjoint(all, old)).toBe(false);
});

test('a list is kept as sorted keyed digests of eight bytes', () => {
  const packed = packMembers(['ff'.repeat(32), '01'.repeat(32)]);
  expect(packed.toString('hex')).toBe(`${'01'.repeat(8)}${'ff'.repeat(8)}`);
});
