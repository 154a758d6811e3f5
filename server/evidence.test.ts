import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type ProofBundle, readAnchoredRootOverRpc, verifyBundle } from '../proof/index.ts';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
let cookie: string;
let key: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.setUp();
  await server.alliance.createMember({ slug: 'archive', name: { zh: '档案馆', en: 'Archive' }, kind: 'institution' });
  key = (await server.alliance.createKey({ name: 'archive', member: 'archive', scopes: ['capture', 'read'] })).key;
}, 120_000);
afterAll(() => server.stop());

const record = async (body: object): Promise<{ id: string; digest: string }> => {
  const response = await server.ask('/evidence', { key, body, headers: { 'idempotency-key': randomUUID() } });
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string; digest: string };
};

const json = async <T>(path: string, request = {}) => (await (await server.ask(path, request)).json()) as T;
const readRecord = (id: string) => json<{ status: string; bundle: string }>(`/evidence/${id}`);

const anchored = (id: string) =>
  vi.waitFor(async () => expect(['anchored', 'confirmed']).toContain((await readRecord(id)).status), {
    timeout: 60_000,
    interval: 200,
  });

const check = async (bundle: unknown) =>
  verifyBundle(bundle, { readAnchoredRoot: readAnchoredRootOverRpc(inject('espaceUrl')) });

test('a file: recorded, anchored, certified for everybody and by name for its owner', { timeout: 90_000 }, async () => {
  const digest = createHash('sha256').update('the deed').digest('hex');
  const { id } = await record({ digest, name: 'deed.pdf' });
  const early = await server.ask(`/evidence/${id}/certificate.pdf`);
  expect([200, 409]).toContain(early.status);
  await anchored(id);

  const shown = await readRecord(id);
  expect(shown).toMatchObject({ digest, alg: 'sha-256', member: 'archive', anchor: { contract: expect.any(String) } });
  const bundle = await json<ProofBundle>(shown.bundle);
  expect(bundle.statement).toMatchObject({ digest, alg: 'sha-256' });
  expect((await check(bundle)).valid).toBe(true);

  const sizes = [];
  for (const request of [{}, { key }, { cookie }]) {
    const answer = await server.ask(`/evidence/${id}/certificate.pdf?lang=en`, request);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await answer.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    sizes.push(pdf.length);
  }
  // A row more for those who may see the name.
  expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
  expect(sizes[2]).toBeGreaterThan(sizes[0] ?? 0);
  expect((await server.ask(`/evidence/${id}/certificate.pdf?lang=fr`)).status).toBe(400);
  expect((await server.ask('/evidence/nobody/certificate.pdf')).status).toBe(404);
});

test('a payload stays private, proves, and is erased without breaking its proof', { timeout: 90_000 }, async () => {
  const { id } = await record({ payload: { diagnosis: 'a secret' } });
  await anchored(id);
  const open = await json<ProofBundle>(`/api/log/statements/${id}/bundle`);
  expect(open.payload).toBeUndefined();
  expect((await server.ask(`/evidence/${id}/bundle`)).status).toBe(401);
  const own = await json<ProofBundle>(`/evidence/${id}/bundle`, { key });
  expect(own.payload?.content).toEqual({ diagnosis: 'a secret' });
  const before = await check(own);
  expect(before.valid).toBe(true);
  expect(before.checks.find((found) => found.id === 'payload')?.ok).toBe(true);

  const body = { reason: 'the patient asked for it' };
  expect((await server.ask(`/evidence/${id}/payload`, { method: 'DELETE', body })).status).toBe(401);
  const erased = await server.ask(`/evidence/${id}/payload`, { method: 'DELETE', key, body });
  expect(erased.status).toBe(200);
  const after = await json<ProofBundle>(`/evidence/${id}/bundle`, { key });
  expect(after.payload).toBeUndefined();
  expect((await check(after)).valid).toBe(true);
  // Whoever kept the payload and its salt can still prove it.
  expect((await check({ ...after, payload: own.payload })).valid).toBe(true);
  expect(await readRecord(id)).toMatchObject({ erasedAt: expect.stringMatching(/Z$/) });
});

test('recording needs the right to capture', async () => {
  const body = { digest: '00'.repeat(32) };
  expect((await server.ask('/evidence', { body })).status).toBe(401);
  const reader = await server.alliance.createKey({ name: 'r', member: 'archive', scopes: ['read'] });
  expect((await server.ask('/evidence', { body, key: reader.key })).status).toBe(403);
});

test('certificates, which cost much, are limited for each address', async () => {
  const statuses = new Set<number>();
  for (let asked = 0; asked < 70; asked += 1) {
    statuses.add((await server.ask('/evidence/nobody/certificate.pdf')).status);
  }
  expect([...statuses].sort()).toEqual([404, 429]);
});
