import { deflateRawSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { hashEvents, type JsonValue } from '../../proof/index.ts';
import { readXmlDocument } from '../formats/index.ts';
import { parseEventQuery } from '../query/parseQuery.ts';
import { makeDocument, observe } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { templateIds } from './columns.ts';
import { toCsvRow } from './csvRow.ts';
import type { CellProblem } from './problems.ts';

let room: TestTrace;
let app: FastifyInstance;
beforeAll(async () => {
  room = await openTestTrace();
  app = await openTestApp(room.trace);
});
afterAll(async () => {
  await app?.close();
  await room?.close();
});

const member = { 'x-member': 'farm' };

async function upload(path: string, payload: Buffer | string) {
  const headers = { ...member, 'content-type': 'application/octet-stream' };
  const { statusCode: status, body } = await app.inject({
    method: 'POST',
    url: path,
    headers,
    payload: Buffer.from(payload),
  });
  return { status, body: JSON.parse(body) };
}
const preview = (payload: Buffer | string, query = '') => upload(`/api/trace/imports/preview${query}`, payload);
const countEvents = async () => Number((await room.store.sql`SELECT count(*) AS n FROM trace.events`)[0]?.n);
const problemsOf = (body: { problems: CellProblem[] }) =>
  body.problems.map(({ row, column, code }) => [row, column, code]);

const sale = '时间,地点,产品,批次,数量,单位,事件编号\r\n';
const goods = '2026-10-12 08:30,9521900000019,9521102000114,LOT-1';

describe('templates', () => {
  test.each(templateIds)(
    '%s: what is downloaded is understood in both languages and forms, with its example',
    async (id) => {
      for (const language of ['zh-CN', 'en']) {
        for (const format of ['csv', 'xlsx']) {
          const url = `/api/trace/imports/templates/${id}?format=${format}&language=${language}`;
          const file = (await app.inject(url)).rawPayload;
          const { status, body } = await preview(file);
          expect({ status, problems: body.problems, template: body.template, events: body.events }, url).toEqual({
            status: 200,
            problems: [],
            template: id,
            events: 1,
          });
        }
      }
    },
  );
});

describe('a table', () => {
  test('is looked at without a trace, confirmed as a whole, and captured once', async () => {
    const before = await countEvents();
    const file = `${sale}${goods},12.5,斤,A\r\n,,9521102000114,LOT-2,3,件,A\r\n${goods},1,kg,\r\n`;
    const { status, body } = await preview(file);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ template: 'sell', encoding: 'utf-8', events: 2, known: 0, problems: [] });
    expect(await countEvents()).toBe(before);
    const refused = await upload(`/api/trace/imports?digest=${'0'.repeat(64)}`, file);
    expect(refused).toMatchObject({ status: 409, body: { code: 'IMPORT_FILE_CHANGED' } });
    const confirm = () => upload(`/api/trace/imports?name=sales.csv&digest=${body.digest}`, file);
    const first = await confirm();
    expect(first).toMatchObject({ status: 200, body: { name: 'sales.csv', rows: 3, events: 2, repeated: 0 } });
    expect(await confirm()).toEqual(first);
    expect(await countEvents()).toBe(before + 2);
    const listed = await app.inject({ url: '/api/trace/imports', headers: member });
    expect(listed.json().imports).toEqual([first.body]);
    // The same events in another file are known.
    expect((await preview(`${file}\r\n`)).body.known).toBe(2);
    const { events } = await room.trace.findEvents(
      parseEventQuery({
        MATCH_anyEPC: 'https://id.gs1.org/01/09521102000114/10/LOT-2',
      }),
    );
    expect(events.map(({ document }) => document)).toMatchObject([
      {
        bizStep: 'retail_selling',
        eventTime: '2026-10-12T08:30:00.000+08:00',
        quantityList: [
          { epcClass: 'https://id.gs1.org/01/09521102000114/10/LOT-1', quantity: 6.25, uom: 'KGM' },
          { epcClass: 'https://id.gs1.org/01/09521102000114/10/LOT-2', quantity: 3 },
        ],
      },
    ]);
  });

  test('has every error named at its cell, and nothing of it is stored', async () => {
    const before = await countEvents();
    const rows = [
      '2026-02-30 08:30,9521900000018,9521102000115,LOT 1,-1,stone,',
      '2999-01-01,9521900000019,9.5211E+12,=1+1,@SUM(A1),+cmd|x,',
      ',,9521102000114,,,,B',
      `${goods},1,kg,C`,
      '2026-10-12 08:31,,9521102000114,LOT-2,1,kg,C',
      `${goods},2,kg,`,
      `${goods},2,kg,`,
    ];
    const { body } = await preview(sale + rows.join('\r\n'));
    expect(problemsOf(body)).toEqual([
      [2, 'time', 'time'],
      [2, 'place', 'place'],
      [2, 'product', 'product'],
      [2, 'lot', 'lot'],
      [2, 'quantity', 'quantity'],
      [2, 'unit', 'unit'],
      [3, 'time', 'future'],
      [3, 'product', 'digitsLost'],
      [3, 'lot', 'formula'],
      [3, 'quantity', 'formula'],
      [3, 'unit', 'formula'],
      [4, 'time', 'missing'],
      [4, 'place', 'missing'],
      [4, 'lot', 'together'],
      [4, 'quantity', 'together'],
      [6, 'time', 'differs'],
    ]);
    expect(body.problems[0].zh).toContain('2026-02-30');
    const confirmed = await upload('/api/trace/imports', sale + rows.join('\r\n'));
    expect(confirmed).toMatchObject({ status: 400, body: { code: 'IMPORT_CELLS_WRONG' } });
    expect(problemsOf((await preview(sale + rows.slice(5).join('\r\n'))).body)).toEqual([[3, null, 'repeated']]);
    expect(await countEvents()).toBe(before);
  });

  test('is read in the encodings of the region, and never guessed', async () => {
    const text = `${sale}${goods},1,公斤,\r\n`;
    const gb = toGb18030(text);
    expect((await preview(gb)).body).toMatchObject({ encoding: 'gb18030', problems: [], template: 'sell' });
    expect((await preview(`\ufeff${text.replaceAll(',', ';')}`)).body).toMatchObject({
      encoding: 'utf-8',
      problems: [],
    });
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(',', '\t'), 'utf16le')]);
    expect((await preview(utf16)).body).toMatchObject({ encoding: 'utf-16le', problems: [] });
    for (const broken of [Buffer.from([0x41, 0xff, 0xff, 0x00]), Buffer.from([0]), Buffer.alloc(0), `"${sale}`]) {
      expect(await preview(Buffer.from(broken))).toMatchObject({ status: 400 });
    }
    expect(await preview('name,price\r\na,1\r\n')).toMatchObject({
      status: 400,
      body: { code: 'IMPORT_HEADER_UNKNOWN' },
    });
    const many = `${sale}${`${goods},1,kg,\r\n`.repeat(5_001)}`;
    expect(await preview(many)).toMatchObject({ status: 413, body: { code: 'IMPORT_TOO_LARGE' } });
    expect(await preview(`${sale}${'x'.repeat(1_000_000)}`)).toMatchObject({ status: 413 });
  });

  test('in a workbook with formulas, or one that would fill the memory, is refused', async () => {
    const headings = ['Time', 'Place', 'Product', 'Lot', 'Quantity', 'Unit'].map((value) => ({ value }));
    const time = new Date(Date.UTC(2026, 9, 12, 8, 30));
    const cells = [
      { value: time, type: Date, format: 'yyyy-mm-dd hh:mm' },
      { value: 9521900000019, type: Number },
      { value: '=1+9521102000113', type: 'Formula' as const },
      { value: 'LOT-9' },
      { value: 2.5, type: Number },
      { value: 'kg' },
    ];
    const workbook = await writeExcelFile([headings, cells], { sheet: 'a' }).toBuffer();
    const { body } = await preview(workbook, '?template=sell');
    expect(body, JSON.stringify(body)).toMatchObject({ encoding: 'xlsx', template: 'sell' });
    expect(problemsOf(body)).toEqual([[2, 'product', 'formula']]);
    expect(await preview(workbook)).toMatchObject({ status: 400, body: { code: 'IMPORT_HEADER_UNKNOWN' } });
    expect(await preview(bomb())).toMatchObject({ status: 413, body: { code: 'IMPORT_TOO_LARGE' } });
    const { body: same } = await preview(withUnnamedPart(workbook), '?template=sell');
    expect(same).toEqual({ ...body, digest: same.digest });
    expect(await preview(workbook.subarray(0, workbook.length - 30))).toMatchObject({
      status: 400,
      body: { code: 'IMPORT_UNREADABLE' },
    });
  });
});

