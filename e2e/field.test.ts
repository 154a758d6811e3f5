import { createHash } from 'node:crypto';
import { toBuffer } from 'bwip-js/node';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from './openBrowser.ts';
import { setUpOperator } from './setUpOperator.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';

const gtin = '09521900000019';
const lot = 'FIELD-1';
const lotKey = `https://id.gs1.org/01/${gtin}/10/${lot}`;
const sscc = '095219000000000019';

let platform: RunningPlatform;
let browser: Browser;
let phone: BrowserContext;
beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Makes the key of a phone in the console, as an administrator does, and gives the link that its code holds. */
async function addPhone(): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await setUpOperator(page, platform);
  await page.goto(`${platform.url}/phones`);
  await page.getByTestId('add-phone').click();
  await page.getByTestId('phone-who').fill('东坡地 王芳');
  await page.getByTestId('phone-make').click();
  await page.getByTestId('phone-code').waitFor();
  const shown = (await page.getByTestId('phone-link').textContent()) ?? '';
  await page.close();
  return /http\S+#link=xy_[\w-]{43}/.exec(shown)?.[0] ?? shown;
}

/** A photo as a camera writes it: with a segment that tells where it was taken. */
async function makePhoto(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1200];
    const context = canvas.getContext('2d');
    context.fillStyle = '#2c7a3d';
    context.fillRect(0, 0, 2400, 900);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  const picture = Buffer.from(encoded, 'base64');
  const told = Buffer.from('Exif\0\0GPSLatitude 28.21');
  const segment = Buffer.from([0xff, 0xe1, 0, told.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), segment, told, picture.subarray(2)]);
}

async function stateOfEntries(page: Page): Promise<(string | null)[]> {
  const entries = await page.getByTestId('entry').all();
  return Promise.all(entries.map((entry) => entry.getAttribute('data-state')));
}

/** Makes the phone believe that no answer came, as when the network breaks at that moment: it sends everything again. */
async function forgetAnswers(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('xiangyu-field');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const tx = opening.result.transaction('entries', 'readwrite');
      const entries = tx.objectStore('entries');
      entries.getAll().onsuccess = ({ target }) => {
        for (const entry of target.result) entries.put({ ...entry, state: 'waiting', photosWaiting: entry.values.photos });
      };
      tx.oncomplete = () => {
        new BroadcastChannel('xiangyu-field').postMessage('changed');
        resolve();
      };
    };
  })`);
  await page.locator('[data-testid=entry][data-state=waiting]').first().waitFor();
}

async function openList(page: Page): Promise<void> {
  await page.goto(`${platform.url}/field#/list`);
  await page.getByTestId('entry').first().waitFor();
}

async function harvest(page: Page, photo: Buffer): Promise<void> {
  await page.getByTestId('do-harvest').tap();
  await page.getByTestId('product-choose').tap();
  await page.getByTestId('add-name').tap();
  await page.getByTestId('new-name').fill('东坡猕猴桃');
  await page.getByTestId('new-number').fill(gtin);
  await page.getByTestId('new-save').tap();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.getByTestId('amount-quantity').fill('240');
  await page.getByTestId('amount-unit').selectOption('jin');
  await page.getByTestId('lot').fill(lot);
  await page.getByTestId('locate').tap();
  await page.getByTestId('position').waitFor();
  await page.getByTestId('more').tap();
  await page.getByTestId('photo-input').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByTestId('photo').waitFor();
  await page.getByTestId('note').fill('晴，人工采收');
  await page.getByTestId('save').tap();
  await page.getByTestId('saved').waitFor();
  await page.getByTestId('saved-home').tap();
}

/** Packs the lot into a case: both codes are read from pictures, as the camera would see them. */
async function pack(page: Page): Promise<void> {
  const [goods, label] = await Promise.all([
    toBuffer({
      bcid: 'gs1datamatrix',
      text: `(01)${gtin}(10)${lot}`,
      scale: 4,
      padding: 12,
      backgroundcolor: 'FFFFFF',
    }),
    toBuffer({ bcid: 'gs1-128', text: `(00)${sscc}`, scale: 3, padding: 12, backgroundcolor: 'FFFFFF' }),
  ]);
  const picture = (buffer: Buffer) => ({ name: 'code.png', mimeType: 'image/png', buffer });
  await page.getByTestId('scan').tap();
  await page.getByTestId('scan-picture').setInputFiles(picture(goods));
  expect(await page.getByTestId('scanned').getAttribute('data-id')).toBe(lotKey);
  await page.getByTestId('do-pack').tap();
  await page.getByTestId('thing-quantity').fill('20');
  await page.getByTestId('container-scan').tap();
  await page.getByTestId('scan-picture').setInputFiles(picture(label));
  await expect.poll(() => page.getByTestId('container').textContent()).toContain(sscc);
  await page.getByTestId('locate').tap();
  await page.getByTestId('position').waitFor();
  await page.getByTestId('save').tap();
  await page.getByTestId('saved').waitFor();
}

