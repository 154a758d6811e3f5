import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from './openBrowser.ts';
import { type Feed, inventGraph, serveFeed } from './serveFeed.ts';

let feed: Feed;
let browser: Browser;
let page: Page;
const next = inventGraph();
let sent = 0;

beforeAll(async () => {
  [feed, browser] = await Promise.all([serveFeed(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await page.goto(`${feed.url}/explorer/graph`);
  await page.getByTestId('graph-canvas').waitFor();
  await vi.waitFor(() => expect(feed.listeners()).toBe(1));
});
afterAll(async () => {
  await browser?.close();
  await feed?.close();
});

/** Other tests may keep the machine busy. */
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 100 });
const canvas = () => page.getByTestId('graph-canvas');
const count = async (name: string) => Number(await canvas().getAttribute(`data-${name}`));
const counts = async () => ({
  loaded: await count('loaded'),
  seen: await count('seen'),
  drawn: await count('drawn'),
  epochs: await count('epochs'),
});
const send = (epochs: number) => {
  const blocks = next(epochs);
  sent += blocks.length;
  feed.send(blocks);
  return blocks;
};

test('every block of a burst is painted, and none twice', async () => {
  const burst = send(60);
  await until(async () => expect((await counts()).loaded).toBe(sent));
  await canvas().press('0');
  for (let second = 0; second < 3; second++) send(20);
  // A later view of what is known is no new block.
  feed.send(burst);
  await until(async () => expect(await counts()).toMatchObject({ loaded: sent, seen: sent, epochs: 120 }));
  await canvas().press('0');
  await until(async () => expect((await counts()).drawn).toBe(sent));
});

test('a paused picture keeps still, and what came meanwhile is there when it goes on', async () => {
  const before = await counts();
  await page.getByTestId('graph-pause').click();
  send(10);
  await page.getByText(/are waiting/).waitFor();
  expect(await counts()).toEqual(before);
  await page.getByTestId('graph-pause').click();
  await until(async () => expect((await counts()).loaded).toBe(sent));
});

test('a chosen block tells its past, and the keyboard moves on', async () => {
  await canvas().press('f');
  await canvas().press('ArrowRight');
  const hash = () => page.getByTestId('graph-selection').getByTestId('block-link').getAttribute('title');
  const first = await hash();
  await canvas().press('ArrowLeft');
  await until(async () => expect(await hash()).not.toBe(first));
  expect(await page.getByTestId('relatives').textContent()).toMatch(/[1-9]\d* in its past, [1-9]\d* in its future/);
  await page.getByTestId('graph-list').click();
  await until(async () => expect(await page.locator('.graph-list li').count()).toBe(30));
});

test('old epochs are forgotten, so that a page left open does not grow', async () => {
  for (let part = 0; part < 5; part++) send(150);
  await until(async () => {
    const { epochs, seen, loaded } = await counts();
    expect({ epochs, seen }).toEqual({ epochs: 600, seen: sent });
    expect(loaded).toBeLessThan(sent);
  });
});
