import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccountServer } from '../accounts/startAccountServer.ts';
import { makeTestDocument, type TestServer } from '../testing.ts';
import { addKey, addOrganisation, addPerson } from './cast.ts';

const allRoles = ['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer'] as const;
let server: TestServer;
/** Who owns everything, and somebody of another organisation who has every role there. */
let owner: string;
let stranger: string;
let operator: string;

beforeAll(async () => {
  server = await startAccountServer();
  operator = await server.setUp();
  await addOrganisation(server, 'acme');
  await addOrganisation(server, 'rival');
  [owner, stranger] = [await addPerson(server, 'acme', allRoles), await addPerson(server, 'rival', allRoles)];
});
afterAll(() => server?.stop());

async function make(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const made = await server.ask(path, { cookie: owner, body, headers });
  expect(made.ok, `${path}: ${made.status} ${made.ok ? '' : await made.clone().text()}`).toBe(true);
  return (await made.json()) as Record<string, string>;
}

describe("another organisation's things", () => {
  it('are neither read nor changed', async () => {
    const key = await make('/api/keys', { name: 'ERP', scopes: ['read'] });
    const capture = await make('/epcis/capture', makeTestDocument('71'));
    const record = await make('/evidence', { payload: { secret: 'recipe' }, subject: 'urn:example:1', name: 'recipe' });
    const webhook = await make('/api/webhooks', { url: 'https://example.org/hook' });
    const wallet = await make('/api/wallets/keys', { name: 'till' });
    const [act] = ((await (await server.ask('/api/acts', { cookie: owner })).json()) as { acts: { id: string }[] })
      .acts;
    const things: [string, string, unknown?][] = [
      ['DELETE', `/api/keys/${key.id}`],
      ['GET', '/api/keys?member=acme'],
      ['POST', '/api/keys', { name: 'x', scopes: ['read'], member: 'acme' }],
      ['GET', `/epcis/capture/${capture.captureID}`],
      ['GET', `/evidence/${record.id}/notes`],
      ['GET', `/evidence/${record.id}/bundle`],
      ['GET', '/evidence/records?member=acme'],
      ['DELETE', `/evidence/${record.id}/payload`, { reason: 'just because' }],
      ['GET', `/api/webhooks/${webhook.id}`],
      ['DELETE', `/api/webhooks/${webhook.id}`],
      ['GET', `/api/wallets/keys/${wallet.address}`],
      ['DELETE', `/api/wallets/keys/${wallet.address}`],
      ['GET', `/api/acts/${act?.id}/bundle`],
    ];
    for (const [method, path, body] of things) {
      const answer = await server.ask(path, { method, cookie: stranger, ...(body === undefined ? {} : { body }) });
      expect([403, 404], `${method} ${path}`).toContain(answer.status);
      expect(await answer.text()).not.toContain('recipe');
    }
    const own = await server.ask(`/evidence/${record.id}/notes`, { cookie: owner });
    expect(await own.json()).toMatchObject({ name: 'recipe', hasPayload: true });
    expect((await server.ask(`/api/wallets/keys/${wallet.address}`, { cookie: owner })).status).toBe(200);
    const list = (await (await server.ask('/api/keys', { cookie: owner })).json()) as {
      keys: { revokedAt: unknown }[];
    };
    expect(list.keys.map(({ revokedAt }) => revokedAt)).toEqual([null]);
  });

  it('belong to nobody of the platform either, once the organisation has people', async () => {
    const body = { name: 'x', scopes: ['read'], member: 'acme' };
    expect((await server.ask('/api/keys', { cookie: operator, body })).status).toBe(403);
    expect((await server.ask('/api/keys?member=acme', { cookie: operator })).status).toBe(403);
    await addOrganisation(server, 'empty');
    expect((await server.ask('/api/keys', { cookie: operator, body: { ...body, member: 'empty' } })).status).toBe(201);
  });

  it('are not in the public bundle of an act', async () => {
    const { acts } = (await (await server.ask('/api/acts', { cookie: owner })).json()) as {
      acts: { id: string; statementId: string; action: string }[];
    };
    const made = acts.find(({ action }) => action === 'keys:create');
    await expect
      .poll(async () => (await server.ask(`/api/acts/${made?.id}/bundle`, { cookie: owner })).status, {
        timeout: 20_000,
      })
      .toBe(200);
    const full = await (await server.ask(`/api/acts/${made?.id}/bundle`, { cookie: owner })).json();
    expect(full).toMatchObject({
      statement: { kind: 'alliance.act', member: 'acme' },
      payload: { content: { action: 'keys:create', resource: { type: 'ApiKey', member: 'acme' } } },
    });
    const thin = await (await server.ask(`/api/log/statements/${made?.statementId}/bundle`)).json();
    expect(thin).toMatchObject({ statement: { kind: 'alliance.act' } });
    expect(thin).not.toHaveProperty('payload');
  });
});

describe('API keys', () => {
  it('take no field that is not theirs to set', async () => {
    for (const extra of [{ createdBy: 'me' }, { prefix: 'xy_' }, { revokedAt: null }, { hash: 'x' }]) {
      const answer = await server.ask('/api/keys', { cookie: owner, body: { name: 'x', scopes: ['read'], ...extra } });
      expect(answer.status, JSON.stringify(extra)).toBe(400);
    }
    const member = { slug: 'mine', name: { zh: '我', en: 'Mine' }, kind: 'x', standing: 'admitted' };
    expect((await server.ask('/api/members', { cookie: operator, body: member })).status).toBe(400);
  });

  it('end at their time, and with the standing of their organisation', async () => {
    const past = { name: 'x', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' };
    expect(await (await server.ask('/api/keys', { cookie: owner, body: past })).json()).toMatchObject({
      code: 'ALLIANCE_EXPIRY_PAST',
    });
    const { id, key } = await make('/api/keys', { ...past, expiresAt: '2999-01-01T00:00:00Z' });
    const use = () => server.ask('/evidence/records', { key: key ?? '' });
    expect((await use()).status).toBe(200);
    const { sql } = server.store;
    await sql`update alliance.member set standing = 'suspended' where slug = 'acme'`;
    const refused = await use();
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      code: 'RIGHTS_REFUSED',
      details: { action: 'evidence:read', policies: ['standing.suspended'], reason: { code: 'forbidden' } },
    });
    const why = await server.ask('/api/rights/explain?action=evidence:read', { key: key ?? '' });
    expect(await why.json()).toMatchObject({ allowed: false, policies: ['standing.suspended'] });
    const session = await (await server.ask('/api/session', { cookie: owner })).json();
    expect(session).toMatchObject({ principal: { standing: 'suspended' }, permissions: [] });
    await sql`update alliance.member set standing = 'guest' where slug = 'acme'`;
    expect((await use()).status).toBe(200);
    await sql`update alliance.api_key set expires_at = now() - interval '1 second' where id = ${id ?? ''}`;
    expect((await use()).status).toBe(401);
  });

  it('reach no further than whoever makes them', async () => {
    const developer = await addPerson(server, 'acme', ['developer']);
    const ask = (scopes: string[]) => server.ask('/api/keys', { cookie: developer, body: { name: 'x', scopes } });
    expect([(await ask(['transact'])).status, (await ask(['capture'])).status]).toEqual([201, 403]);
    const { key } = await addKey(server, 'acme', ['read', 'capture', 'transact']);
    expect((await server.ask('/api/keys', { key, body: { name: 'x', scopes: ['read'] } })).status).toBe(403);
  });
});
