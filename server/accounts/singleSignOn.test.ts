import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, type TestServer, testOperator } from '../testing.ts';
import { startAccountServer } from './startAccountServer.ts';
import { type IdentityProvider, startIdentityProvider } from './startIdentityProvider.ts';

let server: TestServer;
let provider: IdentityProvider;
let [operator, farm, shop]: string[] = [];
const client = { clientId: 'xiangyu', clientSecret: 'the secret of the client' };

const read = async <Body>(answer: Response) => (await answer.json()) as Body;
const codeOf = async (answer: Response) => (await read<{ code: string }>(answer)).code;

async function found(slug: string): Promise<string> {
  const organisation = { slug, name: { zh: '组织', en: slug }, kinds: ['enterprise'] };
  const body = { email: `admin@${slug}.example`, organisation };
  const made = await server.ask('/api/organisations/invitations', { cookie: operator ?? '', body });
  const token = (await read<{ link: string }>(made)).link.split('#')[1];
  const accept = { token, name: `Admin of ${slug}`, password: 'eleven red apples' };
  return cookieOf(await server.ask('/api/invitations/accept', { body: accept }));
}

/** Signs somebody in as a browser would; gives where it ends and with which cookies. */
async function signIn(sub: string, start: { path?: string; cookie?: string; body?: object } = {}) {
  const { path = '/api/auth/sso', cookie = '', body = { organisation: 'farm' } } = start;
  const begun = await server.ask(path, cookie ? { cookie, method: 'POST' } : { body });
  const { url } = await read<{ url: string }>(begun);
  const back = new URL(await provider.visit(url, sub));
  return finish(back, [cookie, cookieOf(begun)].filter(Boolean).join('; '));
}

async function finish(back: URL, cookie: string) {
  const path = back.pathname + back.search;
  const ended = await server.ask(path, { headers: { cookie }, redirect: 'manual' });
  expect(ended.status).toBe(302);
  return {
    location: ended.headers.get('location') ?? '',
    cookie: cookieOf(ended),
    isIn: cookieOf(ended).includes('session_token'),
  };
}
const whoIs = async (cookie: string) =>
  (
    await read<{ principal: { name: string; member: string; roles: string[] } | null }>(
      await server.ask('/api/session', { cookie }),
    )
  ).principal;
const someone = (sub: string, email: string, email_verified = true) =>
  void provider.staff.set(sub, { sub, email, email_verified, name: `Name of ${sub}` });

beforeAll(async () => {
  server = await startAccountServer({ allowPrivateUrls: true });
  operator = await server.setUp();
  [farm, shop] = [await found('farm'), await found('shop')];
  const { redirectUri } = await read<{ redirectUri: string }>(
    await server.ask('/api/organisation/sso', { cookie: farm }),
  );
  provider = await startIdentityProvider({ ...client, redirectUri });
  const body = { issuer: provider.issuer, ...client, domains: ['farm.example', 'gmail.com'] };
  const set = await server.ask('/api/organisation/sso', { cookie: farm, method: 'PUT', body });
  expect(await read(set)).toMatchObject({
    singleSignOn: {
      issuer: provider.issuer,
      clientId: 'xiangyu',
      domains: [{ confirmed: false }, { confirmed: false }],
    },
  });
});
afterAll(async () => {
  await server.stop();
  await provider?.stop();
});

describe('the identity provider of an organisation', () => {
  it('is set by its administrators; the secret is sealed and never shown again', async () => {
    const shown = await (await server.ask('/api/organisation/sso', { cookie: farm ?? '' })).text();
    expect(shown).not.toContain(client.clientSecret);
    const stored = JSON.stringify(
      await server.store.sql`select p::text, s::text from alliance."ssoProvider" p, alliance.single_sign_on s`,
    );
    expect(stored).not.toContain(client.clientSecret);
    expect(server.log()).not.toContain(client.clientSecret);
    expect(await read(await server.ask('/api/organisation/sso', { cookie: shop ?? '' }))).toMatchObject({
      singleSignOn: null,
    });
    const elsewhere = { issuer: provider.issuer, clientId: 'another', domains: [] };
    const refused = await server.ask('/api/organisation/sso', { cookie: farm ?? '', method: 'PUT', body: elsewhere });
    expect(await codeOf(refused)).toBe('PEOPLE_SSO_SECRET_MISSING');
  });

  it('is refused when it is none or another one', async () => {
    const put = (issuer: string) =>
      server.ask('/api/organisation/sso', {
        cookie: shop ?? '',
        method: 'PUT',
        body: { issuer, ...client, domains: [] },
      });
    expect(await codeOf(await put(`${provider.issuer}/nothing`))).toBe('PEOPLE_SSO_UNREACHABLE');
    expect(await codeOf(await put(provider.issuer.replace('127.0.0.1', 'localhost')))).toBe('PEOPLE_SSO_UNFIT');
    expect(await codeOf(await put('ftp://idp.example'))).toBe('PEOPLE_SSO_UNFIT');
  });
});

