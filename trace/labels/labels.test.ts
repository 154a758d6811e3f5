import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import readQrCode from 'jsqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocument, observe } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';

const root = 'http://127.0.0.1:8080';
const lot = '/01/06901234567892/10/A%2F1';

let room: TestTrace;
let app: FastifyInstance;
beforeAll(async () => {
  room = await openTestTrace();
  app = await openTestApp(room.trace);
  const mda = 'https://ns.xiangyu.example/mda#name';
  const names = [
    {
      type: 'urn:epcglobal:epcis:vtyp:EPCClass',
      vocabularyElementList: [
        {
          id: 'https://id.gs1.org/01/06901234567892',
          attributes: [
            { id: `${mda}.zh`, attribute: '有机猕猴桃' },
            { id: `${mda}.en`, attribute: 'Organic kiwifruit' },
          ],
        },
      ],
    },
  ];
  await room.trace.capture(makeDocument([observe('s1')], names), { member: 'farm', errorBehaviour: 'rollback' });
});
afterAll(async () => {
  await app?.close();
  await room?.close();
});

const ask = (url: string) => app.inject({ url, headers: { 'x-member': 'farm' } });
const print = (payload: object) =>
  app.inject({ method: 'POST', url: '/api/trace/labels/sheet', headers: { 'x-member': 'farm' }, payload });

/** The pixels of a black and white PNG image, as RGBA. */
function readPixels(png: Buffer): { width: number; pixels: Uint8ClampedArray } {
  const width = png.readUInt32BE(16);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const pixels = new Uint8ClampedArray(width * width * 4);
  for (let i = 0; i < width * width; i++) {
    const x = i % width;
    const byte = rows[Math.floor(i / width) * (Math.ceil(width / 8) + 1) + 1 + (x >> 3)] ?? 0;
    pixels.fill((byte >> (7 - (x & 7))) & 1 ? 255 : 0, i * 4, i * 4 + 4);
  }
  return { width, pixels };
}

/** What the library that phones use reads from an image. */
async function readDataMatrix(png: Buffer): Promise<{ text: string; symbologyIdentifier: string } | undefined> {
  const folder = new URL('../../node_modules/zxing-wasm/dist/', import.meta.url);
  const { prepareZXingModule, readBarcodes } = await import(new URL('es/reader/index.js', folder).href);
  const wasmBinary = readFileSync(new URL('reader/zxing_reader.wasm', folder));
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return (await readBarcodes(new Uint8Array(png), { formats: ['DataMatrix'], textMode: 'Plain' }))[0];
}

test('the QR code leads to the thing on this platform', async () => {
  const answer = await ask(
    `/api/trace/labels/code?anchor=${encodeURIComponent(`${lot}?17=270131`)}&format=png&scale=4`,
  );
  expect(answer.headers['content-type']).toBe('image/png');
  const { width, pixels } = readPixels(answer.rawPayload);
  expect(readQrCode.default(pixels, width, width)?.data).toBe(`${root}${lot}?17=270131`);
});

test('the GS1 DataMatrix holds the element string', async () => {
  const anchor = encodeURIComponent('https://shop.example/01/06901234567892/10/A1/21/7?17=270131');
  const answer = await ask(`/api/trace/labels/code?anchor=${anchor}&kind=datamatrix&format=png`);
  const read = await readDataMatrix(answer.rawPayload);
  expect(read).toMatchObject({ symbologyIdentifier: ']d2', text: '01069012345678921727013110A1\u001d217' });
});

test('an SVG image names what it is', async () => {
  const answer = await ask(`/api/trace/labels/code?anchor=${encodeURIComponent('/01/06901234567892/10/%3C%26')}`);
  expect(answer.headers['content-type']).toContain('image/svg+xml');
  expect(answer.payload).toContain('<title>(01) 06901234567892 (10) &#60;&#38;</title>');
});

test('a range of serial numbers fills sheets', async () => {
  const serials = { prefix: 'K', first: 1, last: 18, digits: 4 };
  const answer = await print({ anchor: lot, serials, sheet: '63x38', skip: 5 });
  expect(answer.statusCode).toBe(200);
  const pdf = answer.rawPayload.toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  // 5 used places and 18 labels on sheets of 21.
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  expect(pdf).toContain('XiaoWei');
  const small = await print({ anchor: lot, copies: 65, sheet: '38x21', kind: 'datamatrix', language: 'en' });
  expect(small.rawPayload.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

test.each([
  [{ anchor: '/01/06901234567893' }, 'LABEL_WRONG_THING'],
  [{ anchor: lot, sheet: 'a' }, 'LABEL_UNKNOWN_SHEET'],
  [{ anchor: lot, copies: 2000, serials: { first: 1, last: 2 } }, 'LABEL_TOO_MANY'],
  [{ anchor: lot, serials: { first: 1, last: 9_000 } }, 'LABEL_TOO_MANY'],
  [{ anchor: lot, serials: { first: 2, last: 1 } }, 'LABEL_WRONG_SERIALS'],
  [{ anchor: lot, serials: { prefix: '湘', first: 1, last: 1 } }, 'LABEL_WRONG_SERIALS'],
  [{ anchor: lot, serials: { prefix: 'ABCDEFGHIJKLMNOPQRS', first: 10, last: 10 } }, 'LABEL_WRONG_SERIALS'],
  [{ anchor: '/414/6901234567892', serials: { first: 1, last: 1 } }, 'LABEL_WRONG_SERIALS'],
])('%o is refused', async (payload, code) => {
  const answer = await print(payload);
  expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
});
