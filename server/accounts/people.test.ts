import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, type TestRequest, type TestServer, testOperator } from '../testing.ts';
import { makeSoftAuthenticator } from './softAuthenticator.ts';
import { startAccountServer } from './startAccountServer.ts';

let server: TestServer;
/** Cookies of the platform's operator, and of two administrators of other organisations. */
let [operator, farm, shop]: string[] = [];

const ask = (path: string, request: TestRequest = {}) => server.ask(path, request);
const read = async <Body>(path: string, request: TestRequest = {}) => (await (await ask(path, request)).json()) as Body;
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const tokenOf = (link: string) => link.split('#')[1] ?? '';
interface PersonBody {
  id: string;
  email: string;
  roles: string[];
}
const peopleOf = async (cookie?: string) =>
  (await read<{ people: PersonBody[] }>('/api/organisation/people', { cookie: cookie ?? '' })).people;

async function invitePerson(cookie: string | undefined, body: object): Promise<{ id: string; token: string }> {
  const made = await ask('/api/organisation/invitations', { cookie: cookie ?? '', body });
  expect(made.status).toBe(201);
  const { id, link } = (await made.json()) as { id: string; link: string };
  return { id, token: tokenOf(link) };
}
const accept = (token: string, name = 'Somebody', more: object = { password: 'eleven red apples' }) =>
  ask('/api/invitations/accept', { body: { token, name, ...more } });

/** Founds a guest organisation and gives its administrator's cookie. */
async function found(slug: string): Promise<string> {
  const organisation = { slug, name: { zh: '组织', en: slug }, kinds: ['enterprise'] };
  const body = { email: `admin@${slug}.example`, organisation };
  const made = await ask('/api/organisations/invitations', { cookie: operator ?? '', body });
  expect(made.status).toBe(201);
  const { link } = (await made.json()) as { link: string };
  return cookieOf(await accept(tokenOf(link), `Admin of ${slug}`));
}

beforeAll(async () => {
  server = await startAccountServer();
  operator = await server.setUp();
  [farm, shop] = [await found('farm'), await found('shop')];
});
afterAll(() => server.stop());

