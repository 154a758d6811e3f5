import { randomBytes } from 'node:crypto';
import { appendFile, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dataset } from '../catalogue/catalogue.ts';
import { callPlane } from './consume/callPlane.ts';
import { fetchKey } from './consume/fetchKey.ts';
import { readIntakeRow, readManifest } from './consume/intakeRow.ts';
import { makeOpener } from './consume/openChunks.ts';
import { bytesToCome, openSink } from './consume/openSink.ts';
import { pullChunks } from './consume/pullChunks.ts';
import type { Sink } from './consume/sink.ts';
import type { Destination, QueryParameters, TransferFormat } from './delivery.ts';
import { needSpace } from './needSpace.ts';
import { changeSource, listSources } from './sources/manageSources.ts';
import type { RowFilter } from './sources/source.ts';
import { openTestExchange, type TestExchange, testPurpose, until } from './testing.ts';

let exchange: TestExchange;
let source: string;
let stop: () => Promise<void>;
let recipients: Dataset;
const purpose = testPurpose;
const rows = 5_000;

const items = [
  {
    name: 'person_id',
    title: { zh: '身份证号', en: 'Citizen number' },
    type: 'text',
    key: true,
    mask: { kind: 'keep', first: 6, last: 2 },
  },
  { name: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
  { name: 'grade', title: { zh: '等级', en: 'Grade' }, type: 'integer' },
  { name: 'secret', title: { zh: '备注', en: 'Notes' }, type: 'text', sharing: 'none' },
];

async function pull(agreement: string, format: TransferFormat, name: string, caseNumber: string | null = 'CASE-1') {
  return exchange.delivery.receive({
    participant: 'farms',
    agreement,
    format,
    purpose,
    caseNumber,
    destination: { kind: 'file', name },
  });
}

const finish = (id: string) =>
  until(async () => {
    const intake = await exchange.delivery.readIntake('farms', id);
    if (intake.state === 'failed') throw new Error(intake.problem ?? '');
    return intake.state === 'done' && intake;
  });

beforeAll(async () => {
  exchange = await openTestExchange();
  const { sql } = exchange.store;
  await sql`CREATE TABLE public.recipients (person_id text PRIMARY KEY, name text, grade int, secret text)`;
  await sql`
    INSERT INTO public.recipients
    SELECT '43010119900101' || lpad(n::text, 4, '0'), CASE WHEN n % 7 = 0 THEN NULL WHEN n % 5 = 0 THEN '' ELSE '张"三,' || n END, n % 4, 'hidden ' || n
    FROM generate_series(1, ${rows}::int) AS n`;
  source = await exchange.addSource('civil', exchange.database);
  recipients = await exchange.publish({ items, changeItem: null, source: { source, table: 'recipients' } });
  stop = exchange.run();
});
afterAll(async () => {
  await stop();
  await exchange.close();
});

test('a table is pulled as a file: only granted items, masked, once', async () => {
  const grant = await exchange.agree(recipients, { items: ['person_id', 'name'] });
  const intake = await finish((await pull(grant.agreement, 'xy:pull-csv', 'recipients.csv')).id);
  const text = await readFile(join(exchange.folder, 'farms', 'received', 'recipients.csv'), 'utf8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows + 1);
  expect(lines[0]).toBe('person_id,name');
  expect(lines[1]).toBe('430101**********01,"张""三,1"');
  expect(lines[5]).toBe('430101**********05,""');
  expect(lines[7]).toBe('430101**********07,');
  expect(text).not.toContain('hidden');
  expect(intake).toMatchObject({ rows, chunksInAll: intake.chunks, problem: null });
  const transfer = await until(async () => {
    const now = await exchange.dsp.readTransfer('civil', String(await providerId(intake.transfer)));
    return now?.state === 'COMPLETED' && now;
  });
  expect(transfer.format).toBe('xy:pull-csv');
  expect((await exchange.grants.readByAgreement('civil', grant.agreement))?.used).toBe(1);
});

async function providerId(consumerId: string | null): Promise<string> {
  const own = await exchange.dsp.readTransfer('farms', consumerId ?? '');
  return own?.providerPid?.replace('urn:uuid:', '') ?? '';
}

test('a file of any kind is pulled as it is, and not when only a part of a table was granted', async () => {
  const bytes = randomBytes(2 * 1024 * 1024 + 7);
  await exchange.writeFile('maps/plan.bin', bytes);
  const file = await exchange.addSource('civil', { name: 'plan', kind: 'file', settings: { file: 'maps/plan.bin' } });
  const plan = await exchange.publish({
    items: [{ name: 'plan', title: { zh: '规划图', en: 'Plan' }, type: 'text' }],
    subject: 'place',
    changeItem: null,
    source: { source: file },
  });
  const grant = await exchange.agree(plan);
  const intake = await finish((await pull(grant.agreement, 'xy:pull-file', 'plan.bin')).id);
  expect(intake.chunks).toBe(3);
  expect(await readFile(join(exchange.folder, 'farms', 'received', 'plan.bin'))).toEqual(bytes);

  await exchange.writeFile('people.csv', 'person_id,name,grade\r\n430101199001010001,A,1\r\n');
  const csv = await exchange.addSource('civil', { name: 'people', kind: 'csv', settings: { file: 'people.csv' } });
  const people = await exchange.publish({ items: items.slice(0, 3), changeItem: null, source: { source: csv } });
  const partly = await exchange.agree(people);
  const refused = await pull(partly.agreement, 'xy:pull-file', 'people.csv');
  await expect(finish(refused.id)).rejects.toThrow(/columns are granted without a mask|403|409/);
  const masked = await finish((await pull(partly.agreement, 'xy:pull-csv', 'people.csv')).id);
  expect(masked.rows).toBe(1);
  expect(await readFile(join(exchange.folder, 'farms', 'received', 'people.csv'), 'utf8')).toContain(
    '430101**********01,A,1',
  );
}, 30_000);

test('nothing begins that would fill the disk; what was begun goes on when there is room again', async () => {
  const { settings } = exchange.house;
  const reserve = settings.diskReserveBytes;
  const grant = await exchange.agree(recipients, { items: ['name'] });
  const full = { code: 'DELIVERY_DISK_FULL', status: 507, retryable: true };
  settings.diskReserveBytes = 2 ** 60;
  await expect(pull(grant.agreement, 'xy:pull-csv', 'full.csv')).rejects.toMatchObject(full);
  settings.diskReserveBytes = 1;
  const { context } = exchange.delivery;
  await needSpace(context, 1_000);
  await expect(needSpace(context, 2 ** 60)).rejects.toMatchObject(full);
  expect(bytesToCome({ bytes: '10' }, { size: 100, chunks: 3 })).toBe(90);
  expect(bytesToCome({ bytes: '10' }, { size: null, chunks: 1 })).toBe(1024 * 1024 - 10);
  expect(bytesToCome({ bytes: '10' }, { size: null, chunks: null })).toBe(null);
  // The provider's disk runs full in between: its rows wait, and the consumer with them.
  const { id } = await pull(grant.agreement, 'xy:pull-csv', 'full.csv');
  settings.diskReserveBytes = 2 ** 60;
  await until(async () => {
    const [waiting] = await exchange.store.sql<{ problem: string | null }[]>`
      SELECT problem FROM exchange.deliveries WHERE agreement = ${grant.agreement}`;
    return waiting?.problem?.includes('in reserve');
  });
  settings.diskReserveBytes = reserve;
  expect((await finish(id)).rows).toBe(rows);
});

test('rows come as Parquet', async () => {
  const grant = await exchange.agree(recipients, { items: ['person_id', 'grade'] });
  await finish((await pull(grant.agreement, 'xy:pull-parquet', 'recipients.parquet')).id);
  const file = await readFile(join(exchange.folder, 'farms', 'received', 'recipients.parquet'));
  const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const read = await parquetReadObjects({ file: buffer as ArrayBuffer });
  expect(read).toHaveLength(rows);
  expect(read[4]).toEqual({ person_id: '430101**********05', grade: 1n });
});

test('rows go into a table of the consumer, which is emptied of them again', async () => {
  const { sql } = exchange.store;
  const own = await exchange.addSource('farms', { ...exchange.database, name: 'own' });
  const grant = await exchange.agree(recipients, { rows: { column: 'grade', in: [1, 2] } });
  const start = (table: string) =>
    exchange.delivery.receive({
      participant: 'farms',
      agreement: grant.agreement,
      format: 'xy:pull-csv',
      purpose,
      caseNumber: 'CASE-2',
      destination: { kind: 'table', source: own, table },
    });
  await expect(start('recipients')).rejects.toThrow(/was not made by a delivery/);
  const { id } = await start('received');
  await finish(id);
  const [count] = await sql`
    SELECT count(*)::int AS all, count(name)::int AS named, count(*) FILTER (WHERE name = '')::int AS empty, min(grade), max(grade) FROM public.received`;
  const [expected] = await sql`
    SELECT count(*)::int AS all, count(name)::int AS named, count(*) FILTER (WHERE name = '')::int AS empty, 1 AS min, 2 AS max
    FROM public.recipients WHERE grade IN (1, 2)`;
  expect({ ...count, min: Number(count?.min), max: Number(count?.max) }).toEqual(expected);
  expect(await exchange.delivery.holdings('farms', grant.agreement)).toMatchObject([{ intake: id, handedOut: false }]);
  expect(await exchange.delivery.erase('farms', id)).toEqual({ how: 'drop' });
  expect(await exchange.delivery.holdings('farms', grant.agreement)).toEqual([]);
});

test('a push goes on where the consumer is', async () => {
  const grant = await exchange.agree(recipients, { items: ['name', 'grade'] });
  const intake = await finish((await pull(grant.agreement, 'xy:push', 'pushed.csv')).id);
  expect(intake.rows).toBe(rows);
  const text = await readFile(join(exchange.folder, 'farms', 'received', 'pushed.csv'), 'utf8');
  expect(text.split('\r\n')).toHaveLength(rows + 2);
});

async function startQuery(agreement: string): Promise<string> {
  const { id } = await exchange.dsp.startTransfer({ participant: 'farms', agreementId: agreement, format: 'xy:query' });
  await until(async () => {
    const now = await exchange.dsp.readTransfer('farms', id);
    if (now?.ending) throw new Error(now.ending.reason.join());
    return now?.state === 'STARTED';
  });
  return id;
}

test('a query gives a few rows, counted and recorded; hidden values find nothing', async () => {
  const region = { leftOperand: 'spatial', operator: 'isPartOf', rightOperand: '430100' };
  const grant = await exchange.agree(recipients, { items: ['person_id', 'name'], maxCount: 3, constraints: [region] });
  const transfer = await startQuery(grant.agreement);
  const ask = (filter: RowFilter | null, changes: Partial<QueryParameters> = {}) =>
    exchange.delivery.query({ participant: 'farms', transfer, purpose, caseNumber: 'CASE-3', filter, ...changes });
  const whole = { column: 'person_id', is: 'eq', value: '430101199001010001' } as const;
  const { rows: found } = await ask(whole);
  expect(found).toEqual([{ person_id: '430101**********01', name: '张"三,1' }]);
  expect((await ask(null, { limit: 2, items: ['name'], place: '430102' })).more).toBe(true);

  const reveals = /cannot be asked for/;
  await expect(ask({ column: 'person_id', is: 'startsWith', value: '4301' })).rejects.toThrow(reveals);
  await expect(ask({ not: whole })).rejects.toThrow(reveals);
  await expect(ask({ column: 'secret', is: 'eq', value: 'hidden 1' })).rejects.toThrow(reveals);
  await expect(ask(null, { items: ['secret'] })).rejects.toThrow(/does not allow/);
  await expect(ask(whole, { purpose: 'OTHER' })).rejects.toThrow(/for the purpose MATTER-1/);
  await expect(ask(whole, { place: '430200' })).rejects.toThrow(/the region must be within 430100; it is 430200/);
  await expect(ask(whole, { caseNumber: null })).rejects.toThrow(/does not allow/);
  const several = await Promise.allSettled([ask(whole), ask(whole), ask(whole)]);
  expect(several.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await exchange.grants.readByAgreement('civil', grant.agreement))?.used).toBe(3);
  const refusals = await exchange.store.sql`
    SELECT 1 FROM exchange.records WHERE participant = 'civil' AND kind = 'refusal' AND agreement = ${grant.agreement}`;
  expect(refusals.length).toBeGreaterThanOrEqual(9);

  // What was agreed for answers and matches gives no rows.
  const way = { leftOperand: 'xy:way', operator: 'isAnyOf', rightOperand: ['answer', 'match'] };
  const { agreement: agreementId } = await exchange.agree(recipients, { items: ['name'], constraints: [way] });
  const { id: refused } = await exchange.dsp.startTransfer({ participant: 'farms', agreementId, format: 'xy:query' });
  await expect
    .poll(() => exchange.dsp.readTransfer('farms', refused), { timeout: 10_000 })
    .toMatchObject({ state: 'TERMINATED', ending: { code: 'DELIVERY_PURPOSE_WRONG' } });

  // A limit of the agreement is a refusal, though it passes.
  const frequency = { leftOperand: 'xy:frequency', operator: 'lteq', rightOperand: '1/PT1H' };
  const hourly = await exchange.agree(recipients, { items: ['name'], constraints: [frequency] });
  const again = { transfer: await startQuery(hourly.agreement), limit: 1 };
  expect((await ask(null, again)).rows).toHaveLength(1);
  await expect(ask(null, again)).rejects.toMatchObject({ details: { status: 429, code: 'GRANT_TOO_OFTEN' } });
  const tooOften = await exchange.store.sql`
    SELECT outcome FROM exchange.records
    WHERE participant = 'civil' AND kind = 'refusal' AND agreement = ${hourly.agreement}
      AND detail->>'code' = 'GRANT_TOO_OFTEN'`;
  expect(tooOften).toEqual([{ outcome: 'refused' }]);
});

test('new rows stream into a table until the transfer ends', async () => {
  const { sql } = exchange.store;
  await sql`CREATE TABLE public.news (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)`;
  await sql`INSERT INTO public.news (text) SELECT 'old ' || n FROM generate_series(1, 5) AS n`;
  const own = await exchange.addSource('farms', { ...exchange.database, name: 'for streams' });
  const news = await exchange.publish({
    items: [
      { name: 'id', title: { zh: '编号', en: 'Number' }, type: 'integer' },
      { name: 'text', title: { zh: '内容', en: 'Text' }, type: 'text' },
    ],
    methods: ['stream'],
    subject: 'matter',
    changeItem: null,
    source: { source, table: 'news', cursor: 'id' },
  });
  const grant = await exchange.agree(news);
  const stream = (destination: Destination) =>
    exchange.delivery.receive({
      participant: 'farms',
      agreement: grant.agreement,
      format: 'xy:stream',
      purpose,
      caseNumber: 'CASE-4',
      destination,
    });
  const intake = await stream({ kind: 'table', source: own, table: 'received_news' });
  const count = async () => {
    const [row] = await sql`SELECT to_regclass('public.received_news') AS there`;
    return row?.there ? (await sql`SELECT id::int AS id FROM public.received_news ORDER BY 1`).map(({ id }) => id) : [];
  };
  await until(async () => (await count()).length === 5);
  // Streams do not wait for each other to end.
  const others = await Promise.all([1, 2, 3, 4].map((n) => stream({ kind: 'file', name: `news-${n}.csv` })));
  const read = () => Promise.all(others.map(({ id }) => exchange.delivery.readIntake('farms', id)));
  await until(async () => (await read()).every(({ rows }) => rows === 5));
  for (const { id } of others) await exchange.delivery.cancelIntake('farms', id);
  await sql`INSERT INTO public.news (text) VALUES ('new')`;
  await until(async () => (await count()).length === 6);
  const provider = await providerId(intake.transfer);
  await exchange.dsp.suspend({ participant: 'civil', id: provider, code: 'TEST', reason: ['pause'] });
  await until(async () => (await exchange.delivery.readIntake('farms', intake.id)).state === 'suspended');
  await sql`INSERT INTO public.news (text) VALUES ('meanwhile')`;
  await exchange.dsp.resume({ participant: 'civil', id: provider });
  await until(async () => (await count()).length === 7);
  await exchange.dsp.terminateTransfer({ participant: 'civil', id: provider, code: 'TEST', reason: ['over'] });
  await until(async () => (await exchange.delivery.readIntake('farms', intake.id)).state === 'done');
  expect(await count()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

/** Receives the first chunks by hand, then drops everything as a kill would: nothing is flushed or written down. */
async function receiveAndDie(id: string, chunks: number): Promise<void> {
  const { context } = exchange.delivery;
  const { signal } = new AbortController();
  const transfer = await until(async () => {
    const { transfer: own } = await exchange.delivery.readIntake('farms', id);
    const now = await exchange.dsp.readTransfer('farms', own ?? '');
    return now?.state === 'STARTED' && now;
  });
  const message = { purpose, caseNumber: 'CASE-1' };
  const manifest = readManifest(await callPlane(context, { transfer, method: 'POST', path: '/open', message, signal }));
  const opener = makeOpener(transfer, manifest, await fetchKey(context, transfer, signal));
  const whole = await openSink(context, await readIntakeRow(exchange.store.sql, 'farms', id), manifest);
  const sink: Sink = {
    ...whole,
    get next() {
      return whole.next;
    },
    async write(chunk) {
      if (chunk.number === chunks) throw new Error('killed');
      await whole.write(chunk);
    },
  };
  const pulling = pullChunks(context, { transfer, chunks: manifest.chunks ?? 0, opener, sink, signal });
  await expect(pulling).rejects.toThrow('killed');
  await whole.close();
}

test('a file that was interrupted is neither short nor doubled; a changed one is refused', async () => {
  await stop();
  const bytes = randomBytes(9 * 1024 * 1024 + 5);
  // Not even its time of change tells that it is another file: the digests of its chunks do.
  const write = async (content: Uint8Array) => {
    await exchange.writeFile('large.bin', content);
    await utimes(join(exchange.folder, 'civil', 'sources', 'large.bin'), 1_700_000_000, 1_700_000_000);
  };
  await write(bytes);
  const file = await exchange.addSource('civil', { name: 'large', kind: 'file', settings: { file: 'large.bin' } });
  const large = await exchange.publish({
    items: [{ name: 'file', title: { zh: '文件', en: 'File' }, type: 'text' }],
    subject: 'place',
    changeItem: null,
    source: { source: file },
  });
  const grant = await exchange.agree(large);
  const first = await pull(grant.agreement, 'xy:pull-file', 'large.bin');
  const second = await pull(grant.agreement, 'xy:pull-file', 'changed.bin');
  const incoming = (id: string) => join(exchange.folder, 'farms', 'incoming', id);
  await receiveAndDie(first.id, 5);
  await receiveAndDie(second.id, 2);
  // What reached the disk after the last progress row is not trusted.
  await exchange.store.sql`
    UPDATE exchange.intakes SET next_attempt_at = now() + interval '1 hour' WHERE id = ${second.id}`;
  await appendFile(incoming(first.id), Buffer.alloc(10 * 1024 * 1024));
  stop = exchange.run();
  await finish(first.id);
  expect((await readFile(join(exchange.folder, 'farms', 'received', 'large.bin'))).equals(bytes)).toBe(true);

  await write(randomBytes(bytes.length));
  await exchange.store.sql`UPDATE exchange.intakes SET next_attempt_at = now() WHERE id = ${second.id}`;
  await expect(finish(second.id)).rejects.toThrow(/not any more the one/);
  await finish((await pull(grant.agreement, 'xy:pull-file', 'third.bin')).id);
});

test('a table that was interrupted between two databases has every row once; a cancelled one is gone', async () => {
  const { sql } = exchange.store;
  await stop();
  await sql`CREATE TABLE public.wide AS SELECT n, repeat('x', 900) || n AS text FROM generate_series(1, 6000) AS n`;
  await sql`ALTER TABLE public.wide ADD PRIMARY KEY (n)`;
  const own = await exchange.addSource('farms', { ...exchange.database, name: 'for wide' });
  const wide = await exchange.publish({
    items: ['n', 'text'].map((name) => ({
      name,
      title: { zh: name, en: name },
      type: name === 'n' ? 'integer' : 'text',
    })),
    subject: 'matter',
    changeItem: null,
    source: { source, table: 'wide' },
  });
  const grant = await exchange.agree(wide);
  const start = (table: string) =>
    exchange.delivery.receive({
      participant: 'farms',
      agreement: grant.agreement,
      format: 'xy:pull-csv',
      purpose,
      caseNumber: 'CASE-5',
      destination: { kind: 'table', source: own, table },
    });
  const intake = await start('received_wide');
  const chunks = async () => {
    const [there] = await sql`SELECT to_regclass('public.xiangyu_intakes') AS there`;
    if (!there?.there) return 0;
    const [row] = await sql`SELECT chunks::int AS chunks FROM public.xiangyu_intakes WHERE intake = ${intake.id}`;
    return Number(row?.chunks ?? 0);
  };
  stop = exchange.run();
  await until(async () => (await chunks()) >= 1);
  await stop();
  // As if the process had died after the commit there and before the one here.
  await sql`UPDATE exchange.intakes SET chunks = 0, bytes = 0, rows = NULL WHERE id = ${intake.id} AND state = 'running'`;
  stop = exchange.run();
  await finish(intake.id);
  const [count] = await sql`SELECT count(*)::int AS all, count(DISTINCT n)::int AS numbers FROM public.received_wide`;
  expect(count).toEqual({ all: 6000, numbers: 6000 });

  const cancelled = await start('received_cancelled');
  expect((await exchange.delivery.cancelIntake('farms', cancelled.id)).state).toBe('cancelled');
  const [gone] = await sql`SELECT to_regclass('public.received_cancelled') AS there`;
  expect(gone?.there).toBeNull();
});

test('a running transfer stops within a second and gives nothing until it is resumed', async () => {
  const grant = await exchange.agree(recipients, { items: ['name'] });
  const transfer = await startQuery(grant.agreement);
  const ask = () =>
    exchange.delivery.query({ participant: 'farms', transfer, purpose, caseNumber: 'CASE-6', filter: null, limit: 1 });
  expect((await ask()).rows).toHaveLength(1);
  const provider = await providerId(transfer);
  const watch = exchange.delivery.context.stops.watch('civil', provider);
  const startedAt = performance.now();
  await exchange.delivery.stop('civil', provider, 'test');
  expect(watch.signal.aborted).toBe(true);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  watch.release();
  const { stops } = exchange.delivery.context;
  const [left, current] = [stops.watchAlone('civil', provider), stops.watchAlone('civil', provider)];
  expect([left.signal.aborted, current.signal.aborted]).toEqual([true, false]);
  for (const { release } of [left, current]) release();
  await expect(ask()).rejects.toThrow(/nothing for the caller/);
  await exchange.delivery.resume('civil', provider);
  expect((await ask()).rows).toHaveLength(1);
  await exchange.grants.suspend({ participant: 'civil', id: grant.id, reason: 'test' });
  await expect(ask()).rejects.toThrow(/no grant in force/);
});

test('a stranger finds nothing, and secrets of sources are never shown', async () => {
  const grant = await exchange.agree(recipients, { items: ['name'] });
  const provider = await providerId(await startQuery(grant.agreement));
  const path = `/dsp/civil/data/${provider}/query`;
  const body = JSON.stringify({ purpose, caseNumber: 'CASE-7' });
  const send = (authorization?: string) =>
    exchange.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      payload: body,
    });
  expect((await send()).statusCode).toBe(401);
  // What is large is not even read.
  const large = await exchange.app.inject({
    method: 'POST',
    url: `/dsp/civil/data/${provider}/push`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.alloc(300_000),
  });
  expect(large.statusCode).toBe(404);
  const { identity } = exchange.delivery.context;
  const { did } = await identity.ensure('civil');
  // The provider itself is a connector of the alliance, but not the consumer of this transfer.
  const own = await identity.makeToken({ slug: 'civil', audience: did, method: 'POST', path, body });
  expect((await send(`Bearer ${own}`)).statusCode).toBe(404);
  const other = await identity.makeToken({ slug: 'farms', audience: did, method: 'POST', path, body: '{}' });
  expect((await send(`Bearer ${other}`)).statusCode).toBe(401);

  const shown = await listSources(exchange.delivery.context, 'civil', { perPage: 100 });
  expect(shown.items.find(({ id }) => id === source)).toMatchObject({ hasSecret: true });
  const secret = String((exchange.database.secret as { password: string }).password);
  expect(JSON.stringify(shown)).not.toContain(`"${secret}"`);
  const [row] = await exchange.store.sql`SELECT secret FROM exchange.sources WHERE id = ${source}`;
  expect(row?.secret).toMatch(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/);
  const { delivery } = exchange;
  expect(await delivery.preview({ participant: 'civil', dataset: recipients.id, rows: 1 })).toEqual({
    columns: [
      { name: 'person_id', mask: 'keep' },
      { name: 'name', mask: null },
      { name: 'grade', mask: null },
    ],
    rows: [{ person_id: '430101**********01', name: '张"三,1', grade: 1 }],
  });
  const moved = {
    ...exchange.database,
    settings: { ...(exchange.database.settings as object), host: 'elsewhere.example' },
  };
  const { secret: _, ...withoutSecret } = moved;
  await expect(changeSource(delivery.context, 'civil', source, withoutSecret, 'steward-1')).rejects.toThrow(
    /given again/,
  );
  await expect(
    exchange
      .addSource('civil', { name: 'up', kind: 'file', settings: { file: '../../x' } })
      .then((id) => delivery.openSource('civil', { source: id })),
  ).rejects.toThrow(/no file|outside/);
});
