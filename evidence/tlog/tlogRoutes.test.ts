import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { XiangyuError } from '../../errors.ts';
import { createContext } from '../../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../../ledger/index.ts';
import { migrate } from '../../store/index.ts';
import { createTestDatabase, type TestDatabase } from '../../store/testing.ts';
import { acceptsGzip } from './chooseEncoding.ts';
import { isPrefix, mirrorLog, type StrangersView } from './testing.ts';
import { tlogRoutes } from './tlogRoutes.ts';

/** Enough for full and partial tiles of two levels; 70000 reaches the third. */
const count = Number(process.env.TLOG_TEST_ENTRIES ?? 700);
const sizes = [1, 3, 255, 256, 257, 513, count].filter((size) => size <= count);

let database: TestDatabase;
let ledger: Ledger;
let app: FastifyInstance;
let prefix: string;
const stopping = new AbortController();
let background: Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.store, ledgerMigrations);
  ledger = await openLedger({
    store: database.store,
    context: createContext({ signal: stopping.signal, level: 'silent' }),
    // The log is published and read without a chain.
    chain: { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
    anchorIntervalMs: 50,
  });
  app = Fastify();
  app.setErrorHandler((error, _, reply) =>
    error instanceof XiangyuError ? reply.code(error.status).send({ code: error.code }) : reply.send(error),
  );
  await app.register(tlogRoutes, { ledger });
  prefix = `${await app.listen({ host: '127.0.0.1', port: 0 })}/log`;
  background = ledger.run(stopping.signal);
});
afterAll(async () => {
  stopping.abort();
  await background;
  await app.close();
  await database.drop();
});

let recorded = 0;
async function growTo(size: number): Promise<void> {
  while (recorded < size) {
    const batch = Array.from({ length: Math.min(1_000, size - recorded) }, (_, at) => ({
      kind: 'note',
      subject: `urn:example:${recorded + at}:${'湘渝'.repeat((recorded + at) % 40)}`,
      member: 'green-valley',
      time: '2026-05-01T08:00:00Z',
      payload: { id: randomUUID() },
    }));
    await database.store.transaction((tx) => ledger.appendStatements(tx, batch));
    recorded += batch.length;
  }
  await expect
    .poll(async () => (await ledger.readCheckpoint())?.split('\n')[1], { timeout: 120_000, interval: 50 })
    .toBe(String(size));
}

const views: StrangersView[] = [];

test('before the first statement there is no checkpoint and no tile', async () => {
  expect((await fetch(`${prefix}/checkpoint`)).status).toBe(404);
  for (const path of ['tile/0/000', 'tile/0/000.p/1', 'tile/entries/000.p/1']) {
    const response = await fetch(`${prefix}/${path}`);
    expect([response.status, response.headers.get('cache-control')?.includes('immutable') ?? false]).toEqual([
      404,
      false,
    ]);
  }
});

test.each(sizes)('a stranger mirrors and checks the whole log at size %d', { timeout: 300_000 }, async (size) => {
  await growTo(size);
  const view = await mirrorLog(prefix, ledger.logKey);
  expect(view).toMatchObject({ origin: 'test.example/log', size });
  for (const earlier of views) expect(isPrefix(earlier, view)).toBe(true);
  expect(JSON.parse(String(view.entries[size - 1]))).toMatchObject({ v: 1, kind: 'note', member: 'green-valley' });
  views.push(view);
});

const fsck = process.env.TLOG_FSCK ?? '';
test.skipIf(fsck === '')(
  'the reference checker (tessera/cmd/fsck, at TLOG_FSCK) finds nothing wrong',
  { timeout: 300_000 },
  async () => {
    const keyFile = join(await mkdtemp(join(tmpdir(), 'xiangyu-fsck-')), 'log.pub');
    await writeFile(keyFile, ledger.logKey);
    const args = [`--storage_url=${prefix}/`, `--public_key=${keyFile}`, '--ui=false', '--v=1', '--logtostderr'];
    const { stderr } = await promisify(execFile)(fsck, args, { maxBuffer: 64 * 1024 * 1024 });
    expect(stderr).not.toMatch(/fail|mismatch|error/i);
    expect(stderr).toContain(`Successfully fsck'd log with size ${sizes.at(-1)} `);
  },
);

