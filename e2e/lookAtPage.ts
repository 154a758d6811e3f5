import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

const widths = [1440, 390] as const;
/** Where pictures of what a test looks at are kept; none are made without it. */
const pictures = process.env.XIANGYU_TEST_PICTURES;

/** A key of a dictionary that was shown instead of its text, such as `governance:vote.for` or `vote.signTitle`. */
const missingText = /\b(?:governance|votingKey|shell|common):[a-zA-Z.]+|\b[a-z]+(?:\.[a-z]+[A-Z][a-zA-Z]*){1,3}\b/;

const languageOf = (page: Page) => page.evaluate<string>('document.documentElement.lang');

async function lookOnce(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const { wide, room, text } = await page.evaluate<{ wide: number; room: number; text: string }>(
      `({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth,
          text: document.body.innerText })`,
    );
    expect(wide, `${name} is wider than a screen of ${width} pixels`).toBeLessThanOrEqual(room);
    expect(text, `${name} shows a text that is missing`).not.toMatch(missingText);
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  }
  await page.setViewportSize({ width: widths[0], height: 900 });
}

/** Looks at a page in both languages, on a desk and on a phone: nothing missing, nothing beyond the edge. */
export async function lookAtPage(page: Page, name: string): Promise<void> {
  for (const language of ['zh-CN', 'en']) {
    if ((await languageOf(page)) !== language) {
      await page.locator('.language-switch').click();
      await vi.waitFor(async () => expect(await languageOf(page)).toBe(language), { timeout: 10_000 });
    }
    await lookOnce(page, `${name}-${language}`);
  }
}

/** Looks at a window over a page, which hides the switch of the language. */
export async function lookAtDialog(page: Page, name: string): Promise<void> {
  await lookOnce(page, `${name}-${await languageOf(page)}`);
}
