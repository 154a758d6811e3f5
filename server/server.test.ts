import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cookieOf, makeTestDocument, startTestServer, type TestServer, testOperator } from './testing.ts';

let server: TestServer;
let cookie: string;
let setupToken: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('setup and sessions', () => {
  it('makes the first operator once', async () => {
    expect(await (await server.ask('/api/session')).json()).toEqual({
      principal: null,
      permissions: [],
      setupNeeded: true,
    });
    expect(await (await server.ask('/api/setup')).json()).toEqual({ needed: true });
    setupToken = (await server.alliance.createSetupToken()) ?? '';
    const body = { token: setupToken, ...testOperator };
    const made = await server.ask('/api/setup', { body });
    expect(made.status).toBe(201);
    cookie = cookieOf(made);
    expect(await made.json()).toMatchObject({ principal: { name: testOperator.name, roles: ['admin', 'operator'] } });
    const again = await server.ask('/api/setup', { body });
    expect(again.status).toBe(410);
    expect(await again.json()).toMatchObject({ code: 'ALLIANCE_SETUP_DONE' });
  });

  it('knows the person by the cookie, signs in again and out', async () => {
    const known = await server.ask('/api/session', { cookie });
    expect(await known.json()).toMatchObject({ principal: { kind: 'person', member: 'operator' }, setupNeeded: false });
    const { email, password } = testOperator;
    const signedIn = await server.ask('/api/auth/sign-in/email', { body: { email, password } });
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/i);
    const second = cookieOf(signedIn);
    const left = await server.ask('/api/auth/sign-out', { cookie: second, body: {} });
    expect(left.status).toBe(204);
    expect(await (await server.ask('/api/session', { cookie: second })).json()).toMatchObject({ principal: null });
    expect((await server.ask('/api/keys', { cookie })).status).toBe(200);
  });

  it('refuses a wrong password', async () => {
    const body = { email: testOperator.email, password: 'wrong wrong wrong' };
    const refused = await server.ask('/api/auth/sign-in/email', { body });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'ALLIANCE_CREDENTIALS_WRONG' });
  });

  it('refuses a change that another site sends with the cookie', async () => {
    const body = { name: 'x', scopes: ['read'] };
    const refused = await server.ask('/api/keys', { cookie, body, headers: { origin: 'https://evil.example' } });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'ALLIANCE_CROSS_ORIGIN' });
  });

  it('changes the password, which ends other sessions', async () => {
    const body = { currentPassword: testOperator.password, newPassword: 'ten golden kiwifruits' };
    const changed = await server.ask('/api/auth/change-password', { cookie, body });
    expect(changed.status).toBe(204);
    expect((await server.ask('/api/keys', { cookie })).status).toBe(401);
    cookie = cookieOf(changed);
    expect((await server.ask('/api/keys', { cookie })).status).toBe(200);
  });
});