describe('invitations of people', () => {
  it('carry a token that is stored as its hash only, and tell the invited person what it is for', async () => {
    const { token } = await invitePerson(farm, { email: 'Mei@farm.example', roles: ['steward', 'viewer'] });
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = JSON.stringify(await server.store.sql`select i::text from alliance.invitation i`);
    expect(stored).not.toContain(token);
    expect(await read('/api/invitations/look', { body: { token } })).toMatchObject({
      email: 'mei@farm.example',
      roles: ['steward', 'viewer'],
      organisation: { slug: 'farm', isNew: false },
    });
    const accepted = await accept(token, 'Mei');
    expect(accepted.status).toBe(201);
    expect(await accepted.json()).toMatchObject({
      principal: { name: 'Mei', member: 'farm', roles: ['steward', 'viewer'] },
    });
    const again = await accept(token, 'Mei');
    expect(await again.json()).toMatchObject({ code: 'PEOPLE_INVITATION_TOKEN_WRONG', status: 410 });
    const twice = { email: 'mei@farm.example', roles: ['viewer'] };
    const known = await ask('/api/organisation/invitations', { cookie: farm ?? '', body: twice });
    expect(await codeOf(known)).toBe('PEOPLE_PERSON_EXISTS');
  });

  it('end when they are revoked, replaced or a week old', async () => {
    const body = { email: 'late@farm.example', roles: ['viewer'] };
    const first = await invitePerson(farm, body);
    const second = await invitePerson(farm, body);
    expect((await accept(first.token)).status).toBe(410);
    const foreign = await ask(`/api/organisation/invitations/${second.id}`, { cookie: shop ?? '', method: 'DELETE' });
    expect(await codeOf(foreign)).toBe('PEOPLE_INVITATION_UNKNOWN');
    const own = { cookie: farm ?? '', method: 'DELETE' };
    expect((await ask(`/api/organisation/invitations/${second.id}`, own)).status).toBe(204);
    expect(await codeOf(await ask(`/api/organisation/invitations/${second.id}`, own))).toBe('PEOPLE_INVITATION_CLOSED');
    expect((await accept(second.token)).status).toBe(410);
    const third = await invitePerson(farm, body);
    await server.store.sql`update alliance.invitation set expires_at = now() where id = ${third.id}`;
    expect((await accept(third.token)).status).toBe(410);
    const list = await read<{ invitations: { state: string }[] }>('/api/organisation/invitations?perPage=2', {
      cookie: farm ?? '',
    });
    expect(list.invitations.map(({ state }) => state)).toEqual(['expired', 'revoked']);
    expect(JSON.stringify(list)).not.toContain(third.token);
  });

  it('are limited a day, so that nobody floods mailboxes', async () => {
    const { sql } = server.store;
    await sql`
      insert into alliance.invitation (id, hash, email, roles, member, inviting_member, language, mailed, expires_at, revoked_at)
      select gen_random_uuid(), sha256(n::text::bytea), n || '@shop.example', '{viewer}', 'shop', 'shop', 'en', true, now(), now()
      from generate_series(1, 500) n`;
    const body = { email: 'more@shop.example', roles: ['viewer'] };
    const refused = await ask('/api/organisation/invitations', { cookie: shop ?? '', body });
    expect(await codeOf(refused)).toBe('PEOPLE_TOO_MANY_INVITATIONS');
    await sql`delete from alliance.invitation where email ~ '^[0-9]+@shop'`;
  });

  it('of an address that has an account elsewhere look like any other, and are refused to whoever opens them', async () => {
    const strange = await ask('/api/organisation/invitations', {
      cookie: shop ?? '',
      body: { email: 'nobody@else.example', roles: ['viewer'] },
    });
    const known = await ask('/api/organisation/invitations', {
      cookie: shop ?? '',
      body: { email: 'mei@farm.example', roles: ['viewer'] },
    });
    expect([strange.status, known.status]).toEqual([201, 201]);
    const [one, other] = [await strange.json(), await known.json()] as Record<string, unknown>[];
    expect(Object.keys(one ?? {})).toEqual(Object.keys(other ?? {}));
    const refused = await accept(tokenOf(String(other?.link)));
    expect(await refused.json()).toMatchObject({ code: 'PEOPLE_ADDRESS_TAKEN', status: 409 });
    expect((await peopleOf(farm)).map(({ email }) => email)).toContain('mei@farm.example');
  });

  it('can be accepted with a passkey in place of a password, even in the inviter’s browser', async () => {
    const { token } = await invitePerson(farm, { email: 'passkey@farm.example', roles: ['operator'] });
    const device = makeSoftAuthenticator({ origin: server.address });
    const both = await accept(token, 'Both', { password: 'eleven red apples', passkey: { name: 'x', response: {} } });
    expect(await codeOf(both)).toBe('PEOPLE_CREDENTIAL_MISSING');
    const asked = await ask('/api/invitations/passkey-options', { cookie: farm ?? '', body: { token, name: 'Bo' } });
    const options = (await asked.json()) as { challenge: string; rp: { id: string }; user: { name: string } };
    expect(options.user.name).toBe('passkey@farm.example');
    const accepted = await ask('/api/invitations/accept', {
      cookie: `${farm}; ${cookieOf(asked)}`,
      body: { token, name: 'Bo', passkey: { name: 'Phone', response: device.create(options) } },
    });
    expect(accepted.status).toBe(201);
    expect(await accepted.json()).toMatchObject({ principal: { name: 'Bo', member: 'farm', secondFactor: true } });
    expect((await ask('/api/invitations/look', { body: { token } })).status).toBe(410);
    const begun = await ask('/api/auth/passkey/options', { method: 'POST' });
    const response = device.get((await begun.json()) as { challenge: string; rpId: string });
    const opened = await ask('/api/auth/passkey', { cookie: cookieOf(begun), body: { response } });
    const cookie = cookieOf(opened);
    expect(await read('/api/account', { cookie })).toMatchObject({ name: 'Bo', hasPassword: false });
    const [{ id = '' } = {}] = (await read<{ passkeys: { id: string }[] }>('/api/account', { cookie })).passkeys;
    expect(await codeOf(await ask(`/api/account/passkeys/${id}`, { cookie, method: 'DELETE' }))).toBe(
      'PEOPLE_LAST_WAY_IN',
    );
  });
});

