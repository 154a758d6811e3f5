import { existsSync, readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './openBrowser.ts';

const fontFolder = '/usr/share/fonts';
const hasChineseFont =
  existsSync(fontFolder) &&
  readdirSync(fontFolder, { recursive: true, encoding: 'utf8' }).some((file) => /cjk|wqy|hansans|hanserif/i.test(file));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Ink of a character, drawn large with the fonts that the console asks for. */
async function draw(character: string): Promise<string> {
  const page = await browser.newPage();
  const ink = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
    const context = canvas.getContext('2d');
    context.font = '48px sans-serif';
    context.fillText(${JSON.stringify(character)}, 4, 52);
    return Array.from(context.getImageData(0, 0, 64, 64).data, (value) => (value > 96 ? 1 : 0)).join('');
  })()`);
  await page.close();
  return ink;
}

test.skipIf(!hasChineseFont)('the test browser draws Chinese, and not one box for every character', async () => {
  const [blank, xiang, yu] = await Promise.all([draw(' '), draw('湘'), draw('渝')]);
  expect(xiang).not.toBe(blank);
  expect(xiang).not.toBe(yu);
});
