import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { csvLine } from './content/csv.ts';
import { applyMask, makeRowMasker } from './masks/applyMask.ts';
import type { Mask } from './masks/mask.ts';
import { parseMask } from './masks/parseMask.ts';
import { aesSuite } from './seal/aesSuite.ts';
import { digestOfChunks, makeChunkSealer } from './seal/chunkSeal.ts';
import { encodeFrameHeader, readFrames } from './seal/frames.ts';
import { nativeSm, portableSm } from './seal/smAlgorithms.ts';
import { makeSmSuite, smSuite } from './seal/smSuite.ts';
import { matchRow } from './sources/matchRow.ts';
import { parseFilter } from './sources/parseFilter.ts';
import { toSql } from './sources/postgres/toSql.ts';
import type { RowFilter, Value } from './sources/source.ts';
import { parseSettings } from './sources/sourceSettings.ts';

test.each<[Mask, Value, Value]>([
  [{ kind: 'keep', first: 6, last: 4 }, '430101199003071234', '430101********1234'],
  [{ kind: 'keep', first: 1, last: 0 }, '欧阳娜娜', '欧***'],
  [{ kind: 'keep', first: 1, last: 0 }, '𠮷野家', '𠮷**'],
  [{ kind: 'keep', first: 3, last: 4 }, '1234567', '*******'],
  [{ kind: 'keep', first: 0, last: 0 }, '', ''],
  [{ kind: 'date', to: 'year' }, '1990-08-07', '1990-01-01'],
  [{ kind: 'date', to: 'quarter' }, '1990-08-07', '1990-07-01'],
  [{ kind: 'date', to: 'month' }, '1990-08-07T09:00:00Z', '1990-08-01'],
  [{ kind: 'date', to: 'month' }, 'August', null],
  [{ kind: 'number', step: 500 }, 4_999.99, 4_500],
  [{ kind: 'number', step: 0.1 }, 0.3, 0.3],
  [{ kind: 'number', step: 10 }, -1, -10],
  [{ kind: 'number', step: 10 }, 'many', null],
  [{ kind: 'region', to: 'city' }, '430102', '430100'],
  [{ kind: 'region', to: 'province' }, '430102001005', '430000000000'],
  [{ kind: 'region', to: 'county' }, 'Changsha', null],
  [{ kind: 'redact' }, 'anything', null],
  [{ kind: 'keep', first: 1, last: 1 }, null, null],
])('the mask %j makes of %j %j', (mask, value, expected) => {
  expect(applyMask(mask, value, 'key')).toBe(expected);
});

test('pseudonyms are the same for one consumer and different for another', () => {
  const of = (value: Value, key: string) => applyMask({ kind: 'pseudonym' }, value, key);
  expect(of('430101199003071234', 'a')).toMatch(/^[0-9a-f]{32}$/);
  expect(of('430101199003071234', 'a')).toBe(of('430101199003071234', 'a'));
  expect(of('430101199003071234', 'a')).not.toBe(of('430101199003071234', 'b'));
  expect(of(12, 'a')).toBe(of('12', 'a'));
});

test('a row gives the granted items only, and a wrong mask is told with its place', () => {
  const mask = makeRowMasker(
    [
      { name: 'who', column: 'id', mask: { kind: 'redact' } },
      { name: 'n', column: 'n', mask: null },
    ],
    'k',
  );
  expect(mask({ id: 'secret', n: 1, other: 'hidden' })).toEqual({ who: null, n: 1 });
  expect(() => parseMask({ kind: 'keep', first: -1, last: 0 }, 'items[3].mask')).toThrow(/items\[3\]\.mask/);
  expect(() => parseMask({ kind: 'none' }, 'items[0].mask')).toThrow(/items\[0\]\.mask/);
});

const columns = [
  { name: 'na"me', type: 'text', sqlType: 'text' },
  { name: 'age', type: 'integer', sqlType: 'integer' },
  { name: 'born', type: 'date', sqlType: 'date' },
] as const;

test('filters become conditions whose values are parameters and whose names are real columns', () => {
  const hostile = `x' OR 1=1; DROP TABLE users; --`;
  const filter: RowFilter = {
    all: [
      { column: 'na"me', is: 'eq', value: hostile },
      {
        not: {
          any: [
            { column: 'age', in: [1, 2] },
            { column: 'born', null: true },
          ],
        },
      },
    ],
  };
  const { text, parameters } = toSql(filter, columns);
  expect(text).toBe(
    '("na""me"::text = $1::text::text AND (NOT ("age" IN ($2::text::integer, $3::text::integer) OR "born" IS NULL)))',
  );
  expect(parameters).toEqual([hostile, '1', '2']);
  for (const column of ['"age"', 'age; --', 'pg_sleep(9)', 'AGE', 'constructor'])
    expect(() => toSql({ column, null: false }, columns)).toThrow(/no column/);
});

test.each([
  [[], 'filter: an object'],
  [{ all: [] }, 'filter.all'],
  [{ any: [{ column: 'a', is: 'like', value: 1 }] }, 'filter.any[0].is'],
  [{ column: 'a', is: 'eq', value: { $gt: '' } }, 'filter.value'],
  [{ column: 'a', is: 'eq', value: 'a\u0000b' }, 'filter.value'],
  [{ column: 'a', in: ['x', null] }, 'filter.in[1]'],
  [{ column: 'a', is: 'eq', value: 1, sql: '1=1' }, 'filter: it is no condition'],
  [{ not: { not: { not: { not: { not: { not: { not: { column: 'a', null: true } } } } } } } }, 'nested deeper'],
])('the filter %j is refused at its place', (value, place) => {
  expect(() => parseFilter(value)).toThrow(place);
});

