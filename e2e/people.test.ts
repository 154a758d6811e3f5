import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildConsole, consoleFolder } from '../cli/buildConsole.ts';
import { findFreePort } from '../host/index.ts';
import { totpCode } from '../server/accounts/totpCode.ts';
import { startTestServer, type TestServer, testOperator } from '../server/testing.ts';
import { openBrowser } from './openBrowser.ts';

let server: TestServer;
let browser: Browser;
let url: string;
let page: Page;
let enrolled: string;

/** A browser of its own with an authenticator that always says yes (WebAuthn virtual authenticator). */
async function openPage(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const opened = await context.newPage();
  const devTools = await context.newCDPSession(opened);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return opened;
}

async function signIn(): Promise<void> {
  await page.goto(`${url}/signin`);
  await page.getByTestId('email').fill(testOperator.email);
  await page.getByTestId('password').fill(testOperator.password);
  await page.getByTestId('submit').click();
}

async function signOut(): Promise<void> {
  const item = page.getByRole('menuitem', { name: 'Sign out' });
  const signedOut = page.getByTestId('sign-in-link');
  // A menu that still moves may miss a click on a busy machine.
  await vi.waitFor(
    async () => {
      if (await signedOut.isVisible()) return;
      if (!(await item.isVisible())) await page.getByTestId('session-menu').click();
      await item.click({ timeout: 2_000 });
      await signedOut.waitFor({ timeout: 5_000 });
    },
    { timeout: 30_000 },
  );
}

beforeAll(async () => {
  await buildConsole();
  const port = await findFreePort();
  url = `http://localhost:${port}`;
  [server, browser] = await Promise.all([
    startTestServer({ port, publicUrl: url, consoleDir: consoleFolder }),
    openBrowser(),
  ]);
  await server.setUp();
  page = await openPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('a second factor is set up with its picture and asked for at the next sign-in', async () => {
  await signIn();
  await page.getByTestId('session-menu').waitFor();
  await page.goto(`${url}/account`);
  await page.getByTestId('enrol').click();
  await page.getByTestId('proof-password').fill(testOperator.password);
  await page.getByTestId('proof-submit').click();
  const secret = await page.getByTestId('totp-secret').locator('code').textContent();
  enrolled = `otpauth://totp/x?secret=${secret}`;
  await page.getByTestId('totp-code').fill(totpCode(enrolled));
  await page.getByTestId('totp-submit').click();
  await page.getByTestId('recovery-codes').waitFor();
  expect(await page.getByTestId('recovery-codes').locator('li').count()).toBeGreaterThanOrEqual(8);
  const recoveryCode = (await page.getByTestId('recovery-codes').locator('li').first().textContent()) ?? '';
  await page.getByTestId('codes-saved').click();
  await page.getByTestId('renew-codes').waitFor();
  await signOut();
  await signIn();
  await page.getByTestId('second-factor').fill('000000');
  await page.getByTestId('submit').click();
  await page.getByText('Next step').waitFor();
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByTestId('second-factor').fill(recoveryCode);
  await page.getByTestId('submit').click();
  await page.getByTestId('session-menu').waitFor();
});

test('a passkey is added, signs in alone, and the session is seen', async () => {
  await page.goto(`${url}/account`);
  await page.getByTestId('add-passkey').click();
  await page.getByTestId('passkey-name').fill('Office computer');
  await page.getByTestId('passkey-submit').click();
  await page.getByText('Office computer').waitFor();
  await signOut();
  await page.goto(`${url}/signin`);
  await page.getByTestId('passkey').click();
  await page.getByTestId('session-menu').waitFor();
  await page.goto(`${url}/account`);
  const current = page.getByTestId('sessions').locator('li', { hasText: 'This device' });
  await current.waitFor();
  expect(await current.textContent()).toContain('Passkey');
  const session = await page.evaluate<object>("fetch('/api/session').then((answer) => answer.json())");
  expect(session).toMatchObject({ principal: { name: testOperator.name, secondFactor: true } });
});

test('somebody is invited, makes an account, and sees no more than the role allows', async () => {
  await page.goto(`${url}/organisation`);
  await page.getByTestId('invite-people').click();
  await page.getByTestId('invite-email').fill('li@example.org');
  await page.getByTestId('invite-submit').click();
  const link = (await page.getByTestId('invitation-link').locator('code').textContent()) ?? '';
  expect(link).toMatch(/\/invitation#/);
  await page.getByTestId('invited-done').click();
  const invited = await openPage();
  const asked: string[] = [];
  invited.on('request', (request) => asked.push(request.url()));
  await invited.goto(link);
  await invited.getByTestId('name').fill('Li Na');
  await invited.getByTestId('submit').click();
  await invited.getByTestId('session-menu').waitFor();
  expect(asked.filter((one) => one.includes(link.split('#')[1] ?? 'none'))).toEqual([]);
  await invited.goto(`${url}/organisation`);
  await invited.getByText('fang@example.org').waitFor();
  expect(await invited.getByTestId('invite-people').count()).toBe(0);
  await invited.goto(`${url}/acts`);
  await invited.getByText('Only administrators and auditors').waitFor();
});

test('roles are changed, and every act is in the record with its proof', async () => {
  await page.goto(`${url}/organisation`);
  const row = page.locator('tr', { hasText: 'Li Na' });
  await row.getByTestId('change-roles').click();
  await page.getByTestId('role-auditor').check();
  await page.getByTestId('roles-submit').click();
  await row.getByText('Auditor').waitFor();
  await page.goto(`${url}/acts`);
  await page.getByText('set the roles of people').waitFor();
  const proof = page.locator('tr', { hasText: 'set the roles of people' }).getByRole('link');
  expect(await proof.getAttribute('href')).toMatch(/^\/api\/acts\/[0-9a-f-]+\/bundle$/);
  await page.goto(`${url}/rights`);
  await page.getByText('people:set-roles').waitFor();
});

test('a key gets a last day', async () => {
  await page.goto(`${url}/keys`);
  await page.getByTestId('create-key').click();
  await page.getByTestId('key-name').fill('ERP');
  await page.getByTestId('key-expires').fill('2099-12-31');
  // Enter takes the day and sends the form.
  await page.keyboard.press('Enter');
  await page.getByTestId('key-saved').click();
  expect(await page.locator('tr', { hasText: 'ERP' }).textContent()).toContain('2099');
});
