import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { findFreePort } from '../host/index.ts';
import { startPostgres } from '../store/index.ts';
import { silentLogger } from '../store/testing.ts';
import { makeTestDocument, startTestServer } from './testing.ts';

it('captures while the node is away, keeps the evidence pending and says what is down', async () => {
  const away = `http://127.0.0.1:${await findFreePort()}`;
  const server = await startTestServer({ espaceUrls: [away], coreUrl: away });
  const { key } = await server.alliance.createKey({
    name: 'x',
    member: (await server.alliance.createMember({ slug: 'farm', name: { zh: '农场', en: 'Farm' }, kind: 'farm' })).slug,
    scopes: ['capture'],
  });
  expect((await server.ask('/epcis/capture', { key, body: makeTestDocument('1') })).status).toBe(202);
  const ready = await server.ask('/ready');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({
    ready: false,
    parts: { database: { state: 'ok' }, node: { state: 'down' }, log: { state: 'ok' } },
  });
  expect(await (await server.ask('/api/log')).json()).toMatchObject({ checkpoint: null });
  const relayed = await server.ask('/rpc/espace', { body: { jsonrpc: '2.0', id: 1, method: 'eth_chainId' } });
  expect(relayed.status).toBe(503);
  expect(await relayed.json()).toMatchObject({ code: 'ENGINE_NODE_UNREACHABLE', retryable: true });
  expect((await server.ask('/health')).status).toBe(200);
  await server.stop();
});

it('says that the chain is unknown when the node is away and no chain id is given', async () => {
  const away = `http://127.0.0.1:${await findFreePort()}`;
  // Without an id in the options the node must be asked.
  const started = startTestServer({ espaceUrls: [away], evmChainId: undefined as never });
  await expect(started).rejects.toMatchObject({ code: 'SERVER_CHAIN_UNKNOWN' });
});

it('stays up while the database is killed and starts again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-outage-'));
  await chmod(folder, 0o711);
  const stopping = new AbortController();
  const postgres = await startPostgres({ dataDir: folder, logger: silentLogger, signal: stopping.signal });
  const server = await startTestServer({ databaseUrl: postgres.url });
  const cookie = await server.setUp();
  const pid = postgres.process.pid;
  if (pid) process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(postgres.process.pid).not.toBe(pid));
  await vi.waitFor(
    async () => {
      const answer = await server.ask('/api/keys', { cookie });
      if (answer.status !== 200) {
        expect(answer.status).toBe(503);
        expect(await answer.json()).toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
      }
      expect(answer.status).toBe(200);
      expect((await server.ask('/ready')).status).toBe(200);
    },
    { timeout: 30_000 },
  );
  await server.stop();
  await postgres.stop();
  stopping.abort();
  await rm(folder, { recursive: true, force: true });
});

it('answers 503 that can be tried again while the database is down', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-outage-'));
  await chmod(folder, 0o711);
  const postgres = await startPostgres({
    dataDir: folder,
    logger: silentLogger,
    signal: new AbortController().signal,
  });
  const server = await startTestServer({ databaseUrl: postgres.url });
  const cookie = await server.setUp();
  await postgres.stop();
  const paths = ['/api/keys', '/api/session', '/api/log'];
  for (const answer of await Promise.all(paths.map((path) => server.ask(path, { cookie })))) {
    const problem = await answer.json();
    expect(problem, answer.url).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE', retryable: true });
    expect(answer.headers.get('retry-after')).toBe('2');
  }
  expect(await (await server.ask('/ready')).json()).toMatchObject({ parts: { database: { state: 'down' } } });
  expect((await server.ask('/health')).status).toBe(200);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