/** The events of the lot, the earliest first. */
async function readEvents(): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${platform.url}/epcis/events?${new URLSearchParams({ MATCH_anyEPCClass: lotKey })}`);
  const { epcisBody } = (await answer.json()) as {
    epcisBody: { queryResults: { resultsBody: { eventList: Record<string, unknown>[] } } };
  };
  const events = epcisBody.queryResults.resultsBody.eventList;
  return events.sort((a, b) => Date.parse(String(a.eventTime)) - Date.parse(String(b.eventTime)));
}

test('from the phone in the field without a network to the verified page', { timeout: 120_000 }, async () => {
  const link = await addPhone();
  phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    geolocation: { latitude: 28.21093, longitude: 109.71342, accuracy: 9 },
    permissions: ['geolocation'],
  });
  const page = await phone.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(link);
  await page.getByTestId('connect').tap();
  await page.getByTestId('to-phone').tap();
  expect(page.url()).not.toContain('xy_');
  await expect.poll(() => page.getByTestId('worker').getAttribute('data-state'), { timeout: 15_000 }).toBe('ready');

  await phone.setOffline(true);
  await page.goto(`${platform.url}/field`);
  await page.getByTestId('offline').waitFor();
  await harvest(page, await makePhoto(page));
  await pack(page);
  await page.reload();
  await openList(page);
  expect(await stateOfEntries(page)).toEqual(['waiting', 'waiting']);
  expect(await readEvents()).toEqual([]);

  await phone.setOffline(false);
  await page.getByTestId('send-now').tap();
  await expect.poll(() => stateOfEntries(page), { timeout: 20_000 }).toEqual(['sent', 'sent']);
  await forgetAnswers(page);
  expect(await stateOfEntries(page)).toEqual(['waiting', 'waiting']);
  await page.getByTestId('send-now').tap();
  await expect.poll(() => stateOfEntries(page), { timeout: 20_000 }).toEqual(['sent', 'sent']);

  const [harvested, packed, ...others] = await readEvents();
  expect(others).toEqual([]);
  const photo = String([harvested?.['xy:photo']].flat()[0]);
  const geo = 'geo:28.21093,109.71342;u=9';
  expect(harvested).toMatchObject({
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'https://ns.xiangyu.example/bizStep/harvesting',
    quantityList: [{ epcClass: lotKey, quantity: 120, uom: 'KGM' }],
    readPoint: { id: geo },
    ilmd: { 'cbvmda:lotNumber': lot },
    eventTimeZoneOffset: '+08:00',
    eventTime: expect.stringMatching(/\+08:00$/),
    eventID: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    'xy:noteZh': '晴，人工采收',
  });
  expect(packed).toMatchObject({
    type: 'AggregationEvent',
    action: 'ADD',
    bizStep: 'packing',
    parentID: `https://id.gs1.org/00/${sscc}`,
    childQuantityList: [{ epcClass: lotKey, quantity: 20, uom: 'KGM' }],
  });
  const picture = Buffer.from(await (await fetch(`${platform.url}/api/trace/attachments/${photo}`)).arrayBuffer());
  expect(createHash('sha256').update(picture).digest('hex')).toBe(photo);
  expect(picture.includes('GPS')).toBe(false);

  const path = `/01/${gtin}/10/${lot}`;
  await vi.waitFor(
    async () => {
      const { steps } = (await (await fetch(`${platform.url}/api/products${path}`)).json()) as {
        steps: { status: string }[];
      };
      expect(steps.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
    },
    { timeout: 40_000, interval: 250 },
  );
  const product = await phone.newPage();
  await product.goto(platform.url + path);
  expect(await product.getByTestId('product-name').textContent()).toContain('东坡猕猴桃');
  expect(await product.getByTestId('step').count()).toBe(2);
  await product.getByTestId('step-photo').scrollIntoViewIfNeeded();
  const width = "document.querySelector('[data-testid=step-photo]').naturalWidth";
  await expect.poll(() => product.evaluate(width), { timeout: 10_000 }).toBe(1600);
  await product.getByTestId('verify-button').first().tap();
  const result = product.locator('[data-testid=verify-result]:is([data-state=valid], [data-state=invalid])');
  await result.waitFor({ timeout: 30_000 });
  expect(await result.getAttribute('data-state')).toBe('valid');
  expect(problems).toEqual([]);
});

test('a wrong clock is warned of; what it got refused is corrected and sent', { timeout: 60_000 }, async () => {
  const page = await phone.newPage();
  await phone.clock.setFixedTime(Date.now() + 26 * 3_600_000);
  await page.goto(`${platform.url}/field#/do/sell`);
  await page.getByTestId('things-choose').tap();
  await page.locator(`[data-testid=choice][data-id="${lotKey}"]`).tap();
  await page.getByTestId('thing-quantity').fill('1');
  await page.getByTestId('locate').tap();
  await page.getByTestId('position').waitFor();
  await page.getByTestId('save').tap();
  await page.getByTestId('saved-list').tap();
  await page.locator('[data-testid=entry][data-state=refused]').waitFor();
  expect(await page.getByTestId('refusal').textContent()).toContain('手机时间不准');
  expect(await page.getByTestId('clock-warning').textContent()).toContain('26 小时');
  await page.close();

  // The phone's clock is right again.
  await phone.clock.setFixedTime(Date.now());
  const later = await phone.newPage();
  await openList(later);
  await later.getByTestId('correct').tap();
  await later.getByTestId('save').tap();
  await expect.poll(() => stateOfEntries(later), { timeout: 15_000 }).toEqual(['sent', 'sent', 'sent']);
  expect((await readEvents()).map(({ bizStep }) => String(bizStep).split('/').at(-1))).toEqual([
    'harvesting',
    'packing',
    'retail_selling',
  ]);
});
