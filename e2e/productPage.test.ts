import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readQrCode from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseCheckpoint, readAnchoredRootOverRpc, verifyBundle } from '../proof/index.ts';
import { lookAtPage } from './lookAtPage.ts';
import { openBrowser } from './openBrowser.ts';
import { type OperatorSession, openSession } from './openSession.ts';
import { runCli } from './runCli.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';
import { type RunningWitnesses, startWitnesses } from './startWitnesses.ts';

let platform: RunningPlatform;
let browser: Browser;
let witnesses: RunningWitnesses;
let path: string;
let session: OperatorSession;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform({ flags: ['--demo'] }), openBrowser()]);
  path = /(\/01\/\d{14}\/10\/\S+)/.exec(platform.output())?.[1] ?? '';
  session = await openSession(platform.url, platform.output());
  witnesses = await startWitnesses(session, { count: 3, threshold: 2 });
  // One of the three is away while people verify.
  await witnesses.kill(2);
  // Every step of the journey is confirmed, and vouched for, before a person scans the code.
  await vi.waitFor(
    async () => {
      const answer = await fetch(`${platform.url}/api/products${path}`);
      const { steps } = (await answer.json()) as { steps: { status: string }[] };
      expect(steps.length).toBeGreaterThan(5);
      expect(steps.every(({ status }) => status === 'confirmed')).toBe(true);
      const checkpoint = parseCheckpoint(await (await fetch(`${platform.url}/log/checkpoint`)).text());
      const names = new Set(checkpoint.note.signatures.map(({ name }) => name));
      expect([...names]).toEqual(expect.arrayContaining([checkpoint.origin, 'w1.example', 'w2.example']));
    },
    { timeout: 90_000, interval: 500 },
  );
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  await witnesses?.stop();
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

const runVerify = (file: string, ...more: string[]) => runCli(['verify', file, '--rpc', platform.espaceUrl, ...more]);

/** A change that somebody with access to the database makes, and how to take it back. */
interface Tampering {
  /** Each `table SET column = …` with a change of one character; one of them finds something to change. */
  change: string[];
  restore: string[];
}

/** Changes one byte in the platform's own database while `look` looks, then puts it back. */
async function whileTampered<T>({ change, restore }: Tampering, look: () => Promise<T>): Promise<T> {
  const sql = postgres(platform.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    let changed = 0;
    for (const one of change) changed += (await sql.unsafe(`UPDATE ${one}`)).count;
    expect(changed).toBeGreaterThan(0);
    return await look();
  } finally {
    for (const one of restore) await sql.unsafe(`UPDATE ${one}`);
    await sql.end();
  }
}