describe('single sign-on', () => {
  it('lets nobody in who is not invited, until the platform confirms the domain; then as a viewer', async () => {
    someone('w1', 'wu@farm.example');
    expect(await signIn('w1')).toMatchObject({ location: '/sign-in?error=not_invited', isIn: false });
    const confirm = { domains: ['farm.example'] };
    const path = '/api/organisations/farm/sso/domains';
    expect((await server.ask(path, { cookie: farm ?? '', body: confirm })).status).toBe(403);
    expect((await server.ask(path, { cookie: operator ?? '', body: confirm })).status).toBe(200);
    const entered = await signIn('w1', { body: { email: 'wu@farm.example' } });
    expect(entered).toMatchObject({ location: '/', isIn: true });
    expect(await whoIs(entered.cookie)).toMatchObject({ name: 'Name of w1', member: 'farm', roles: ['viewer'] });
    const again = await signIn('w1');
    expect((await whoIs(again.cookie))?.name).toBe('Name of w1');
    const [account] = await server.store
      .sql`select "accessToken", "refreshToken", "idToken" from alliance."account" where "accountId" = 'w1'`;
    expect(account).toEqual({ accessToken: null, refreshToken: null, idToken: null });
    someone('w2', 'unverified@farm.example', false);
    someone('w3', 'wu@gmail.com');
    for (const sub of ['w2', 'w3']) expect((await signIn(sub)).location).toBe('/sign-in?error=not_invited');
  });

  it('accepts an open invitation of its own organisation, with its roles', async () => {
    const body = { email: 'chen@partner.example', roles: ['developer'] };
    await server.ask('/api/organisation/invitations', { cookie: shop ?? '', body });
    someone('c1', 'chen@partner.example');
    expect((await signIn('c1')).location).toBe('/sign-in?error=not_invited');
    await server.ask('/api/organisation/invitations', { cookie: farm ?? '', body });
    const entered = await signIn('c1');
    expect(await whoIs(entered.cookie)).toMatchObject({ member: 'farm', roles: ['developer'] });
  });

  it('never reaches an account of another organisation, whatever address the provider claims', async () => {
    for (const [sub, email] of [
      ['evil1', testOperator.email],
      ['evil2', 'admin@shop.example'],
    ] as const) {
      someone(sub, email);
      const refused = await signIn(sub);
      expect(refused).toMatchObject({ location: '/sign-in?error=account_of_another_organisation', isIn: false });
    }
    const links = await server.store.sql`select from alliance."account" where "accountId" like 'evil%'`;
    expect(links).toHaveLength(0);
  });

  it('reaches an account of the same address only after its person, signed in, asked to link it', async () => {
    someone('boss', 'admin@farm.example');
    expect(await signIn('boss')).toMatchObject({ location: '/sign-in?error=account_not_linked', isIn: false });
    const linked = await signIn('boss', { path: '/api/account/sso', cookie: farm ?? '' });
    expect(linked.location).toBe('/account');
    expect(await whoIs((await signIn('boss')).cookie)).toMatchObject({ name: 'Admin of farm', roles: ['admin'] });
    expect(await read(await server.ask('/api/account', { cookie: farm ?? '' }))).toMatchObject({ singleSignOn: true });
    // The subject counts, not the address: the account stays the person's when the address changes there.
    someone('boss', 'admin@shop.example');
    expect(await whoIs((await signIn('boss')).cookie)).toMatchObject({ name: 'Admin of farm' });
  });

  it('takes no answer twice, from another browser, or for another provider', async () => {
    const begin = async () => {
      const begun = await server.ask('/api/auth/sso', { body: { organisation: 'farm' } });
      const { url } = await read<{ url: string }>(begun);
      return { url, cookie: cookieOf(begun) };
    };
    const [mine, other] = [await begin(), await begin()];
    expect(new URL(mine.url).searchParams.get('code_challenge_method')).toBe('S256');
    const back = new URL(await provider.visit(mine.url, 'w1'));
    expect(await finish(back, other.cookie)).toMatchObject({ location: '/sign-in?error=state_mismatch', isIn: false });
    expect(await finish(new URL(back.href.replace('sso-farm', 'sso-shop')), mine.cookie)).toMatchObject({
      isIn: false,
    });
    const { url, cookie } = await begin();
    const fresh = new URL(await provider.visit(url, 'w1'));
    expect((await finish(fresh, cookie)).isIn).toBe(true);
    expect((await finish(fresh, cookie)).isIn).toBe(false);
  });

  it('ends at our own pages only', async () => {
    for (const extra of [{ callbackURL: 'https://evil.example' }, { errorCallbackURL: '//evil.example' }]) {
      const refused = await server.ask('/api/auth/sso', { body: { organisation: 'farm', ...extra } });
      expect(refused.status).toBe(400);
    }
    const path = '/api/auth/sso/callback/sso-farm';
    for (const query of [
      '?error=x&state=y',
      '?code=x',
      '?error=//evil.example&error_description=https://evil.example&state=z',
    ]) {
      const { location, isIn } = await finish(new URL(`${path}${query}`, server.address), '');
      expect(location).toMatch(/^\/sign-in\?error=[\w%.-]+$/);
      expect(isIn).toBe(false);
    }
    expect(
      (await server.ask('/api/auth/sso/callback/sso-farm?callbackURL=https://evil.example&code=x')).status,
    ).toBeLessThan(500);
  });

  it('ends with the provider: its sessions and links go with it', async () => {
    const { cookie } = await signIn('w1');
    expect((await server.ask('/api/organisation/sso', { cookie: farm ?? '', method: 'DELETE' })).status).toBe(204);
    expect(await whoIs(cookie)).toBeNull();
    const gone = await server.ask('/api/auth/sso', { body: { organisation: 'farm' } });
    expect(await codeOf(gone)).toBe('PEOPLE_SSO_UNKNOWN');
    expect(await server.store.sql`select from alliance."account" where "providerId" like 'sso-%'`).toHaveLength(0);
  });
});