test('a stranger would notice each lie', { timeout: 60_000 }, async () => {
  const lies: [RegExp, (bytes: Buffer) => Buffer][] = [
    [/checkpoint$/, (bytes) => Buffer.from(String(bytes).replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) - 1}\n`))],
    [/tile\/0\/000/, (bytes) => Buffer.from(bytes.with(5, (bytes[5] ?? 0) ^ 1))],
    [/tile\/1\/000/, (bytes) => Buffer.from(bytes.with(5, (bytes[5] ?? 0) ^ 1))],
    [/tile\/0\/001/, (bytes) => bytes.subarray(32)],
    [/tile\/entries\/000/, (bytes) => Buffer.from(bytes.with(9, (bytes[9] ?? 0) ^ 1))],
    [/tile\/entries\/001/, () => Buffer.of()],
  ];
  for (const [path, lie] of lies) {
    const lying: typeof fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (!path.test(String(url))) return response;
      return new Response(Uint8Array.from(lie(Buffer.from(await response.arrayBuffer()))), {
        headers: response.headers,
      });
    };
    await expect(mirrorLog(prefix, ledger.logKey, lying)).rejects.toThrow();
  }
  const [first] = views;
  const last = views.at(-1);
  if (!first || !last) throw new Error('nothing was mirrored');
  expect(isPrefix({ ...first, root: Buffer.alloc(32) }, last)).toBe(false);
});

test('partial tiles of earlier sizes stay, what is beyond the checkpoint is not there', async () => {
  const size = sizes.at(-1) ?? 0;
  const status = async (path: string) => (await fetch(`${prefix}/tile/${path}`)).status;
  const last = Math.floor((size - 1) / 256);
  for (const path of ['0/000.p/1', '0/000.p/255', '0/000', 'entries/000.p/3', 'entries/000', '1/000.p/1']) {
    expect(await status(path)).toBe(200);
  }
  const beyond = [`0/00${last + 1}`, '0/x001/000', '7/000.p/1', '63/000.p/1', '0/x999/x999/999', 'entries/x001/000'];
  if (size === 700) beyond.push('0/002', '0/002.p/189', 'entries/002.p/189', '1/000', '1/000.p/3', '2/000.p/1');
  for (const path of beyond) expect(await status(path), path).toBe(404);
  for (const path of [
    '64/000',
    '0/0',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/x000/000',
    '00/000',
    'data/000',
    '0/000/',
    '',
    '0/000%2Ep',
  ]) {
    expect(await status(path), path).toBe(404);
  }
  for (const path of ['tile', 'issuer/ab', 'checkpoint/', 'tiles/0/000'])
    expect((await fetch(`${prefix}/${path}`)).status).toBe(404);
  const partial = Buffer.from(await (await fetch(`${prefix}/tile/0/000.p/3`)).arrayBuffer());
  const full = Buffer.from(await (await fetch(`${prefix}/tile/0/000`)).arrayBuffer());
  expect(full.subarray(0, 96).equals(partial)).toBe(true);
});

test('statements that are not yet under a checkpoint are not shown', async () => {
  const { store } = database;
  const width = async (path: string) => (await fetch(`${prefix}/tile/${path}`)).status;
  const [newest] = await store.sql<{ size: string }[]>`SELECT max(size) AS size FROM ledger.signed_checkpoints`;
  // The log publishes again what is not published: looked at until it was slower than we were.
  await vi.waitFor(async () => {
    await store.sql`UPDATE ledger.signed_checkpoints SET published_at = NULL WHERE size > 257`;
    expect(await width('0/001.p/1')).toBe(200);
    expect(await width('0/001.p/2')).toBe(404);
    expect(await width('entries/001.p/2')).toBe(404);
    expect(await width('1/000.p/2')).toBe(404);
  }, 20_000);
  await store.sql`UPDATE ledger.signed_checkpoints SET published_at = now() WHERE size = ${newest?.size ?? 0}`;
});

test('headers: types, caching, other origins, compression', async () => {
  const head = async (path: string, encoding = 'identity') => {
    const response = await fetch(`${prefix}/${path}`, {
      headers: { 'accept-encoding': encoding, origin: 'https://x.example' },
    });
    return { body: Buffer.from(await response.arrayBuffer()), header: (name: string) => response.headers.get(name) };
  };
  const checkpoint = await head('checkpoint');
  expect(checkpoint.header('content-type')).toBe('text/plain; charset=utf-8');
  expect(checkpoint.header('cache-control')).toBe('no-cache');
  const tile = await head('tile/0/000', 'gzip');
  expect(tile.header('content-type')).toBe('application/octet-stream');
  expect(tile.header('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(tile.header('content-encoding')).toBe(null); // hashes do not compress
  expect(tile.body.length).toBe(8_192);
  const plain = await head('tile/entries/000');
  const packed = await head('tile/entries/000', 'br, gzip');
  expect([plain.header('content-encoding'), packed.header('content-encoding')]).toEqual([null, 'gzip']);
  expect(Number(packed.header('content-length'))).toBeLessThan(Number(plain.header('content-length')) / 2);
  expect(packed.body.equals(plain.body)).toBe(true);
  expect(plain.header('vary')).toBe('Accept-Encoding');
  for (const { header } of [checkpoint, tile, plain]) expect(header('access-control-allow-origin')).toBe('*');
  expect((await fetch(`${prefix}/tile/0/000`, { method: 'HEAD' })).status).toBe(200);
});

test('gzip is used when it is accepted, by weight', () => {
  for (const yes of ['gzip', 'br, GZIP;q=0.5', '*', 'identity;q=0, gzip']) expect(acceptsGzip(yes), yes).toBe(true);
  for (const no of [undefined, '', 'identity', 'gzip;q=0', '*;q=0', 'br', 'gzip;q=0, *'])
    expect(acceptsGzip(no), String(no)).toBe(false);
});
