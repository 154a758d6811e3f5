import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../host/index.ts';
import { createTestDatabase, type TestDatabase } from '../../store/testing.ts';
import { type RunningConnector, serveConnector } from './serveConnector.ts';

let database: TestDatabase;
let dataDir: string;
let connector: RunningConnector;
const stop = new AbortController();

beforeAll(async () => {
  [database, dataDir] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'xiangyu-connector-'))]);
  await mkdir(join(dataDir, 'keys'), { mode: 0o700 });
  // What an earlier start learned: it answers while the platform is away.
  const facts = { evmChainId: 7002, name: { zh: '民政局', en: 'Civil affairs' }, member: 'civil' };
  await writeFile(join(dataDir, 'platform.json'), JSON.stringify(facts));
  connector = await serveConnector(
    {
      ...{ host: '127.0.0.1', port: 0, databaseUrl: database.url, dataDir, member: 'civil', apiKey: 'xy_none' },
      ...{ platformUrl: 'http://127.0.0.1:9', publicUrl: 'https://civil.example' },
      rateLimits: { public: 3 },
    },
    createContext({ level: 'silent', signal: stop.signal }),
  );
}, 60_000);
afterAll(async () => {
  await connector?.close();
  stop.abort();
  await database.drop();
  await rm(dataDir, { recursive: true });
});

const ask = (path: string, key?: string, method = 'GET') =>
  fetch(`${connector.url}${path}`, { method, headers: key ? { authorization: `Bearer ${key}` } : {} });
const statuses = async (times: number, ...call: Parameters<typeof ask>) => {
  const all: number[] = [];
  for (let at = 0; at < times; at += 1) all.push((await ask(...call)).status);
  return all;
};

describe('the rate limit of a connector on its own machine', () => {
  it('says when to come back, and lets probes of its health through', async () => {
    expect(await statuses(1, '/nowhere')).toEqual([404]);
    expect(await statuses(3, '/metrics')).toEqual([200, 200, 429]);
    const refused = await ask('/metrics');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'SERVER_TOO_MANY_REQUESTS', retryable: true });
    expect(await statuses(5, '/health')).toEqual([200, 200, 200, 200, 200]);
    // Another caller of the proxy on this machine has a limit of its own.
    const other = await fetch(`${connector.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(other.status).toBe(200);
  });

  it('counts wrong keys by address, and not against the right one', async () => {
    expect(await statuses(4, '/api/exchange/grants', 'wrong')).toEqual([401, 401, 401, 429]);
    expect((await ask('/api/exchange/grants', connector.adminKey)).status).toBe(200);
  });

  it('gives the wire between connectors a limit of its own', async () => {
    const answer = await ask('/dsp/civil/2025-1/catalog/request', undefined, 'POST');
    expect(answer.status).toBeLessThan(500);
    expect(Number(answer.headers.get('x-ratelimit-limit'))).toBe(60_000);
  });
});