/** Reads the QR code that the console shows for the lot, from its pixels, as a phone's camera does. */
async function scanCode(): Promise<string | undefined> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${platform.url}/products`);
  const lot = path.split('/').at(-1);
  await page.getByRole('button', { name: new RegExp(`${lot}$`) }).click();
  await page.locator('[data-testid=lot-code] canvas').waitFor();
  const { width, height, pixels } = await page.evaluate<{ width: number; height: number; pixels: number[] }>(`(() => {
    const canvas = document.querySelector('[data-testid=lot-code] canvas');
    const { width, height } = canvas;
    return { width, height, pixels: [...canvas.getContext('2d').getImageData(0, 0, width, height).data] };
  })()`);
  await page.close();
  return readQrCode.default(new Uint8ClampedArray(pixels), width, height)?.data;
}

test('the code in the console leads to the product page', async () => {
  expect(await scanCode()).toBe(platform.url + path);
});

test('a phone opens the product, reads its journey and verifies it', async () => {
  const page = await openOnPhone();
  expect(await page.getByTestId('product-name').textContent()).toContain('猕猴桃');
  expect(await page.getByTestId('step').count()).toBeGreaterThan(5);
  expect(await verifyOn(page)).toBe('valid');
  for (const id of ['logSignature', 'witnesses', 'anchor']) {
    expect(await page.locator(`[data-summary=${id}]`).getAttribute('data-ok'), id).toBe('true');
  }
  expect(await page.getByTestId('trust-source').getAttribute('data-source')).toBe('platform');
  await page.context().close();
});

test('who brings a key or a policy of his own is not told about another', async () => {
  const page = await openOnPhone();
  await page.locator('.verify-advanced summary').first().tap();
  await page.getByTestId('log-key').fill('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
  expect(await verifyOn(page)).toBe('invalid');
  const own = await (await fetch(`${platform.url}/log/policy`)).text();
  await page.getByTestId('log-key').fill('');
  await page.getByTestId('witness-policy').fill(own.replace(/^group (\S+) 2/m, 'group $1 3'));
  expect(await verifyOn(page)).toBe('invalid');
  await page.getByTestId('witness-policy').fill(own);
  expect(await verifyOn(page)).toBe('valid');
  expect(await page.getByTestId('trust-source').getAttribute('data-source')).toBe('entered');
  await page.context().close();
});

/** What a page has cost when it stands: bytes over the network, and when something was to be seen first. */
async function openSlowly(): Promise<{ page: Page; bytes: number; firstPaintMs: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, locale: 'zh-CN' });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  // A slow phone in a shop: 1.6 Mbit/s down, 150 ms to every answer.
  const conditions = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
  await network.send('Network.emulateNetworkConditions', conditions);
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(platform.url + path);
  await page.getByTestId('lot-facts').waitFor();
  const firstPaintMs = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0].startTime",
  );
  return { page, bytes, firstPaintMs };
}

test('the page is light and soon there on a slow phone, and takes a suspicion', async () => {
  const { page, bytes, firstPaintMs } = await openSlowly();
  expect(bytes).toBeLessThan(100_000);
  expect(firstPaintMs).toBeLessThan(1_500);
  expect(await page.getByTestId('journey-map').count()).toBe(1);
  expect(await page.locator('[data-testid=certificate][data-state=valid]').count()).toBeGreaterThan(0);
  expect(await page.getByTestId('balance-seal').getAttribute('data-state')).toBe('balanced');
  await page.getByTestId('report-open').click();
  await page.getByTestId('report-send').click();
  await page.getByTestId('report-sent').waitFor();
  await page.context().close();
});

test('the page is complete in both languages', async () => {
  const page = await openOnPhone();
  await page.getByTestId('language-switch').first().tap();
  await expect.poll(() => page.getByTestId('product-name').textContent(), { timeout: 20_000 }).toMatch(/kiwi/i);
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
  const policyFile = join(platform.data, 'policy.txt');
  const policy = await (await fetch(`${platform.url}/log/policy`)).text();
  writeFileSync(policyFile, policy);
  const whole = await runVerify(file, '--policy', policyFile);
  expect(whole).toMatchObject({ code: 0, output: expect.stringMatching(/✓ {2}logSignature.*\n.*✓ {2}witnesses/) });
  writeFileSync(policyFile, policy.replace(/^group (\S+) 2/m, 'group $1 3'));
  const strict = await runVerify(file, '--policy', policyFile);
  expect(strict).toMatchObject({ code: 1, output: expect.stringContaining('✗  witnesses') });
  writeFileSync(policyFile, policy);

  const text = readFileSync(file, 'utf8');
  const bundle = JSON.parse(text) as { tlogProof: string; statement: { time: string } };
  const forgedFile = join(platform.data, 'forged.json');
  const swap = (letter: string) => (letter === 'A' ? 'B' : 'A');
  // One letter of a hash of the path, of the root, of the log's line and of a witness's; and a time.
  const places: [string, RegExp][] = [
    ['inclusion', /(index \d+\\n.{9})(.)/],
    ['logSignature', /(\\n\\n[^\\]+\\n\d+\\n.{9})(.)/],
    ['logSignature', /(\u2014 xiangyu\S+ .{20})(.)/],
    ['witnesses', /(\u2014 w2\.example .{30})(.)/],
  ];
  const forgeries = [
    ...places.map(([id, place]) => ({
      id,
      changed: text.replace(place, (_, before, letter) => before + swap(letter)),
    })),
    { id: 'inclusion', changed: text.replace(bundle.statement.time, '2001-01-01T00:00:00.000Z') },
    {
      id: 'anchor',
      changed: text.replace(/("blockNumber": ?)(\d+)/, (_, name, block) => `${name}${Number(block) + 1}`),
    },
  ];
  const options = { readAnchoredRoot: readAnchoredRootOverRpc(platform.espaceUrl), witnessPolicy: policy };
  for (const { id, changed } of forgeries) {
    expect(changed, id).not.toBe(text);
    const { valid, checks } = await verifyBundle(JSON.parse(changed), options);
    const failed = checks.filter(({ ok }) => ok === false).map((check) => check.id);
    expect({ valid, failed }, changed).toEqual({ valid: false, failed: [id] });
  }
  writeFileSync(forgedFile, forgeries[0]?.changed ?? '');
  const { code, output } = await runVerify(forgedFile, '--policy', policyFile);
  expect({ code, failed: output.match(/✗ {2}\w+/g) }, output).toEqual({ code: 1, failed: ['✗  inclusion'] });
  await page.context().close();
});

const leaves = 'ledger.nodes SET hash = set_byte(hash, 0, get_byte(hash, 0) # 1) WHERE level = 0 AND index < 256';
const tile = (from: string, to: string) =>
  `ledger.tiles SET hashes = decode(translate(encode(hashes, 'hex'), '${from}', '${to}'), 'hex') WHERE level = 0 AND index = 0`;

test.each<[string, Tampering]>([
  [
    'a stored event',
    {
      change: [
        'ledger.payloads SET content = replace(content, \'eventTimeZoneOffset":"+08:00\', \'eventTimeZoneOffset":"+09:00\')',
      ],
      restore: [
        'ledger.payloads SET content = replace(content, \'eventTimeZoneOffset":"+09:00\', \'eventTimeZoneOffset":"+08:00\')',
      ],
    },
  ],
  [
    'an event as the page shows it',
    {
      change: ["trace.events SET disposition = 'in_progresz' WHERE disposition = 'in_progress'"],
      restore: ["trace.events SET disposition = 'in_progress' WHERE disposition = 'in_progresz'"],
    },
  ],
  [
    'a proof',
    {
      // The first 256 leaves, which the demonstration's events are among, become one tile when they are complete.
      change: [leaves, tile('0123456789abcdef', '123456789abcdef0')],
      restore: [leaves, tile('123456789abcdef0', '0123456789abcdef')],
    },
  ],
  [
    'a statement',
    {
      change: ['ledger.statement_rows SET encoded = replace(encoded, \'"time":"2\', \'"time":"3\')'],
      restore: ['ledger.statement_rows SET encoded = replace(encoded, \'"time":"3\', \'"time":"2\')'],
    },
  ],
])('a byte of %s changed in the database: the page finds it', async (_, tampering) => {
  await whileTampered(tampering, async () => {
    const page = await openOnPhone();
    expect(await verifyOn(page)).toBe('invalid');
    await page.context().close();
  });
});

test('what was put back verifies again', async () => {
  const page = await openOnPhone();
  expect(await verifyOn(page)).toBe('valid');
  await page.context().close();
});

test("the inspector's page finds the four planted cases, the suspicion told above and nothing else", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const cookies = (session.headers.cookie ?? '').split('; ').map((cookie) => {
    const [name = '', ...value] = cookie.split('=');
    return { name, value: value.join('='), url: platform.url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${platform.url}/inspector`);
  await page.getByTestId('finding-mass-balance').waitFor({ timeout: 30_000 });
  const links = await page.locator('[data-testid=findings] [data-testid^=finding-]').all();
  const found = await Promise.all(links.map((link) => link.getAttribute('data-testid')));
  const planted = ['finding-certificate', 'finding-clone', 'finding-cold-chain', 'finding-mass-balance'];
  expect(found.sort()).toEqual([...planted, 'finding-report']);
  await page.getByTestId('finding-mass-balance').click();
  await page.getByTestId('finding-events').locator('a').first().waitFor();
  await lookAtPage(page, 'inspector-finding');
  await context.close();
});
