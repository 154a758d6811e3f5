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

/** Opens the product page as a phone does and presses Verify; gives what the page then says. */
async function verifyOnPhone(): Promise<{ page: Page; state: string | null }> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await page.goto(platform.url + path);
  await page.getByTestId('verify-button').click();
  const result = page.locator(
    '[data-testid=verify-result][data-state=valid], [data-testid=verify-result][data-state=invalid]',
  );
  await result.waitFor({ timeout: 60_000 });
  return { page, state: await result.getAttribute('data-state') };
}