/** Text in the two-byte characters of GB18030, which Node reads but does not write. */
function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const known = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1)
      known.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from(
    [...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (known.get(sign) ?? []))),
  );
}

/** A ZIP file of one part that says it is small and unpacks to 80 MB. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(80 * 1024 * 1024));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

/** A ZIP file with a broken part before its directory that the directory does not name. */
function withUnnamedPart(file: Buffer): Buffer {
  const end = file.length - 22;
  const at = file.readUInt32LE(end + 16);
  const part = Buffer.alloc(30 + 10 + 8, 0xff);
  part.writeUInt32LE(0x04034b50, 0);
  for (const [offset, value] of [20, 0, 8, 0, 0].entries()) part.writeUInt16LE(value, 4 + 2 * offset);
  for (const [offset, value] of [0, 8, 8].entries()) part.writeUInt32LE(value, 14 + 4 * offset);
  part.writeUInt16LE(10, 26);
  part.writeUInt16LE(0, 28);
  part.write('xl/bad.xml', 30);
  const moved = Buffer.concat([file.subarray(0, at), part, file.subarray(at)]);
  moved.writeUInt32LE(at + part.length, end + part.length + 16);
  return moved;
}

describe('an export', () => {
  test('is a standard document with the same events, in JSON and XML, and a table that no spreadsheet computes', async () => {
    const context = { ex: 'https://ex.example/ns/' };
    const document = makeDocument([
      observe('x1', { 'xy:noteEn': '=1+1' }),
      observe('x2', { 'ex:colour': 'red & <blue>' }),
    ]);
    document['@context'] = [...(document['@context'] as JsonValue[]), context];
    await room.trace.capture(document, { member: 'farm' });
    await room.trace.capture(makeDocument([observe('x3')]), {
      member: 'farm',
      audience: { kind: 'authority', members: [] },
    });
    const read = async (query: string, headers = member) => app.inject({ url: `/api/trace/export?${query}`, headers });
    const stored = await room.store.sql<{ hash: string }[]>`
      SELECT hash FROM trace.events WHERE audience = 'public' ORDER BY record_time, sequence`;
    const expected = stored.map(({ hash }) => hash);
    const json = await read('format=json', { 'x-member': 'shop' });
    expect(json.headers['content-disposition']).toContain('xiangyu-events.json');
    expect(hashEvents(json.json())).toEqual(expected);
    const xml = await read('format=xml', { 'x-member': 'shop' });
    expect(hashEvents(readXmlDocument(xml.body) as JsonValue)).toEqual(expected);
    expect((await read('format=json')).json().epcisBody.eventList).toHaveLength(expected.length + 1);
    const chosen = await read('format=json&MATCH_epc=https://id.gs1.org/01/06901234567892/21/x2');
    expect(chosen.json().epcisBody.eventList).toHaveLength(1);
    const again = await room.trace.capture(json.json(), { member: 'farm' });
    expect(again).toMatchObject({ events: 0, success: true });
    const table = await read('format=csv');
    expect(table.body.startsWith('\ufeffeventID,')).toBe(true);
    expect(toCsvRow(['=HYPERLINK("http://evil.example")', '@a', '-1.5', '-cmd|x', 'a\nb', 'plain'])).toBe(
      `"'=HYPERLINK(""http://evil.example"")",'@a,-1.5,'-cmd|x,"a\nb",plain\r\n`,
    );
    expect(await read('format=pdf')).toMatchObject({ statusCode: 400 });
  });
});
