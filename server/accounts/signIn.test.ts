import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Mailbox, startMailbox } from '../../alliance/testing.ts';
import { cookieOf, type TestServer, testOperator } from '../testing.ts';
import { makeSoftAuthenticator } from './softAuthenticator.ts';
import { startAccountServer } from './startAccountServer.ts';
import { totpCode } from './totpCode.ts';

let server: TestServer;
let mailbox: Mailbox;
let cookie: string;
const { email, password } = testOperator;
const signIn = (credentials: object = { email, password }) =>
  server.ask('/api/auth/sign-in/email', {
    body: credentials,
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' },
  });
const tokenOf = (text: string) => /session_token=([^;]+)/.exec(text)?.[1];

beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startAccountServer({
    smtp: { url: mailbox.url, from: 'Xiangyu <no-reply@platform.example>' },
  });
  cookie = await server.setUp();
});
afterAll(async () => {
  await server.stop();
  await mailbox.stop();
});

describe('sign-in', () => {
  it('gives a new session id each time, whatever cookie the browser brings', async () => {
    const planted = await server.ask('/api/auth/sign-in/email', { cookie, body: { email, password } });
    expect(planted.status).toBe(200);
    expect(tokenOf(cookieOf(planted))).not.toBe(tokenOf(cookie));
    expect(await planted.json()).toMatchObject({ principal: { name: testOperator.name }, secondFactorNeeded: false });
  });

  it('answers wrong passwords and unknown addresses alike, and counts both', async () => {
    const answers = [];
    for (const address of [email, 'nobody@example.org']) {
      const spent: number[] = [];
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const start = performance.now();
        const answer = await signIn({ email: address, password: 'wrong wrong wrong' });
        spent.push(performance.now() - start);
        const { instance: _, requestId: __, ...body } = (await answer.json()) as Record<string, unknown>;
        answers.push({ status: answer.status, body });
      }
      // A password is hashed for strangers too: that takes far longer than a look into a table.
      expect(Math.min(...spent)).toBeGreaterThan(20);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const [counted] = await server.store.sql`select count(*)::int from alliance.attempt where failures = 2`;
    expect(counted?.count).toBeGreaterThanOrEqual(2);
  });

  it('makes who guesses at an account wait longer and longer, known or not, and forgives the right password', async () => {
    const { sql } = server.store;
    const guess = (victim: string) => signIn({ email: victim, password: 'guess guess guess' });
    /** How long the account has to wait; then the wait is over. */
    const passWait = async () => {
      const [row] = await sql<{ seconds: number }[]>`
        with before as (select * from alliance.attempt order by failures desc limit 1)
        update alliance.attempt a set blocked_until = now() from before b where a.key = b.key
        returning extract(epoch from b.blocked_until - b.updated_at)::int as seconds`;
      return row?.seconds ?? 0;
    };
    for (const victim of ['guessed@example.org', email]) {
      await sql`delete from alliance.attempt`;
      for (let attempt = 0; attempt < 4; attempt += 1) expect((await guess(victim)).status, victim).toBe(401);
      expect(await passWait(), victim).toBe(0);
      await guess(victim);
      expect(await passWait(), victim).toBe(2);
      await sql`update alliance.attempt set failures = 9 where failures > 2`;
      // However many come at once, one is tried.
      const many = await Promise.all(Array.from({ length: 8 }, () => guess(victim)));
      expect(
        many.filter(({ status }) => status === 401),
        victim,
      ).toHaveLength(1);
      const waiting = await signIn({ email: victim, password });
      expect(await waiting.json(), victim).toMatchObject({
        code: 'PEOPLE_TOO_MANY_ATTEMPTS',
        status: 429,
        retryable: true,
      });
      expect(await passWait(), victim).toBe(64);
      await sql`update alliance.attempt set failures = 1000 where failures > 2`;
      await guess(victim);
      expect(await passWait(), victim).toBe(900);
    }
    expect((await signIn()).status).toBe(200);
    expect((await signIn({ email, password: 'wrong wrong wrong' })).status).toBe(401);
  });

  it('makes a network address wait that tries many accounts', async () => {
    const headers = { 'x-forwarded-for': '10.9.9.9' };
    await server.store.sql`delete from alliance.attempt`;
    await server.ask('/api/auth/sign-in/email', { headers, body: { email: 'a0@example.org', password: 'x' } });
    await server.store.sql`update alliance.attempt set failures = 60`;
    await server.ask('/api/auth/sign-in/email', { headers, body: { email: 'a1@example.org', password: 'x' } });
    const body = { email: 'a2@example.org', password: 'x' };
    expect((await server.ask('/api/auth/sign-in/email', { headers, body })).status).toBe(429);
    expect((await signIn()).status).toBe(200);
    await server.store.sql`delete from alliance.attempt`;
  });
});

