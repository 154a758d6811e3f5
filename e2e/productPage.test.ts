import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from './openBrowser.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
let platform: RunningPlatform;
let browser: Browser;
let path: string;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform({ flags: ['--demo'] }), openBrowser()]);
  path = /(\/01\/\d{14}\/10\/\S+)/.exec(platform.output())?.[1] ?? '';
  // Every step of the journey is confirmed before a person scans the code.
  await vi.waitFor(
    async () => {
      const answer = await fetch(`${platform.url}/api/products${path}`);
      const { steps } = (await answer.json()) as { steps: { status: string }[] };
      expect(steps.length).toBeGreaterThan(5);
      expect(steps.every(({ status }) => status === 'confirmed')).toBe(true);
    },
    { timeout: 90_000, interval: 500 },
  );
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Opens the product page as a phone does. */
async function openOnPhone(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(platform.url + path);
  return page;
}

/** Presses Verify and gives what the page then says. */
async function verifyOn(page: Page): Promise<string | null> {
  await page.getByTestId('verify-button').first().tap();
  const result = page.locator('[data-testid=verify-result]:is([data-state=valid], [data-state=invalid])');
  await result.waitFor({ timeout: 60_000 });
  return result.getAttribute('data-state');
}

async function runVerify(file: string): Promise<{ code: number; output: string }> {
  const args = [main, 'verify', file, '--rpc', platform.espaceUrl];
  return run(process.execPath, args).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, output: error.stdout }),
  );
}

/** Changes one row in the platform's own database while `look` looks, then puts it back. */
async function withTampered<T>(table: string, change: string, restore: string, look: () => Promise<T>): Promise<T> {
  const sql = postgres(platform.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const changed = await sql.unsafe(`UPDATE ${table} SET ${change}`);
    expect(changed.count).toBeGreaterThan(0);
    const seen = await look();
    await sql.unsafe(`UPDATE ${table} SET ${restore}`);
    return seen;
  } finally {
    await sql.end();
  }
}

test('a phone opens the product, reads its journey and verifies it', async () => {
  const page = await openOnPhone();
  expect(await page.getByTestId('product-name').textContent()).toContain('猕猴桃');
  expect(await page.getByTestId('step').count()).toBeGreaterThan(5);
  expect(await verifyOn(page)).toBe('valid');
  await page.context().close();
});

test('the page is complete in both languages', async () => {
  const page = await openOnPhone();
  await page.getByTestId('language-switch').first().tap();
  await vi.waitFor(async () => expect(await page.getByTestId('product-name').textContent()).toMatch(/kiwi/i));
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.context().close();
});

test('a downloaded bundle verifies in the command line, and no longer after one byte of it changed', async () => {
  const page = await openOnPhone();
  expect(await verifyOn(page)).toBe('valid');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('download-proof').first().tap(),
  ]);
  const file = await download.path();
  expect(await runVerify(file)).toMatchObject({ code: 0, output: expect.stringContaining('Valid') });

  const text = readFileSync(file, 'utf8');
  const bundle = JSON.parse(text) as { inclusion: { hashes: string[] }; statement: { time: string } };
  const [hash = ''] = bundle.inclusion.hashes;
  const forged = text.replace(hash, (hash.startsWith('0') ? '1' : '0') + hash.slice(1));
  const forgedFile = join(platform.data, 'forged.json');
  for (const changed of [forged, text.replace(bundle.statement.time, '2001-01-01T00:00:00.000Z')]) {
    expect(changed).not.toBe(text);
    writeFileSync(forgedFile, changed);
    expect(await runVerify(forgedFile)).toMatchObject({ code: 1, output: expect.stringContaining('NOT valid') });
  }
  await page.context().close();
});