test('settings, which are shown, carry no password', () => {
  const settings = (url: string) => parseSettings('http', { url, rowsAt: '' });
  expect(() => settings('https://me:secret@api.example/rows')).toThrow(/user name or password/);
  expect(settings('https://api.example/rows').url).toBe('https://api.example/rows');
});

test('rows are matched as SQL matches them', () => {
  const typeOf = (column: string) => (column === 'n' ? 'number' : 'text');
  const holds = (filter: unknown, row: Record<string, Value>) =>
    matchRow(parseFilter(filter) as RowFilter, row, typeOf);
  expect(holds({ column: 'n', is: 'gt', value: 9 }, { n: 10 })).toBe(true);
  expect(holds({ column: 'n', is: 'gt', value: '9' }, { n: '10' })).toBe(true);
  expect(holds({ column: 't', is: 'lt', value: '9' }, { t: '10' })).toBe(true);
  expect(holds({ column: 't', is: 'lt', value: '𠮷' }, { t: '\uffee' })).toBe(true);
  expect(holds({ column: 'n', is: 'neq', value: 9 }, { n: null })).toBe(null);
  expect(holds({ not: { column: 'n', is: 'eq', value: 9 } }, { n: null })).toBe(null);
  expect(
    holds(
      {
        any: [
          { column: 'n', is: 'eq', value: 9 },
          { column: 't', null: true },
        ],
      },
      { n: null, t: null },
    ),
  ).toBe(true);
});

const sealed = { transfer: 'urn:uuid:1', agreement: 'urn:uuid:2', prefix: randomBytes(7), key: randomBytes(32) };

test.each([aesSuite, smSuite])('chunks of suite $name cannot be moved, repeated, cut off or changed', (suite) => {
  const sealer = makeChunkSealer({ suite, ...sealed });
  const bytes = randomBytes(1_000);
  const chunk = sealer.seal(5, false, bytes);
  expect(sealer.open(5, false, chunk)).toEqual(bytes);
  expect(sealer.open(4, false, chunk)).toBeNull();
  expect(sealer.open(5, true, chunk)).toBeNull();
  expect(makeChunkSealer({ suite, ...sealed, agreement: 'urn:uuid:3' }).open(5, false, chunk)).toBeNull();
  expect(makeChunkSealer({ suite, ...sealed, transfer: 'urn:uuid:3' }).open(5, false, chunk)).toBeNull();
  expect(makeChunkSealer({ suite, ...sealed }, 'stream 1').open(5, false, chunk)).toBeNull();
  for (let at = 0; at < chunk.length; at += 37) {
    const changed = Buffer.from(chunk);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(sealer.open(5, false, changed)).toBeNull();
  }
  expect(sealer.open(5, false, chunk.subarray(0, 10))).toBeNull();
  expect(sealer.seal(6, false, bytes)).not.toEqual(chunk);
});

test('the national algorithms are the same with and without OpenSSL, and as published', () => {
  // GB/T 32905-2016, example 1: SM3 of "abc".
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  const [key, counter, mac] = [randomBytes(16), Buffer.alloc(16, 0xff), randomBytes(32)];
  const bytes = randomBytes(100);
  expect(portableSm.sm4Ctr(key, counter, bytes)).toEqual(nativeSm.sm4Ctr(key, counter, bytes));
  expect(portableSm.hmacSm3(mac, [bytes])).toEqual(nativeSm.hmacSm3(mac, [bytes]));
  // GB/T 32907-2016, A.1: one block of SM4, found here as the key stream of that counter.
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  for (const algorithms of [nativeSm, portableSm])
    expect(algorithms.sm4Ctr(block, block, Buffer.alloc(16)).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  const one = makeChunkSealer({ suite: makeSmSuite(portableSm), ...sealed }).seal(0, true, bytes);
  expect(makeChunkSealer({ suite: makeSmSuite(nativeSm), ...sealed }).open(0, true, one)).toEqual(bytes);
});

test('frames are found in whatever parts they come, and an end within one is told', async () => {
  const chunks = [randomBytes(5), Buffer.alloc(0), randomBytes(300)];
  const frames = chunks.map((bytes, number) => ({
    number,
    last: number === 2,
    digest: createHash('sha256').update(bytes).digest(),
    sealed: bytes,
  }));
  const all = Buffer.concat(frames.flatMap((frame) => [encodeFrameHeader(frame), frame.sealed]));
  async function* parts(size: number, end = all.length) {
    for (let at = 0; at < end; at += size) yield all.subarray(at, Math.min(end, at + size));
  }
  for (const size of [1, 7, 41, 1_000]) {
    const found = [];
    for await (const { number, last, digest, sealed } of readFrames(parts(size)))
      found.push({ number, last, digest, sealed: Buffer.from(sealed) });
    // An empty frame at the end of a part is told with the next one.
    expect(found).toEqual(frames);
  }
  await expect(async () => {
    for await (const _ of readFrames(parts(64, all.length - 1)));
  }).rejects.toThrow(RangeError);
  expect(digestOfChunks(frames.map(({ digest }) => digest))).toBe(
    createHash('sha256')
      .update(Buffer.concat(frames.map(({ digest }) => digest)))
      .digest('hex'),
  );
});

test('CSV tells null from an empty text', () => {
  expect(csvLine([null, '', 'a"b,c', 'line\nbreak', 1.5, true, { a: [1] }])).toBe(
    ',"",' + '"a""b,c","line\nbreak",1.5,true,"{""a"":[1]}"\r\n',
  );
});