describe('invitations of organisations', () => {
  it('are the platform’s and admitted organisations’ to make; accepting founds a guest', async () => {
    const body = {
      email: 'a@b.example',
      organisation: { slug: 'mill', name: { zh: '坊', en: 'Mill' }, kinds: ['research'] },
    };
    const refused = await ask('/api/organisations/invitations', { cookie: farm ?? '', body });
    expect(await refused.json()).toMatchObject({ code: 'RIGHTS_REFUSED', status: 403 });
    await server.store.sql`update alliance.member set standing = 'admitted' where slug = 'farm'`;
    const made = await ask('/api/organisations/invitations', { cookie: farm ?? '', body });
    expect(made.status).toBe(201);
    await server.store.sql`update alliance.member set standing = 'guest' where slug = 'farm'`;
    const taken = await ask('/api/organisations/invitations', { cookie: operator ?? '', body });
    expect(await codeOf(taken)).toBe('PEOPLE_SLUG_TAKEN');
    expect(await server.store.sql`select from alliance.member where slug = 'mill'`).toHaveLength(0);
    const { link } = (await made.json()) as { link: string };
    const accepted = await accept(tokenOf(link), 'Miller');
    expect(await accepted.json()).toMatchObject({
      principal: { member: 'mill', roles: ['admin'], standing: 'guest', platform: false },
    });
    const [member] = await server.store.sql`select kinds from alliance.member where slug = 'mill'`;
    expect(member).toEqual({ kinds: ['research'] });
  });
});

