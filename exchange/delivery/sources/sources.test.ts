import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../store/testing.ts';
import { openCsvSource } from './files/csvSource.ts';
import { openParquetSource } from './files/parquetSource.ts';
import { openHttpSource } from './httpSource.ts';
import { openPostgresSource } from './postgres/postgresSource.ts';
import type { AggregateParameters, DataSource, ReadParameters, Row, RowFilter } from './source.ts';

interface Farm {
  id: number;
  name: string | null;
  area: number | null;
  organic: boolean;
  [column: string]: string | number | boolean | null;
}

const names = ['湘江农场', 'Farm "B"', '', null, "O'Brien; DROP TABLE farms; --"];
const farms: Farm[] = Array.from({ length: 25 }, (_, index) => ({
  id: index + 1,
  name: names[index % names.length] ?? null,
  area: index % 4 === 3 ? null : index * 1.5 + 0.25,
  organic: index % 3 === 0,
}));

let database: TestDatabase;
let folder: string;
let server: Server;
let origin: string;
const sources: Record<string, DataSource> = {};

const cell = (value: string | number | boolean | null) =>
  value === null ? '' : typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database.store;
  await sql`CREATE TABLE farms (id int PRIMARY KEY, name text, area float8, organic boolean NOT NULL)`;
  await sql`INSERT INTO farms ${sql(farms as never)}`;
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-sources-'));
  const columns = ['id', 'name', 'area', 'organic'];
  const lines = [columns, ...farms.map((farm) => columns.map((name) => cell(farm[name] ?? null)))];
  await writeFile(join(folder, 'farms.csv'), `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
  await writeFile(
    join(folder, 'farms.parquet'),
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'id', data: farms.map(({ id }) => id), type: 'INT32' },
          { name: 'name', data: farms.map(({ name }) => name), type: 'STRING' },
          { name: 'area', data: farms.map(({ area }) => area), type: 'DOUBLE' },
          { name: 'organic', data: farms.map(({ organic }) => organic), type: 'BOOLEAN' },
        ],
      }),
    ),
  );
  server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 0);
    const next = request.url?.startsWith('/away') ? 'http://127.0.0.1:9/rows' : page < 2 ? `?page=${page + 1}` : null;
    response.end(JSON.stringify({ data: { rows: farms.slice(page * 10, page * 10 + 10) }, next }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const url = new URL(database.url);
  const settings = {
    host: url.hostname,
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: decodeURIComponent(url.username),
    tls: 'off',
  } as const;
  const password = decodeURIComponent(new URL(inject('postgresUrl')).password);
  sources.postgres = await openPostgresSource({ settings, password, allowPrivate: true, table: 'farms' });
  sources.csv = await openCsvSource(folder, { file: 'farms.csv' });
  sources.parquet = await openParquetSource(folder, { file: 'farms.parquet' });
  const rows = { url: `${origin}/farms`, rowsAt: '/data/rows', nextAt: '/next' };
  sources.http = openHttpSource({ settings: rows, headers: {}, allowPrivate: true });
});
afterAll(async () => {
  for (const source of Object.values(sources)) await source.close();
  server.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

function sourceOf(kind: string): DataSource {
  const source = sources[kind];
  if (!source) throw new Error(kind);
  return source;
}

async function readAll(kind: string, p: ReadParameters): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of sourceOf(kind).read(p)) rows.push(...batch);
  return rows;
}

/** What the groups of the test are, counted here. */
function summarise(organic: boolean): Row {
  const group = farms.filter((farm) => farm.organic === organic && farm.id <= 20);
  const areas = group.flatMap(({ area }) => (area === null ? [] : [area]));
  return {
    organic,
    farms: group.length,
    sized: areas.length,
    names: new Set(group.flatMap(({ name }) => (name === null ? [] : [name]))).size,
    sum: areas.reduce((sum, area) => sum + area, 0),
    most: Math.max(...areas),
  };
}

const kinds = ['postgres', 'csv', 'parquet', 'http'];

test.each(kinds)('%s gives the same rows, types and groups', async (kind) => {
  const { columns } = await sourceOf(kind).describe();
  expect(columns.map(({ name, type }) => [name, type])).toEqual([
    ['id', 'integer'],
    ['name', 'text'],
    ['area', 'number'],
    ['organic', 'boolean'],
  ]);
  expect(await readAll(kind, { columns: ['id', 'name', 'area', 'organic'], filter: null })).toEqual(farms);
  const find = async (filter: RowFilter) => (await readAll(kind, { columns: ['id'], filter })).map(({ id }) => id);
  const ids = (is: (farm: Farm) => boolean) => farms.filter(is).map(({ id }) => id);
  expect(await find({ column: 'area', is: 'gteq', value: 20 })).toEqual(ids(({ area }) => area !== null && area >= 20));
  expect(await find({ not: { column: 'area', is: 'gteq', value: 20 } })).toEqual(
    ids(({ area }) => area !== null && area < 20),
  );
  expect(await find({ column: 'organic', is: 'eq', value: true })).toEqual(ids(({ organic }) => organic));
  expect(await find({ column: 'name', in: [names[4] ?? '', ''] })).toEqual(
    ids(({ name }) => name === '' || name === names[4]),
  );
  expect(
    await find({
      any: [
        { column: 'name', null: true },
        { column: 'name', is: 'startsWith', value: '湘' },
      ],
    }),
  ).toEqual(ids(({ name }) => name === null || name === '湘江农场'));
  expect(await find({ column: 'name', is: 'eq', value: "x' OR '1'='1" })).toEqual([]);
  expect(await readAll(kind, { columns: ['id'], filter: null, limit: 3 })).toHaveLength(3);
  await expect(find({ column: 'id"; DROP TABLE farms; --', is: 'eq', value: 1 })).rejects.toThrow(/no column/);
  await expect(readAll(kind, { columns: ['1 FROM pg_shadow; --'], filter: null })).rejects.toThrow(/no column/);

  const wanted: AggregateParameters = {
    groupBy: ['organic'],
    measures: [
      { name: 'farms', take: 'count' },
      { name: 'sized', take: 'countPresent', column: 'area' },
      { name: 'names', take: 'countDistinct', column: 'name' },
      { name: 'sum', take: 'sum', column: 'area' },
      { name: 'most', take: 'most', column: 'area' },
    ],
    filter: { column: 'id', is: 'lteq', value: 20 },
  };
  const groups = await sourceOf(kind).aggregate(wanted);
  expect(groups.toSorted((a, b) => Number(a.organic) - Number(b.organic))).toEqual([summarise(false), summarise(true)]);
  const bands = await sourceOf(kind).aggregate({
    bands: { column: 'id', step: 10 },
    measures: [{ name: 'farms', take: 'count' }],
    filter: null,
  });
  expect(bands.map(({ id, farms: count }) => [id, count])).toEqual([
    [0, 9],
    [10, 10],
    [20, 6],
  ]);
});

test('a source that is wrong says how', async () => {
  const wrong = { host: '127.0.0.1', port: 1, database: 'none', user: 'nobody', tls: 'off' } as const;
  const silent = await openPostgresSource({ settings: wrong, password: 'secret', allowPrivate: true, table: 'farms' });
  await expect(silent.describe()).rejects.toThrow(/does not give its data/);
  await silent.close();
  const open = { settings: wrong, password: '', allowPrivate: false, table: 'farms' };
  await expect(openPostgresSource(open)).rejects.toThrow(/private address/);
  const { sql } = database.store;
  await expect(
    sourceOf('postgres').readAfter({ columns: ['id'], filter: null, cursor: 'nothing', after: null, limit: 1 }),
  ).rejects.toThrow(/no column/);
  await expect(
    readAll('postgres', { columns: ['id'], filter: { column: 'id', is: 'eq', value: 'x' } }),
  ).rejects.toThrow(/does not fit/);
  expect(await sql`SELECT count(*)::int AS farms FROM farms`).toEqual([{ farms: 25 }]);
  const away = openHttpSource({
    settings: { url: `${origin}/away`, rowsAt: '/data/rows', nextAt: '/next' },
    headers: {},
    allowPrivate: true,
  });
  await expect(async () => {
    for await (const _ of away.read({ columns: ['id'], filter: null }));
  }).rejects.toThrow(/another server/);
  expect(() => openHttpSource({ settings: { url: origin, rowsAt: '' }, headers: {}, allowPrivate: false })).toThrow(
    /private/,
  );
});

test('CSV in the national encoding is read; what is no text of it is told', async () => {
  const bytes = Buffer.concat([
    Buffer.from('name,code\r\n'),
    Buffer.from([0xcf, 0xe6, 0xbd, 0xad]),
    Buffer.from(',007\r\n'),
  ]);
  await writeFile(join(folder, 'gb.csv'), bytes);
  const read = async (encoding: 'gb18030' | 'utf-8') => {
    const source = await openCsvSource(folder, { file: 'gb.csv', encoding });
    const rows: Row[] = [];
    for await (const batch of source.read({ columns: ['name', 'code'], filter: null })) rows.push(...batch);
    return rows;
  };
  expect(await read('gb18030')).toEqual([{ name: '湘江', code: '007' }]);
  await expect(read('utf-8')).rejects.toThrow(/no text in utf-8/);
});
