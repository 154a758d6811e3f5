import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../host/index.ts';
import { startTestServer, type TestServer, testOperator } from '../server/testing.ts';
import { openBrowser } from './openBrowser.ts';

let server: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const port = await findFreePort();
  [server, browser] = await Promise.all([
    startTestServer({ port, publicUrl: `http://localhost:${port}` }),
    openBrowser(),
  ]);
  const token = await server.alliance.createSetupToken();
  await server.ask('/api/setup', { body: { token, ...testOperator } });
  page = await browser.newPage();
  await page.goto(server.address);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A request of the page itself, with its cookies. */
const ask = (path: string, body?: unknown) =>
  page.evaluate(
    async ([url, text]) => {
      const init = text === null ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: text };
      const answer = await fetch(url, init);
      return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
    },
    [path, body === undefined ? null : JSON.stringify(body)] as const,
  );

/** Lets the browser make or use a passkey for options of the platform, as WebAuthn's own JSON. */
const useAuthenticator = (kind: 'create' | 'get', options: unknown) =>
  page.evaluate(
    async ([which, text]) => {
      // Written out, for these names are the browser's and unknown here.
      const run = new Function(
        'which',
        'json',
        `const parsed = which === 'create'
           ? PublicKeyCredential.parseCreationOptionsFromJSON(json)
           : PublicKeyCredential.parseRequestOptionsFromJSON(json);
         return navigator.credentials[which]({ publicKey: parsed }).then((made) => made.toJSON());`,
      );
      return run(which, JSON.parse(text)) as Promise<Record<string, unknown>>;
    },
    [kind, JSON.stringify(options)] as const,
  );

test('a passkey of a real browser is added and signs in as two factors', async () => {
  const { email, password } = testOperator;
  expect((await ask('/api/auth/sign-in/email', { email, password })).status).toBe(200);
  const creation = await ask('/api/account/passkeys/options', {});
  const made = await useAuthenticator('create', creation.body);
  expect(await ask('/api/account/passkeys', { name: 'Laptop', response: made })).toMatchObject({
    status: 201,
    body: { name: 'Laptop' },
  });
  await ask('/api/auth/sign-out', {});
  expect((await ask('/api/session')).body).toMatchObject({ principal: null });
  const request = await ask('/api/auth/passkey/options', {});
  const signed = await useAuthenticator('get', request.body);
  expect(await ask('/api/auth/passkey', { response: signed })).toMatchObject({
    status: 200,
    body: { principal: { name: testOperator.name, secondFactor: true } },
  });
  expect((await ask('/api/session')).body).toMatchObject({ principal: { name: testOperator.name } });
});