describe('sessions', () => {
  it('are listed with device and method, and each can be ended', async () => {
    const other = cookieOf(await signIn());
    const listed = await server.ask('/api/account/sessions', { cookie: other });
    const { sessions } = (await listed.json()) as { sessions: { id: string; current: boolean; device: string }[] };
    expect(sessions.filter(({ current }) => current)).toEqual([
      expect.objectContaining({ device: 'Firefox · Linux', method: 'password', secondFactor: false }),
    ]);
    expect(JSON.stringify(sessions)).not.toContain(decodeURIComponent(tokenOf(other) ?? 'x').split('.')[0]);
    const current = sessions.find((session) => session.current);
    expect((await server.ask(`/api/account/sessions/${current?.id}`, { method: 'DELETE', cookie })).status).toBe(204);
    expect((await server.ask('/api/account', { cookie: other })).status).toBe(401);
    const third = cookieOf(await signIn());
    expect((await server.ask('/api/account/sessions', { method: 'DELETE', cookie })).status).toBe(204);
    expect((await server.ask('/api/account', { cookie: third })).status).toBe(401);
    expect((await server.ask('/api/account', { cookie })).status).toBe(200);
  });
});

describe('recovery', () => {
  it('answers alike for known and unknown addresses, and mails the known one only', async () => {
    const answers = [];
    for (const address of ['stranger@example.org', email]) {
      const answer = await server.ask('/api/auth/recovery', { body: { email: address, language: 'en' } });
      answers.push([answer.status, await answer.text()]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(202);
    await mailbox.waitForToken(email, 'recovery');
    expect(mailbox.received.map(({ to }) => to)).toEqual([email]);
    expect(mailbox.received[0]?.text).toContain('Set a new password');
    const stored = JSON.stringify(
      await server.store
        .sql`select m::text, (select string_agg(r::text, '') from alliance.recovery r) from alliance.mail m`,
    );
    expect(stored).not.toContain(await mailbox.waitForToken(email, 'recovery'));
  });

  it('sets a new password once, with a token that lives an hour, and ends every session', async () => {
    const token = await mailbox.waitForToken(email, 'recovery');
    const open = cookieOf(await signIn());
    const unfit = await server.ask('/api/auth/recovery/complete', { body: { token, password: 'short' } });
    expect(await unfit.json()).toMatchObject({ code: 'ALLIANCE_PASSWORD_UNFIT' });
    const body = { token, password: 'seven silver kiwifruits' };
    const done = await server.ask('/api/auth/recovery/complete', { body });
    expect(done.status).toBe(204);
    expect(done.headers.getSetCookie()).toEqual([]);
    for (const ended of [open, cookie]) expect((await server.ask('/api/account', { cookie: ended })).status).toBe(401);
    const again = await server.ask('/api/auth/recovery/complete', { body });
    expect(await again.json()).toMatchObject({ code: 'PEOPLE_RECOVERY_TOKEN_WRONG', status: 410 });
    expect((await signIn()).status).toBe(401);
    await server.ask('/api/auth/recovery', { body: { email } });
    const second = await mailbox.waitForToken(email, 'recovery', [token]);
    await server.store.sql`update alliance.recovery set expires_at = now()`;
    const late = { token: second, password };
    expect((await server.ask('/api/auth/recovery/complete', { body: late })).status).toBe(410);
    await server.ask('/api/auth/recovery', { body: { email } });
    const last = { token: await mailbox.waitForToken(email, 'recovery', [token, second]), password };
    expect((await server.ask('/api/auth/recovery/complete', { body: last })).status).toBe(204);
    cookie = cookieOf(await signIn());
    const changed = () => expect(mailbox.received.at(-1)?.text).toMatch(/被更改|was changed/);
    await vi.waitFor(changed, { timeout: 30_000 });
  });
});

describe('the second factor', () => {
  let uri: string;
  let recoveryCodes: string[];

  it('is enrolled with the password and a first code, which gives the session a new id', async () => {
    const wrong = await server.ask('/api/account/second-factor', { cookie, body: { password: 'not the password' } });
    expect(await wrong.json()).toMatchObject({ code: 'ALLIANCE_PASSWORD_WRONG' });
    const begun = await server.ask('/api/account/second-factor', { cookie, body: { password } });
    ({ uri, recoveryCodes } = (await begun.json()) as { uri: string; recoveryCodes: string[] });
    expect(uri).toMatch(/^otpauth:\/\/totp\/Xiangyu/);
    expect(recoveryCodes).toHaveLength(10);
    const bad = await server.ask('/api/account/second-factor/confirm', { cookie, body: { code: '000000' } });
    expect(await bad.json()).toMatchObject({ code: 'PEOPLE_CODE_WRONG' });
    const confirmed = await server.ask('/api/account/second-factor/confirm', {
      cookie,
      body: { code: totpCode(uri) },
    });
    expect(await confirmed.json()).toMatchObject({ principal: { secondFactor: true } });
    const before = cookie;
    cookie = cookieOf(confirmed);
    expect((await server.ask('/api/account', { cookie: before })).status).toBe(401);
    const account = await (await server.ask('/api/account', { cookie })).json();
    expect(account).toMatchObject({ secondFactor: { enrolled: true, recoveryCodesLeft: 10, usedInThisSession: true } });
    const rows = JSON.stringify(await server.store.sql`select * from alliance."twoFactor"`);
    expect(rows).not.toContain(recoveryCodes[0]);
    expect(rows).not.toContain(new URL(uri).searchParams.get('secret'));
  });

  it('is due after the password: until then there is no session', async () => {
    const half = await signIn();
    expect(await half.json()).toMatchObject({ principal: null, permissions: [], secondFactorNeeded: true });
    const pending = cookieOf(half);
    expect((await server.ask('/api/account', { cookie: pending })).status).toBe(401);
    const wrong = await server.ask('/api/auth/second-factor', { cookie: pending, body: { code: '123456' } });
    expect(await wrong.json()).toMatchObject({ code: 'PEOPLE_CODE_WRONG', status: 401 });
    // The next one: the one before is spent.
    const code = totpCode(uri, 1);
    const done = await server.ask('/api/auth/second-factor', { cookie: pending, body: { code } });
    expect(await done.json()).toMatchObject({ principal: { secondFactor: true }, secondFactorNeeded: false });
    // Neither the code nor the half-open sign-in works twice.
    const replayed = await server.ask('/api/auth/second-factor', { cookie: pending, body: { code } });
    expect(await replayed.json()).toMatchObject({ code: 'PEOPLE_SECOND_FACTOR_EXPIRED' });
    const fresh = cookieOf(await signIn());
    const spent = await server.ask('/api/auth/second-factor', { cookie: fresh, body: { code } });
    expect(await spent.json()).toMatchObject({ code: 'PEOPLE_CODE_WRONG' });
    expect(tokenOf(cookieOf(spent))).toBeUndefined();
  });

  it('takes each recovery code once, and ends a sign-in after five wrong codes', async () => {
    const [recoveryCode = ''] = recoveryCodes;
    const done = await server.ask('/api/auth/second-factor', {
      cookie: cookieOf(await signIn()),
      body: { recoveryCode },
    });
    expect(done.status).toBe(200);
    const pending = cookieOf(await signIn());
    const codes: unknown[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const refused = await server.ask('/api/auth/second-factor', { cookie: pending, body: { recoveryCode } });
      codes.push(((await refused.json()) as { code: string }).code);
    }
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('PEOPLE_CODE_WRONG'));
    expect(codes[5]).toBe('PEOPLE_SECOND_FACTOR_EXPIRED');
  });

  it('cannot be guessed within a session, and is removed with password and proof only', async () => {
    const guess = () => server.ask('/api/account/second-factor/prove', { cookie, body: { code: '100000' } });
    await server.store.sql`delete from alliance.attempt`;
    expect((await guess()).status).toBe(401);
    await server.store.sql`update alliance.attempt set failures = 9`;
    expect([(await guess()).status, (await guess()).status]).toEqual([401, 429]);
    await server.store.sql`delete from alliance.attempt`;
    await server.store.sql`update alliance."session" set "secondFactor" = false`;
    for (const path of ['passkeys/options', 'second-factor/remove', 'second-factor/recovery-codes', 'sso']) {
      const weak = await server.ask(`/api/account/${path}`, { cookie, body: { password } });
      expect(await weak.json(), path).toMatchObject({ code: 'PEOPLE_SECOND_FACTOR_UNPROVEN' });
    }
    const platform = await server.ask('/api/organisation/people', { cookie });
    expect(await platform.json()).toMatchObject({ code: 'RIGHTS_REFUSED' });
    const [, recoveryCode = ''] = recoveryCodes;
    const proven = await server.ask('/api/account/second-factor/prove', { cookie, body: { recoveryCode } });
    expect(await proven.json()).toMatchObject({ principal: { secondFactor: true } });
    expect((await server.ask('/api/account', { cookie })).status).toBe(401);
    cookie = cookieOf(proven);
    const removed = await server.ask('/api/account/second-factor/remove', { cookie, body: { password } });
    expect(removed.status).toBe(204);
    cookie = cookieOf(removed);
    expect(await (await server.ask('/api/account', { cookie })).json()).toMatchObject({
      secondFactor: { enrolled: false },
    });
  });
});

describe('passkeys', () => {
  const origin = () => server.address;

  it('are added in a fresh session, and sign in as two factors', async () => {
    const device = makeSoftAuthenticator({ origin: origin() });
    const asked = await server.ask('/api/account/passkeys/options', { cookie, method: 'POST' });
    const options = (await asked.json()) as { challenge: string; rp: { id: string } };
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required' },
    });
    const both = `${cookie}; ${cookieOf(asked)}`;
    const body = { name: 'Laptop', response: device.create(options) };
    const added = await server.ask('/api/account/passkeys', { cookie: both, body });
    expect(added.status).toBe(201);
    const passkey = (await added.json()) as { id: string };
    expect(passkey).toMatchObject({ name: 'Laptop' });
    const before = cookie;
    cookie = cookieOf(added);
    expect((await server.ask('/api/account', { cookie: before })).status).toBe(401);
    expect(await (await server.ask('/api/session', { cookie })).json()).toMatchObject({
      principal: { secondFactor: true },
    });
    const twice = { cookie: `${cookie}; ${cookieOf(asked)}`, body };
    const replayed = await server.ask('/api/account/passkeys', twice);
    expect(await replayed.json()).toMatchObject({ code: 'PEOPLE_PASSKEY_REFUSED' });

    const begun = await server.ask('/api/auth/passkey/options', { method: 'POST' });
    const challenge = (await begun.json()) as { challenge: string; rpId: string };
    const response = device.get(challenge);
    const opened = await server.ask('/api/auth/passkey', { cookie: cookieOf(begun), body: { response } });
    expect(await opened.json()).toMatchObject({ principal: { secondFactor: true }, secondFactorNeeded: false });
    const again = await server.ask('/api/auth/passkey', { cookie: cookieOf(begun), body: { response } });
    expect(await again.json()).toMatchObject({ code: 'PEOPLE_PASSKEY_REFUSED' });

    expect(
      (await server.ask(`/api/account/passkeys/${passkey.id}`, { cookie, method: 'PATCH', body: { name: 'Old' } }))
        .status,
    ).toBe(200);
    await server.store.sql`update alliance."session" set "createdAt" = now() - interval '2 hours'`;
    const stale = await server.ask('/api/account/passkeys/options', { cookie, method: 'POST' });
    expect(await stale.json()).toMatchObject({ code: 'PEOPLE_SESSION_NOT_FRESH' });
    await server.store.sql`update alliance."session" set "createdAt" = now()`;
    // One factor is not enough to change the other.
    const path = `/api/account/passkeys/${passkey.id}`;
    const weak = await server.ask(path, { cookie: cookieOf(await signIn()), method: 'DELETE' });
    expect(await weak.json()).toMatchObject({ code: 'PEOPLE_SECOND_FACTOR_UNPROVEN' });
    expect((await server.ask(path, { cookie: cookieOf(opened), method: 'DELETE' })).status).toBe(204);
  });

  it('are refused from a device that does not ask who is there, and from another site', async () => {
    const careless = makeSoftAuthenticator({ origin: origin(), verifiesUser: false });
    const elsewhere = makeSoftAuthenticator({ origin: 'https://phishing.example' });
    for (const device of [careless, elsewhere]) {
      const asked = await server.ask('/api/account/passkeys/options', { cookie, method: 'POST' });
      const options = (await asked.json()) as { challenge: string; rp: { id: string } };
      const body = { name: 'x', response: device.create(options) };
      const refused = await server.ask('/api/account/passkeys', { cookie: `${cookie}; ${cookieOf(asked)}`, body });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(await refused.json()).toMatchObject({ code: 'PEOPLE_PASSKEY_REFUSED' });
    }
    expect(await server.store.sql`select from alliance."passkey"`).toHaveLength(0);
  });
});
