import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from './openBrowser.ts';
import { setUpOperator } from './setUpOperator.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';

let platform: RunningPlatform;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform({ flags: ['--demo'] }), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

interface LogAnswer {
  contract: string;
  checkpoint: { size: number; blockNumber: number | null; transactionHash: string } | null;
}
async function readJson<Answer>(path: string): Promise<Answer> {
  return (await (await fetch(`${platform.url}${path}`)).json()) as Answer;
}
/** Other tests may keep the machine busy. */
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 200 });
const search = async (text: string) => {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

test('an anchor is found by its hash and leads to its block, sender and contract', async () => {
  let transactionHash = '';
  await until(async () => {
    const { checkpoint, contract } = await readJson<LogAnswer>('/api/log');
    const { progress } = await readJson<{ progress: { indexedEpoch: number } }>('/api/explorer/summary');
    expect(checkpoint?.blockNumber).toBeGreaterThan(0);
    expect(progress.indexedEpoch).toBeGreaterThanOrEqual(checkpoint?.blockNumber ?? 0);
    // The platform gives the sources of its own contract a moment later.
    expect(await readJson(`/api/explorer/contracts/${contract}`)).toMatchObject({ verified: true });
    transactionHash = checkpoint?.transactionHash ?? '';
  });
  await page.goto(`${platform.url}/explorer`);
  await page.getByTestId('total-blocks').waitFor();
  expect(await page.getByTestId('index-progress').getAttribute('data-state')).toBe('live');
  await search(transactionHash);
  expect(await page.getByTestId('transaction-hash').textContent()).toBe(transactionHash);
  expect(await page.getByTestId('call').textContent()).toBe('anchor(uint64,bytes32,bytes[])');
  await page.getByTestId('show-trace').click();
  await page.getByTestId('trace').locator('li').first().waitFor();

  await page.getByTestId('block-link').first().click();
  await page.waitForURL(/\/explorer\/blocks\/0x/);
  await page.locator(`[data-testid="transaction-link"][title="${transactionHash}"]`).waitFor();
  await page.getByTestId('show-in-graph').click();
  await until(async () =>
    expect(Number(await page.getByTestId('graph-canvas').getAttribute('data-drawn'))).toBeGreaterThan(3),
  );
  await page.goBack();
  await page.locator('table').getByTestId('account-link').first().click();
  await page.getByTestId('side-espace').waitFor();
  await page.locator(`[data-testid="transaction-link"][title="${transactionHash}"]`).waitFor();
  // Another list in the same place, and back.
  await page.getByRole('tab').nth(1).click();
  await page.locator('.ant-empty').waitFor();
  await page.getByRole('tab').nth(0).click();
  // The same account makes other contracts too: the anchor's row leads to the log's.
  const anchor = page.locator('tr', {
    has: page.locator(`[data-testid="transaction-link"][title="${transactionHash}"]`),
  });
  await anchor.getByTestId('contract-link').first().click();
  await page.getByTestId('verified').waitFor();
  expect(await page.getByTestId('source').textContent()).toContain('contract EvidenceLog');
});

test('a contract is asked by its ABI, in the other language too', async () => {
  const { checkpoint, contract } = await readJson<LogAnswer>('/api/log');
  await page.goto(`${platform.url}/explorer/contracts/${contract}`);
  await page.getByTestId('language-switch').click();
  await page.getByRole('tab', { name: /^Read \(/ }).click();
  const form = page.getByTestId('read-latest');
  await form.locator('summary').click();
  await form.getByRole('button').click();
  // The log grows all the while: the chain holds this checkpoint or a later one.
  await until(async () => {
    const size = /uint64\s*(\d+)/.exec((await form.textContent()) ?? '')?.[1];
    expect(Number(size)).toBeGreaterThanOrEqual(checkpoint?.size ?? 0);
    expect(Number(size)).toBeGreaterThan(0);
  });
});

test('what cannot be found says so, and lists fit a phone', async () => {
  await page.goto(`${platform.url}/explorer/blocks/0x${'0'.repeat(64)}`);
  await page.locator('.ant-alert-error').waitFor();
  faults.length = 0;
  await search('no such thing');
  await until(async () => expect(await page.getByTestId('search-note').textContent()).toContain('no such thing'));
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['blocks', 'transactions', 'contracts', 'log', 'statistics', 'graph']) {
    await page.getByTestId(`nav-${name}`).click();
    await page.waitForURL(new RegExp(`/explorer/${name}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (name === 'log') await page.getByTestId('growth').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(390);
  }
  expect(faults).toEqual([]);
});

test('files are notarised without leaving the browser, and their certificate convicts another file', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const bodies: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') bodies.push(request.postData() ?? '');
  });
  await setUpOperator(page, platform);
  await page.goto(`${platform.url}/notarize`);
  const makeFile = (name: string) => ({
    name: `${name}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`the secret content of ${name}`),
  });
  await page.getByTestId('file-input').setInputFiles(['one', 'two', 'three'].map(makeFile));
  await page.getByTestId('notarize').click();
  await page.getByTestId('certificate-link').first().click();
  const certificate = page.getByTestId('certificate');
  await until(async () => expect(['anchored', 'confirmed']).toContain(await certificate.getAttribute('data-status')));
  const compare = async (name: string) => {
    await page.getByTestId('file-input').setInputFiles([makeFile(name)]);
    const seen = page.getByTestId('comparison').filter({ hasText: `${name}.txt` });
    await seen.waitFor();
    return seen.getAttribute('data-same');
  };
  expect(await compare('one')).toBe('true');
  expect(await compare('two')).toBe('false');
  await page.getByTestId('verify-button').click();
  const verdict = page.getByTestId('verify-result');
  await verdict.waitFor();
  expect(await verdict.getAttribute('data-state')).toBe('valid');
  expect(bodies.join()).not.toContain('the secret content');

  await page.route('**/api/log/statements/*/bundle', async (route) => {
    const answer = await route.fetch();
    const bundle = await answer.json();
    bundle.statement.time = '2020-01-01T00:00:00.000Z';
    await route.fulfill({ response: answer, json: bundle });
  });
  await page.getByTestId('verify-button').click();
  await until(async () => expect(await verdict.getAttribute('data-state')).toBe('invalid'));

  await page.goto(`${platform.url}/verify/evidence`);
  await page.getByTestId('file-input').setInputFiles([makeFile('two')]);
  await page.getByTestId('found').waitFor();
  expect(await page.getByTestId('found').getAttribute('data-count')).toBe('1');

  // The browser saw the log before these files were in it.
  await page.goto(`${platform.url}/explorer/log`);
  await until(async () => expect(await page.getByTestId('growth').getAttribute('data-growth')).toBe('grown'));
});
