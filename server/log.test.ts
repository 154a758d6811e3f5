import { rm } from 'node:fs/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import type { ListedCheckpoint, LogState, WitnessSet } from '../ledger/index.ts';
import { type ProofBundle, parseTlogProof, readAnchoredRootOverRpc, verifyBundle } from '../proof/index.ts';
import { type RunningWitness, startWitness } from '../witness/index.ts';
import { temporaryFolder } from '../witness/testing.ts';
import { makeTestDocument, startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
let cookie: string;
let folder: string;
let witness: RunningWitness;

const read = async <T>(path: string): Promise<T> => (await server.ask(path)).json() as Promise<T>;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.setUp();
  folder = await temporaryFolder();
  const { logKey } = await read<LogState>('/api/log');
  const logger = pino({ level: 'silent' });
  witness = await startWitness({ dataDir: folder, host: '127.0.0.1', port: 0, name: 'w1', logs: [logKey], logger });
});
afterAll(async () => {
  await server.stop();
  await witness.stop();
  await rm(folder, { recursive: true });
});

it('lets operators alone see and choose the witnesses', async () => {
  const path = '/api/log/witnesses';
  const body = { vkeys: witness.verifierKeys, url: witness.url };
  expect((await server.ask(path)).status).toBe(401);
  expect((await server.ask(path, { body })).status).toBe(401);
  const { key } = await server.alliance.createKey({ name: 'k', member: 'operator', scopes: ['capture', 'read'] });
  expect((await server.ask(path, { key, body })).status).toBe(403);
  const threshold = (value: number) =>
    server.ask(`${path}/threshold`, { method: 'PUT', cookie, body: { threshold: value } });
  expect(await (await threshold(1)).json()).toMatchObject({ code: 'LOG_BAD_THRESHOLD', status: 409 });
  const added = await server.ask(path, { cookie, body });
  expect(added.status).toBe(201);
  expect(await added.json()).toMatchObject({ threshold: 0, witnesses: [{ name: 'w1', address: witness.address }] });
  expect((await server.ask(path, { cookie, body })).status).toBe(409);
  const invalid = await server.ask(path, { cookie, body: { ...body, url: 'file:///etc/passwd' } });
  expect(await invalid.json()).toMatchObject({ code: 'HOST_URL_INVALID', status: 400 });
  expect((await threshold(1)).status).toBe(200);
  const removed = await server.ask(`${path}/w1`, { method: 'DELETE', cookie });
  expect(await removed.json()).toMatchObject({ code: 'LOG_BAD_THRESHOLD' });
  expect(await (await server.ask(`${path}/nobody`, { method: 'DELETE', cookie })).json()).toMatchObject({
    code: 'LOG_WITNESS_UNKNOWN',
  });
});

it('shows a statement from its recording to a bundle that needs no node', { timeout: 120_000 }, async () => {
  const { key } = await server.alliance.createKey({ name: 'k2', member: 'operator', scopes: ['capture'] });
  for (const name of ['first', 'second']) {
    const captured = await server.ask('/epcis/capture', { key, body: makeTestDocument(name) });
    expect(captured.status).toBe(202);
  }
  const { checkpoints } = await vi.waitFor(
    async () => {
      const listed = await read<{ checkpoints: ListedCheckpoint[] }>('/api/log/checkpoints');
      const state = await read<LogState>('/api/log');
      // Administrative acts are statements too.
      expect(state.size).toBeGreaterThanOrEqual(2);
      expect(state).toMatchObject({
        pending: 0,
        checkpoint: { size: state.size, status: expect.stringMatching(/executed|confirmed/) },
      });
      return listed;
    },
    { timeout: 90_000, interval: 300 },
  );
  const state = await read<LogState>('/api/log');
  expect(state).toMatchObject({ published: { size: state.size }, witnesses: { threshold: 1, total: 1, cosigned: 1 } });
  expect(checkpoints[0]?.witnesses).toEqual(['w1']);

  const newest = await (await server.ask('/log/checkpoint')).text();
  expect(await (await server.ask(`/api/log/checkpoints/${state.size}`)).text()).toBe(newest);
  expect((await server.ask(`/api/log/checkpoints/${state.size + 1}`)).status).toBe(404);
  const consistency = await server.ask(`/api/log/consistency?from=1&to=${state.size}`);
  expect(await consistency.json()).toMatchObject({ to: { size: state.size, root: state.integratedRoot } });
  expect(await (await server.ask('/api/log/consistency?from=1&to=999')).json()).toMatchObject({
    code: 'LOG_SIZES_REVERSED',
  });
  const page = await read<{ checkpoints: unknown[]; nextPageToken: string | null }>('/api/log/checkpoints?perPage=1');
  expect(page.checkpoints).toHaveLength(1);
  expect((await server.ask('/api/log/checkpoints?nextPageToken=x')).status).toBe(400);

  const set = (await (await server.ask('/api/log/witnesses', { cookie })).json()) as WitnessSet;
  expect(set.witnesses[0]).toMatchObject({ size: state.size, lag: 0, lastError: null });

  const rows = await server.store.sql<{ id: string; index: number }[]>`
    SELECT id, log_index::int AS index FROM ledger.statements WHERE kind = 'epcis.event' ORDER BY log_index LIMIT 1`;
  const [{ id, index } = { id: '', index: -1 }] = rows;
  expect(await read(`/api/log/statements/${id}`)).toMatchObject({ index, statement: { kind: 'epcis.event' } });
  expect((await server.ask('/api/log/statements/none')).status).toBe(404);
  // A few blocks later the chain states the receipts.
  const bundle = await vi.waitFor(
    async () => {
      const answer = await server.ask(`/api/log/statements/${id}/bundle?deep=true`);
      expect(answer.status).toBe(200);
      return (await answer.json()) as ProofBundle;
    },
    { timeout: 60_000, interval: 300 },
  );
  const policy = await (await server.ask('/log/policy')).text();
  const result = await verifyBundle(bundle, {
    readAnchoredRoot: readAnchoredRootOverRpc(inject('espaceUrl')),
    trustedLogKey: state.logKey,
    witnessPolicy: policy,
    ...(state.contract ? { trustedContract: state.contract } : {}),
    trustedBlocks: bundle.chain ? [bundle.chain.tip] : [],
    deep: true,
  });
  expect(result.checks.filter(({ ok }) => ok !== true)).toEqual([]);
  expect(result.valid).toBe(true);
  expect(parseTlogProof(bundle.tlogProof).index).toBe(index);
});
