import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from './openBrowser.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';

const receiver = `0x${'42'.repeat(20)}`;
const password = 'a long pass phrase 1';
let platform: RunningPlatform;
let browser: Browser;
let page: Page;
let hook: Server;
const told: string[] = [];
/** What the page asked the platform to send. */
let submissions = 0;

beforeAll(async () => {
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    told.push((JSON.parse(body) as { type: string }).type);
    response.end();
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  [platform, browser] = await Promise.all([startPlatform({ flags: ['--allow-private-urls'] }), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  page = await context.newPage();
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/transactions') submissions += 1;
  });
  const token = /setup#token=(\S+)/.exec(platform.output())?.[1];
  await page.goto(platform.url);
  const setup = await page.request.post(`${platform.url}/api/setup`, {
    headers: { origin: platform.url },
    data: { token, name: 'Operator', email: 'operator@example.org', password },
  });
  expect(setup.status()).toBe(201);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  hook?.close();
});

test('a key is made, and given as a file to who shows the password of the account', async () => {
  await page.goto(`${platform.url}/wallets`);
  await page.getByTestId('create-wallet-key').click();
  await page.getByTestId('wallet-name').fill('till');
  await page.getByTestId('wallet-submit').click();
  const row = page.getByTestId('wallet-key');
  await row.waitFor();
  const [address = '', core = ''] = await row.locator('dd code').allTextContents();
  expect(address).toMatch(/^0x[0-9a-f]{40}$/);
  expect(core).toMatch(/^net\d+:aa[a-z0-9]{40}$/);
  const funded = await page.request.put(`${platform.url}/api/funded-accounts/${address}`, {
    headers: { origin: platform.url },
    data: { target: (10n ** 18n).toString(), floor: (10n ** 17n).toString() },
  });
  expect(funded.status()).toBe(204);

  await page.getByTestId('export-key').click();
  await page.getByTestId('export-password').fill('opens the file');
  await page.getByTestId('export-again').fill('opens the file');
  await page.getByTestId('account-password').fill('not the pass phrase');
  await page.getByTestId('wallet-submit').click();
  await page.locator('.ant-modal .ant-alert-error').waitFor();
  await page.getByTestId('account-password').fill(password);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('wallet-submit').click()]);
  expect(download.suggestedFilename()).toBe(`${address}.json`);
});

test('a webhook shows its secret once', async () => {
  await page.goto(`${platform.url}/webhooks`);
  await page.getByTestId('new-webhook').click();
  await page.getByTestId('webhook-url').fill(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`);
  await page.getByTestId('create-webhook').click();
  expect(await page.getByTestId('webhook-secret').textContent()).toContain('whsec_');
  await page.getByTestId('secret-saved').click();
  await page.getByTestId('webhook-secret').waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain('whsec_');
});

test('a transfer is tried, sent once however often it is clicked, and seen executed', async () => {
  await page.goto(`${platform.url}/outgoing/new`);
  await page.getByTestId('signer').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.getByTestId('to').fill(receiver);
  await page.getByTestId('amount').fill('0.25');
  // The treasury fills the account meanwhile: until then the trial says that it cannot pay.
  await vi.waitFor(
    async () => {
      await page.getByTestId('simulate').click();
      await page.locator('[data-testid=simulation].ant-alert-success').waitFor({ timeout: 1_000 });
    },
    { timeout: 15_000 },
  );
  await page.getByTestId('send').dblclick();
  await page.locator('.ant-drawer [data-state=executed], .ant-drawer [data-state=confirmed]').waitFor();
  expect(submissions).toBe(1);
  expect(await page.getByTestId('open-sent').count()).toBe(1);
  expect(new URL(page.url()).searchParams.get('id')).toMatch(/\d+/);
});

test("the webhook's message is received and shown", async () => {
  await vi.waitFor(() => expect(told).toContain('transaction.executed'), { timeout: 10_000 });
  await page.goto(`${platform.url}/webhooks`);
  await page.getByTestId('webhook-messages').click();
  await page.locator('.ant-drawer [data-state=delivered]').first().waitFor();
  await page.getByTestId('webhook-message').last().click();
  expect(await page.getByTestId('message-body').textContent()).toContain('transaction.executed');
});
