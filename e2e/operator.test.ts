import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeDocument } from './makeEvent.ts';
import { openBrowser } from './openBrowser.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';

const operator = { name: '张运营', email: 'operator@example.org', password: 'a long pass phrase 1' };
let platform: RunningPlatform;
let browser: Browser;
let page: Page;
const requested: string[] = [];
/** Other tests may keep the machine busy. */
const patience = { timeout: 20_000 };

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  page = await context.newPage();
  page.on('request', (request) => requested.push(request.url()));
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const readNumber = async (testId: string) => Number((await page.getByTestId(testId).textContent())?.replace(/\D/g, ''));

async function capture(key: string, serial: number): Promise<number> {
  const answer = await fetch(`${platform.url}/epcis/capture`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: makeDocument(serial).text,
  });
  return answer.status;
}

test('the one-time link makes the first operator and never shows its token to a server', async () => {
  const link = /(http:\S+\/setup#token=(\S+))/.exec(platform.output());
  await page.goto(link?.[1] ?? '');
  await page.getByTestId('name').fill(operator.name);
  await page.getByTestId('email').fill(operator.email);
  await page.getByTestId('password').fill(operator.password);
  await page.getByTestId('password-again').fill(operator.password);
  await page.getByTestId('submit').click();
  await page.getByTestId('session-menu').waitFor();
  expect(await page.getByTestId('session-menu').textContent()).toContain(operator.name);
  expect(requested.filter((url) => url.includes(link?.[2] ?? 'token'))).toEqual([]);
});

test('the home shows the chain growing and events as they are captured, without a reload', async () => {
  await page.goto(platform.url);
  const height = await vi.waitFor(async () => {
    const seen = await readNumber('height');
    expect(seen).toBeGreaterThan(0);
    return seen;
  }, patience);
  await vi.waitFor(async () => expect(await readNumber('height')).toBeGreaterThan(height), patience);
  expect(await page.locator('svg .block-pivot').count()).toBeGreaterThan(1);

  await page.goto(`${platform.url}/keys`);
  await page.getByTestId('create-key').click();
  await page.getByTestId('key-name').fill('ERP');
  await page.getByTestId('key-submit').click();
  const shown = (await page.getByTestId('new-key').textContent()) ?? '';
  const key = /xy_[\w-]{43}/.exec(shown)?.[0] ?? '';
  await page.getByTestId('key-saved').click();

  await page.goto(platform.url);
  await page.getByTestId('events-total').waitFor();
  expect(await capture(key, 1)).toBe(202);
  await vi.waitFor(async () => {
    expect(await readNumber('events-total')).toBe(1);
    // The setup and the key are statements of the log too.
    expect(await readNumber('log-size')).toBe(3);
  }, patience);

  await page.goto(`${platform.url}/keys`);
  await page.getByTestId('revoke-key').click();
  await page.locator('.ant-popconfirm-buttons .ant-btn-dangerous').click();
  await page.getByTestId('revoke-key').waitFor({ state: 'detached' });
  expect(await capture(key, 2)).toBe(401);
});

test('signing out and in again, with a wrong password first', async () => {
  await page.getByTestId('session-menu').click();
  await page.locator('.ant-dropdown-menu-item').last().click();
  await page.getByTestId('sign-in-link').click();
  await page.getByTestId('email').fill(operator.email);
  await page.getByTestId('password').fill('not the pass phrase');
  await page.getByTestId('submit').click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByTestId('session-menu').count()).toBe(0);
  await page.getByTestId('password').fill(operator.password);
  await page.getByTestId('submit').click();
  await page.getByTestId('session-menu').waitFor();
});