describe('API keys', () => {
  const makeKey = async (scopes: string[]) => {
    const made = await server.ask('/api/keys', { cookie, body: { name: 'ERP', scopes } });
    expect(made.status).toBe(201);
    return (await made.json()) as { id: string; key: string };
  };

  it('captures with the right, not without it, and not after the end', async () => {
    const [writer, reader] = [await makeKey(['capture', 'read']), await makeKey(['read'])];
    const captured = await server.ask('/epcis/capture', { key: writer.key, body: makeTestDocument('1') });
    expect(captured.status).toBe(202);
    expect(captured.headers.get('location')).toMatch(/^\/epcis\/capture\//);

    const denied = await server.ask('/epcis/capture', { key: reader.key, body: makeTestDocument('2') });
    expect(denied.status).toBe(403);
    expect(await denied.json()).toMatchObject({
      type: 'epcisException:SecurityException',
      code: 'RIGHTS_REFUSED',
      retryable: false,
    });

    expect((await server.ask(`/api/keys/${writer.id}`, { method: 'DELETE', cookie })).status).toBe(204);
    const revoked = await server.ask('/epcis/capture', { key: writer.key, body: makeTestDocument('3') });
    expect(revoked.status).toBe(401);
    expect(revoked.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await revoked.json()).toMatchObject({ code: 'RIGHTS_SIGN_IN_NEEDED' });
  });

  it('lists keys without the keys, and lets no key manage keys', async () => {
    const { key } = await makeKey(['capture', 'read']);
    const list = await (await server.ask('/api/keys', { cookie })).text();
    expect(JSON.parse(list).keys.length).toBeGreaterThan(0);
    expect(list).not.toContain(key);
    const refused = await server.ask('/api/keys', { key, body: { name: 'x', scopes: ['read'] } });
    expect(await refused.json()).toMatchObject({ code: 'RIGHTS_REFUSED', status: 403 });
  });

  it('adds organisations and makes keys for those without people, as operator only', async () => {
    const body = { slug: 'shop', name: { zh: '商店', en: 'Shop' }, kind: 'retailer' };
    expect((await server.ask('/api/members', { body })).status).toBe(401);
    expect((await server.ask('/api/members', { cookie, body })).status).toBe(201);
    const made = await server.ask('/api/keys', { cookie, body: { name: 'Till', scopes: ['capture'], member: 'shop' } });
    expect(await made.json()).toMatchObject({ member: 'shop' });
    const { members } = (await (await server.ask('/api/members?perPage=1')).json()) as { members: unknown[] };
    expect(members).toHaveLength(1);
  });
});

describe('evidence', () => {
  it('goes from capture to a proof bundle on the chain', async () => {
    const { alliance } = server;
    const { key } = await alliance.createKey({ name: 'test', member: 'operator', scopes: ['capture', 'read'] });
    const captured = await server.ask('/epcis/capture', { key, body: makeTestDocument('proof') });
    const { eventIDs } = (await captured.json()) as { eventIDs: string[] };
    const subject = encodeURIComponent(eventIDs[0] ?? '');
    await vi.waitFor(
      async () => {
        const found = await (await server.ask(`/api/log/statements?subject=${subject}`)).json();
        const { statements } = found as { statements: { statementId: string }[] };
        const bundle = await server.ask(`/api/log/statements/${statements[0]?.statementId}/bundle`);
        expect(bundle.status).toBe(200);
        expect(await bundle.json()).toMatchObject({ format: 'xiangyu-proof-bundle/2', anchor: { evmChainId: 7002 } });
      },
      { timeout: 50_000, interval: 250 },
    );
    expect(await (await server.ask('/api/log')).json()).toMatchObject({ origin: 'test.example/log', evmChainId: 7002 });
    const unknown = await server.ask('/api/log/statements/none/bundle');
    expect(await unknown.json()).toMatchObject({ code: 'SERVER_STATEMENT_UNKNOWN', status: 404 });
  });
});

describe('operation', () => {
  it('tells health, readiness and metrics', async () => {
    expect(await (await server.ask('/health')).json()).toEqual({ status: 'ok' });
    await vi.waitFor(async () => {
      const ready = await server.ask('/ready');
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({
        ready: true,
        parts: { database: { state: 'ok' }, node: { state: 'ok' }, log: { state: 'ok' } },
      });
    });
    const metrics = await (await server.ask('/metrics')).text();
    expect(metrics).toMatch(/xiangyu_http_request_duration_seconds_bucket\{.*route="\/api\/keys"/);
    expect(metrics).toContain('xiangyu_process_cpu_seconds_total');
  });

  it('shows the network and passes reading calls on', async () => {
    await vi.waitFor(async () => {
      const network = await (await server.ask('/api/network')).json();
      expect(network).toMatchObject({ reachable: true, evmChainId: 7002, coreChainId: 7001, demo: false });
    });
    const graph = (await (await server.ask('/api/network/graph?epochs=3')).json()) as { blocks: { pivot: boolean }[] };
    expect(graph.blocks.filter(({ pivot }) => pivot)).toHaveLength(3);
    const call = { jsonrpc: '2.0', id: 1, method: 'eth_chainId' };
    expect(await (await server.ask('/rpc/espace', { body: [call] })).json()).toEqual([
      { jsonrpc: '2.0', id: 1, result: '0x1b5a' },
    ]);
  });

  it('lets pages of other sites ask the node, and only that', async () => {
    const headers = { origin: 'https://other.example' };
    const asked = await server.ask('/rpc/espace', { headers, body: { jsonrpc: '2.0', id: 1, method: 'eth_chainId' } });
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await server.ask('/rpc/espace', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type, authorization');
    const other = await server.ask('/api/session', { headers });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the log of the process', () => {
  it('has no secret: no password, token, key, cookie', async () => {
    const { key } = await server.alliance.createKey({ name: 'x', member: 'operator', scopes: ['read'] });
    await server.ask('/api/trace/stats?secret=in-the-query', { key, cookie });
    await server.ask('/api/setup', { body: { token: setupToken, ...testOperator } });
    await vi.waitFor(() => expect(server.log()).toContain('"path":"/api/setup"'));
    const log = server.log();
    const session = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0];
    for (const secret of [
      testOperator.password,
      testOperator.email,
      setupToken,
      key.slice(3),
      session,
      'in-the-query',
    ]) {
      expect(secret).toBeTruthy();
      expect(log.includes(String(secret)), 'a secret in the log').toBe(false);
    }
    expect(/set-cookie|authorization|xiangyu\.session/i.test(log)).toBe(false);
  });
});
