import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allianceErrors } from './errors.ts';
import type { Alliance } from './index.ts';
import { testBaseUrl as baseUrl, openTestAlliance, type TestAlliance } from './testing.ts';

const person = { name: '李娜', email: 'Lina@example.org', password: 'correct horse battery' };
let database: TestAlliance;
let alliance: Alliance;

beforeAll(async () => {
  database = await openTestAlliance();
  alliance = database.alliance;
});
afterAll(() => database.close());

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return new Request(`${baseUrl}/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl, ...headers },
    body: JSON.stringify(body),
  });
}

async function signIn(): Promise<Headers> {
  const { email, password } = person;
  const { setCookies } = await alliance.handleAccountRequest(post('/sign-in/email', { email, password }));
  return new Headers({ cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}

describe('setup', () => {
  it('refuses a wrong token and keeps the right one', async () => {
    expect(await alliance.isSetupNeeded()).toBe(true);
    const replaced = await alliance.createSetupToken();
    const token = await alliance.createSetupToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    await expect(alliance.completeSetup({ ...person, token: replaced ?? '' })).rejects.toMatchObject({
      code: 'ALLIANCE_SETUP_TOKEN_WRONG',
    });
    await expect(alliance.completeSetup({ ...person, token: token ?? '', password: 'short' })).rejects.toMatchObject({
      code: 'ALLIANCE_PASSWORD_UNFIT',
    });
    const rows = await database.store.sql`select encode(hash, 'hex') as hash from alliance.setup_token`;
    expect(JSON.stringify(rows)).not.toContain(token);
    await alliance.completeSetup({ ...person, token: token ?? '' });
    await expect(alliance.completeSetup({ ...person, token: token ?? '' })).rejects.toMatchObject({
      code: 'ALLIANCE_SETUP_DONE',
      status: 410,
    });
    expect(await alliance.isSetupNeeded()).toBe(false);
    expect(await alliance.createSetupToken()).toBeNull();
  });

  it('lets one of two racing set-ups win', async () => {
    const other = await openTestAlliance();
    const { alliance: second } = other;
    const token = (await second.createSetupToken()) ?? '';
    const results = await Promise.allSettled([
      second.completeSetup({ ...person, token }),
      second.completeSetup({ ...person, token, email: 'other@example.org' }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    await other.close();
  });
});

describe('sessions', () => {
  it('signs in, knows the person by the cookie and signs out', async () => {
    const headers = await signIn();
    const { principal } = await alliance.authenticate({ headers });
    expect(principal).toMatchObject({ kind: 'person', name: '李娜', member: 'operator', roles: ['admin', 'operator'] });
    const leave = post('/sign-out', {}, { cookie: headers.get('cookie') ?? '' });
    expect((await alliance.handleAccountRequest(leave)).status).toBe(200);
    expect((await alliance.authenticate({ headers })).principal).toBeNull();
  });

  it('sets cookies that scripts cannot read and other sites do not send', async () => {
    const { email, password } = person;
    const { setCookies } = await alliance.handleAccountRequest(post('/sign-in/email', { email, password }));
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(/^xiangyu\.session_token=.*HttpOnly; SameSite=Lax$/i);
  });

  it('refuses a wrong password and a stranger with the same words, and keeps sign-up closed', async () => {
    for (const email of [person.email, 'nobody@example.org']) {
      const attempt = alliance.handleAccountRequest(post('/sign-in/email', { email, password: 'wrong password' }));
      await expect(attempt).rejects.toMatchObject({ code: 'ALLIANCE_CREDENTIALS_WRONG', status: 401 });
    }
    const signUp = post('/sign-up/email', { ...person, email: 'new@example.org', role: 'operator' });
    await expect(alliance.handleAccountRequest(signUp)).rejects.toMatchObject({ code: 'ALLIANCE_ACCOUNT_REFUSED' });
  });

  it('ignores a forged cookie', async () => {
    const headers = new Headers({ cookie: 'xiangyu.session_token=abc.def' });
    expect((await alliance.authenticate({ headers })).principal).toBeNull();
  });
});

describe('API keys', () => {
  it('stands for its member until it is revoked; only its hash is stored', async () => {
    await alliance.createMember({ slug: 'farm', name: { zh: '农场', en: 'Farm' }, kind: 'farm' });
    const made = await alliance.createKey({ name: 'ERP', member: 'farm', scopes: ['capture'] });
    expect(made.key).toMatch(/^xy_[\w-]{43}$/);
    const ways = [new Headers({ authorization: `Bearer ${made.key}` }), new Headers({ 'x-api-key': made.key })];
    for (const headers of ways) {
      expect((await alliance.authenticate({ headers })).principal).toEqual({
        kind: 'key',
        id: made.id,
        name: 'ERP',
        member: 'farm',
        roles: [],
        scopes: ['capture'],
        standing: 'guest',
        platform: false,
        secondFactor: false,
        demo: false,
      });
    }
    const dump = JSON.stringify(await database.store.sql`select k::text from alliance.api_key k`);
    expect(dump).not.toContain(made.key.slice(9));
    const [listed] = (await alliance.findKeys({ member: 'farm', perPage: 10 })).items;
    expect(listed).toMatchObject({ id: made.id, prefix: made.key.slice(0, 9), revokedAt: null });
    // The use is noted beside the request.
    await vi.waitFor(async () => {
      const [used] = (await alliance.findKeys({ member: 'farm', perPage: 10 })).items;
      expect(used?.lastUsedAt).not.toBeNull();
    });
    await expect(alliance.revokeKey({ id: 'none' })).rejects.toMatchObject({ code: 'ALLIANCE_KEY_UNKNOWN' });
    await alliance.revokeKey({ id: made.id });
    for (const headers of ways) expect((await alliance.authenticate({ headers })).principal).toBeNull();
  });

  it('knows a key without writing, so that an interrupted request can be tried again', async () => {
    const { key } = await alliance.createKey({ name: 'locked', member: 'farm', scopes: ['read'] });
    const headers = new Headers({ 'x-api-key': key });
    await database.store.transaction(async (tx) => {
      await tx`select from alliance.api_key where name = 'locked' for update`;
      expect((await alliance.authenticate({ headers })).principal).toMatchObject({ name: 'locked' });
    });
  });

  it('takes a wrong key for nobody, even beside a good cookie', async () => {
    const headers = await signIn();
    headers.set('x-api-key', `xy_${'A'.repeat(43)}`);
    expect((await alliance.authenticate({ headers })).principal).toBeNull();
  });

  it('refuses a key for an unknown member', async () => {
    await expect(alliance.createKey({ name: 'x', member: 'nobody', scopes: ['read'] })).rejects.toMatchObject({
      code: 'ALLIANCE_MEMBER_UNKNOWN',
    });
  });

  it('lists page by page, newest first', async () => {
    await alliance.createMember({ slug: 'paged', name: { zh: '页', en: 'Paged' }, kind: 'farm' });
    for (const name of ['1', '2', '3']) await alliance.createKey({ name, member: 'paged', scopes: ['read'] });
    const first = await alliance.findKeys({ member: 'paged', perPage: 2 });
    const rest = await alliance.findKeys({ member: 'paged', perPage: 2, pageToken: first.nextPageToken ?? undefined });
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(['3', '2', '1']);
    expect(rest.nextPageToken).toBeNull();
  });
});

describe('members', () => {
  it('pages by slug and refuses a foreign token and a taken slug', async () => {
    const first = await alliance.findMembers({ perPage: 2 });
    expect(first.items.map(({ slug }) => slug)).toEqual(['farm', 'operator']);
    const rest = await alliance.findMembers({ perPage: 2, pageToken: first.nextPageToken ?? '' });
    expect(rest.items.map(({ slug }) => slug)).toEqual(['paged']);
    await expect(alliance.findMembers({ perPage: 2, pageToken: 'x' })).rejects.toMatchObject({
      code: 'ALLIANCE_PAGE_TOKEN_WRONG',
    });
    const again = alliance.createMember({ slug: 'farm', name: { zh: '农场', en: 'Farm' }, kind: 'farm' });
    await expect(again).rejects.toMatchObject({ code: 'ALLIANCE_MEMBER_EXISTS' });
    expect((await alliance.readMembers(['farm', 'nobody'])).map(({ name }) => name.zh)).toEqual(['农场']);
  });
});

describe('access', () => {
  it.each([
    ['no cookie', { origin: 'https://evil.example' }, true],
    ['own host', { cookie: 'a=b', origin: 'http://10.1.1.1:3000', host: '10.1.1.1:3000' }, true],
    ['the base URL', { cookie: 'a=b', origin: baseUrl, host: 'inside:80' }, true],
    ['another site', { cookie: 'a=b', origin: 'https://evil.example', host: '127.0.0.1:3000' }, false],
    ['an opaque origin', { cookie: 'a=b', origin: 'null', host: '127.0.0.1:3000' }, false],
    ['no origin', { cookie: 'a=b', host: '127.0.0.1:3000' }, false],
  ])('checks the origin of a change: %s', (_, headers, passes) => {
    const check = () => alliance.checkOrigin({ method: 'POST', headers: new Headers(headers) });
    if (passes) check();
    else expect(check).toThrow(expect.objectContaining({ code: 'ALLIANCE_CROSS_ORIGIN' }));
    alliance.checkOrigin({ method: 'GET', headers: new Headers(headers) });
  });

  it('has a next step for every error', () => {
    for (const [, entry] of allianceErrors.catalogue) expect(entry.next).toMatch(/\.$/);
  });
});