describe('people', () => {
  it('get roles that hold from their next request, and leave with their sessions', async () => {
    const { token } = await invitePerson(farm, { email: 'li@farm.example', roles: ['viewer'] });
    const li = cookieOf(await accept(token, 'Li'));
    const { id = '' } = (await peopleOf(farm)).find(({ email }) => email === 'li@farm.example') ?? {};
    const invitation = { email: 'x@farm.example', roles: ['viewer'] };
    expect((await ask('/api/organisation/invitations', { cookie: li, body: invitation })).status).toBe(403);
    const roles = { cookie: farm ?? '', method: 'PATCH', body: { roles: ['admin'] } };
    expect((await ask(`/api/organisation/people/${id}`, roles)).status).toBe(204);
    expect((await ask('/api/organisation/invitations', { cookie: li, body: invitation })).status).toBe(201);

    const { sessions } = await read<{ sessions: { id: string }[] }>(`/api/organisation/people/${id}/sessions`, {
      cookie: farm ?? '',
    });
    expect(sessions).toHaveLength(1);
    const end = { cookie: farm ?? '', method: 'DELETE' };
    expect((await ask(`/api/organisation/people/${id}/sessions/${sessions[0]?.id}`, end)).status).toBe(204);
    expect((await ask('/api/account', { cookie: li })).status).toBe(401);
    expect((await ask(`/api/organisation/people/${id}`, end)).status).toBe(204);
    const credentials = { email: 'li@farm.example', password: 'eleven red apples' };
    expect((await ask('/api/auth/sign-in/email', { body: credentials })).status).toBe(401);
  });

  it('never leave an organisation without an administrator, not even two at once', async () => {
    const admins = (await peopleOf(shop)).filter(({ roles }) => roles.includes('admin'));
    expect(admins).toHaveLength(1);
    const path = `/api/organisation/people/${admins[0]?.id}`;
    const demote = { cookie: shop ?? '', method: 'PATCH', body: { roles: ['viewer'] } };
    expect(await codeOf(await ask(path, demote))).toBe('PEOPLE_LAST_ADMIN');
    expect(await codeOf(await ask(path, { cookie: shop ?? '', method: 'DELETE' }))).toBe('PEOPLE_LAST_ADMIN');
    const { token } = await invitePerson(shop, { email: 'second@shop.example', roles: ['admin'] });
    const second = cookieOf(await accept(token));
    const secondId = (await peopleOf(shop)).find(({ email }) => email === 'second@shop.example')?.id;
    const both = await Promise.all([
      ask(path, { ...demote, cookie: second }),
      ask(`/api/organisation/people/${secondId}`, demote),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const left = (await peopleOf(shop)).filter(({ roles }) => roles.includes('admin'));
    expect(left).toHaveLength(1);
    const cookie = left[0]?.id === secondId ? second : shop;
    await ask(`/api/organisation/people/${admins[0]?.id}`, {
      cookie: cookie ?? '',
      method: 'PATCH',
      body: { roles: ['admin'] },
    });
  });

  it('of other organisations are as unknown as nobody', async () => {
    const [stranger] = await peopleOf(farm);
    const path = `/api/organisation/people/${stranger?.id}`;
    const cookie = shop ?? '';
    const answers = [
      await ask(path, { cookie, method: 'PATCH', body: { roles: ['viewer'] } }),
      await ask(path, { cookie, method: 'DELETE' }),
      await ask(`${path}/sessions`, { cookie }),
      await ask(`${path}/sessions`, { cookie, method: 'DELETE' }),
    ];
    for (const answer of answers)
      expect(await answer.json()).toMatchObject({ code: 'PEOPLE_PERSON_UNKNOWN', status: 404 });
    expect((await peopleOf(shop)).map(({ id }) => id)).not.toContain(stranger?.id);
    const { sessions } = await read<{ sessions: { id: string }[] }>('/api/account/sessions', { cookie: farm ?? '' });
    const foreign = await ask(`/api/account/sessions/${sessions[0]?.id}`, { cookie, method: 'DELETE' });
    expect(await codeOf(foreign)).toBe('PEOPLE_SESSION_UNKNOWN');
    expect((await ask('/api/account', { cookie: farm ?? '' })).status).toBe(200);
  });

  it('need a second factor when their administrator, who has one, says so', async () => {
    const body = { secondFactorRequired: true };
    const early = await ask('/api/organisation', { cookie: shop ?? '', method: 'PATCH', body });
    expect(await codeOf(early)).toBe('PEOPLE_SECOND_FACTOR_UNPROVEN');
    await server.store.sql`update alliance.member set second_factor_required = true where slug = 'shop'`;
    const refused = await ask('/api/organisation/people', { cookie: shop ?? '' });
    expect(await refused.json()).toMatchObject({ code: 'RIGHTS_REFUSED' });
    const account = await read('/api/account', { cookie: shop ?? '' });
    expect(account).toMatchObject({ secondFactor: { requiredByOrganisation: true, usedInThisSession: false } });
    await server.store
      .sql`update alliance."session" set "secondFactor" = true where "userId" in (select "id" from alliance."user" where "member" = 'shop')`;
    expect((await peopleOf(shop)).length).toBeGreaterThan(0);
    const off = { cookie: shop ?? '', method: 'PATCH', body: { secondFactorRequired: false } };
    expect((await ask('/api/organisation', off)).status).toBe(200);
  });
});

describe('wallets', () => {
  const account = privateKeyToAccount(`0x${'42'.repeat(32)}`);
  const stranger = privateKeyToAccount(`0x${'43'.repeat(32)}`);
  const prepare = async (cookie: string | null, address = account.address) => {
    const path = cookie === null ? '/api/auth/wallet/message' : '/api/account/wallets/message';
    return (await read<{ message: string }>(path, { ...(cookie ? { cookie } : {}), body: { address } })).message;
  };
  const signIn = async (message: string, by = account) =>
    ask('/api/auth/wallet', { body: { message, signature: await by.signMessage({ message }) } });

  it('are linked by their signature and sign in from then on', async () => {
    const unlinked = await signIn(await prepare(null));
    expect(await codeOf(unlinked)).toBe('PEOPLE_WALLET_PROOF_WRONG');
    const message = await prepare(farm ?? '');
    expect(message).toContain(
      `localhost:${new URL(server.address).port} wants you to sign in with your Ethereum account`,
    );
    expect(message).toMatch(/Chain ID: 7002\n/);
    const body = { message, signature: await account.signMessage({ message }) };
    const foreign = await ask('/api/account/wallets', { cookie: shop ?? '', body });
    expect(await codeOf(foreign)).toBe('PEOPLE_WALLET_PROOF_WRONG');
    expect((await ask('/api/account/wallets', { cookie: farm ?? '', body })).status).toBe(201);
    const opened = await signIn(await prepare(null));
    expect(await opened.json()).toMatchObject({ principal: { member: 'farm', secondFactor: false } });
    const { sessions } = await read<{ sessions: object[] }>('/api/account/sessions', { cookie: farm ?? '' });
    expect(sessions).toContainEqual(expect.objectContaining({ method: 'wallet', current: false }));
    expect(sessions).toContainEqual(expect.objectContaining({ method: 'invitation', current: true }));
    const again = await prepare(shop ?? '');
    const taken = await ask('/api/account/wallets', {
      cookie: shop ?? '',
      body: { message: again, signature: await account.signMessage({ message: again }) },
    });
    expect(await codeOf(taken)).toBe('PEOPLE_WALLET_TAKEN');
  });

  it('are refused with another domain, chain, account, time, nonce or signature', async () => {
    const changes: [string, (message: string) => string][] = [
      ['domain', (message) => message.replace(/^localhost:\d+/, 'phishing.example')],
      ['chain', (message) => message.replace('Chain ID: 7002', 'Chain ID: 1')],
      ['account', (message) => message.replace(account.address, stranger.address)],
      ['expiry', (message) => message.replace(/Expiration Time: .*/, 'Expiration Time: 2020-01-01T00:00:00.000Z')],
      ['no expiry', (message) => message.replace(/\nExpiration Time: .*/, '')],
      ['nonce', (message) => message.replace(/Nonce: .*/, 'Nonce: abcdefgh12345678')],
    ];
    for (const [what, change] of changes) {
      const message = await prepare(null);
      expect(change(message), what).not.toBe(message);
      expect(await codeOf(await signIn(change(message))), what).toBe('PEOPLE_WALLET_PROOF_WRONG');
    }
    expect(await codeOf(await signIn(await prepare(null), stranger))).toBe('PEOPLE_WALLET_PROOF_WRONG');
    const once = await prepare(null);
    expect((await signIn(once)).status).toBe(200);
    expect(await codeOf(await signIn(once))).toBe('PEOPLE_WALLET_PROOF_WRONG');
    const late = await prepare(null);
    await server.store.sql`update alliance.wallet_nonce set expires_at = now() - interval '1 second'`;
    expect(await codeOf(await signIn(late))).toBe('PEOPLE_WALLET_PROOF_WRONG');
    // A text for linking does not sign in.
    expect(await codeOf(await signIn(await prepare(farm ?? '')))).toBe('PEOPLE_WALLET_PROOF_WRONG');
  });
});

describe('attacks', () => {
  it('no route of accounts sets anything but what it is for', async () => {
    const before = await read('/api/account', { cookie: farm ?? '' });
    const extra = { roles: ['operator'], member: 'operator', role: 'operator', emailVerified: true, id: 'x' };
    const path = '/api/account';
    const attempts = [
      await ask(path, { cookie: farm ?? '', method: 'PATCH', body: { name: 'Eve', ...extra } }),
      await ask('/api/auth/sign-in/email', { body: { email: testOperator.email, password: 'x', callbackURL: '/' } }),
      await ask('/api/invitations/accept', {
        body: { token: 'x', name: 'Eve', password: 'eleven red apples', ...extra },
      }),
      await ask('/api/organisation', {
        cookie: farm ?? '',
        method: 'PATCH',
        body: { secondFactorRequired: false, standing: 'admitted' },
      }),
      await ask('/api/organisation/invitations', {
        cookie: farm ?? '',
        body: { email: 'e@x.example', roles: ['viewer'], member: 'shop' },
      }),
      await ask('/api/organisation/invitations', {
        cookie: farm ?? '',
        body: { email: 'e@x.example', roles: ['root'] },
      }),
    ];
    for (const attempt of attempts)
      expect(await attempt.json()).toMatchObject({ code: 'SERVER_INPUT_INVALID', status: 400 });
    expect(await read('/api/account', { cookie: farm ?? '' })).toEqual(before);
  });

  it('an API key reads its organisation, and nothing of people or accounts', async () => {
    const { key } = await server.alliance.createKey({ name: 'ERP', member: 'farm', scopes: ['read'] });
    expect(await read('/api/organisation', { key })).toMatchObject({ slug: 'farm', mail: false });
    for (const path of ['/api/account', '/api/account/sessions', '/api/organisation/people', '/api/organisation/sso']) {
      expect((await ask(path, { key })).status, path).toBe(403);
    }
    const body = { email: 'e@x.example', roles: ['admin'] };
    expect((await ask('/api/organisation/invitations', { key, body })).status).toBe(403);
  });

  it('another site cannot use a visitor’s session', async () => {
    const headers = { origin: 'https://evil.example' };
    const { id = '' } = (await peopleOf(farm)).at(-1) ?? {};
    const changes: [string, TestRequest][] = [
      ['/api/account', { method: 'PATCH', body: { name: 'Eve' } }],
      ['/api/account/passkeys/options', { method: 'POST' }],
      ['/api/organisation/invitations', { body: { email: 'e@x.example', roles: ['admin'] } }],
      [`/api/organisation/people/${id}`, { method: 'DELETE' }],
      ['/api/auth/sign-out', { body: {} }],
      ['/api/auth/change-password', { body: { currentPassword: 'a', newPassword: 'b' } }],
    ];
    for (const [path, request] of changes) {
      const refused = await ask(path, { ...request, cookie: farm ?? '', headers });
      expect(await refused.json(), path).toMatchObject({ code: 'ALLIANCE_CROSS_ORIGIN', status: 403 });
    }
    expect((await ask('/api/account', { cookie: farm ?? '' })).status).toBe(200);
  });

  it('of the account library nothing else can be reached', async () => {
    const paths = [
      ...[
        'sign-up/email',
        'sign-in/social',
        'sign-in/sso',
        'update-user',
        'delete-user',
        'change-email',
        'set-password',
      ],
      ...['list-sessions', 'revoke-sessions', 'get-session', 'request-password-reset', 'reset-password', 'link-social'],
      ...['two-factor/enable', 'two-factor/disable', 'two-factor/verify-totp', 'two-factor/generate-backup-codes'],
      ...['passkey/generate-register-options', 'passkey/verify-registration', 'passkey/list-user-passkeys'],
      ...[
        'sso/register',
        'sso/providers',
        'sso/saml2/sp/metadata',
        'sso/saml2/sp/acs/x',
        'sso/callback',
        'open-session',
      ],
    ];
    for (const path of paths) {
      for (const method of ['GET', 'POST']) {
        const request = method === 'POST' ? { body: { email: 'a@b.example', userId: 'x', password: 'y' } } : {};
        const answer = await ask(`/api/auth/${path}`, { cookie: operator ?? '', ...request });
        expect([404, 405], `${method} ${path}`).toContain(answer.status);
      }
    }
  });

  it('every administrative act is recorded with its statement', async () => {
    const rows = await server.store.sql<{ action: string; statement_id: string }[]>`
      select distinct on (action) action, statement_id from alliance.act order by action`;
    const recorded = ['organisation:set-sign-in', 'organisations:invite', 'people:end-sessions', 'people:invite'];
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([...recorded, 'people:remove', 'people:set-roles']),
    );
    for (const { statement_id } of rows) expect(statement_id).toBeTruthy();
    const [private_] = await server.store.sql<{ texts: string }[]>`
      select string_agg(a.action || a.resource_id, ' ') as texts from alliance.act a`;
    expect(private_?.texts).not.toContain('@');
  });
});
