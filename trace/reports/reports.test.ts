import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocument } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';

const lot = '/01/06901234567892/10/L1';

let room: TestTrace;
let app: FastifyInstance;
beforeAll(async () => {
  room = await openTestTrace();
  app = await openTestApp(room.trace);
  const made = (name: string) => ({
    type: 'ObjectEvent' as const,
    action: 'ADD' as const,
    quantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${name}`, quantity: 1 }],
  });
  const seen = ['01', '02', '03'].map((day) => ({
    ...made('L1'),
    action: 'OBSERVE' as const,
    eventTime: `2025-07-${day}T08:00:00.000+08:00`,
  }));
  const how = { member: 'farm', errorBehaviour: 'rollback' as const };
  await room.trace.capture(makeDocument([made('L1'), ...seen]), how);
  await room.trace.capture(makeDocument([made('SECRET')]), { ...how, audience: { kind: 'certifier', members: [] } });
});
afterAll(async () => {
  await app?.close();
  await room?.close();
});

const report = (payload: object) => app.inject({ method: 'POST', url: '/api/trace/reports', payload });
const findings = () =>
  room.store.sql`SELECT subject, severity, members, reasons FROM trace.findings WHERE detector = 'report'`;

test('reports of a lot become one finding that grows, and say nothing of who reported', async () => {
  expect((await report({ link: lot, kind: 'counterfeit', text: ' 二维码重复 ' })).statusCode).toBe(201);
  expect((await report({ link: `https://shop.example${lot}`, kind: 'counterfeit' })).statusCode).toBe(201);
  expect((await report({ link: lot, kind: 'opened' })).statusCode).toBe(201);
  expect(await findings()).toMatchObject([
    {
      subject: `thing https://id.gs1.org${lot}`,
      severity: 'high',
      members: ['farm'],
      reasons: [
        { code: 'report.counterfeit', values: { count: 2, latest: '二维码重复' } },
        { code: 'report.opened', values: { count: 1, latest: '' } },
      ],
    },
  ]);
  const [row] = await room.store.sql`SELECT * FROM trace.reports LIMIT 1`;
  expect(Object.keys(row ?? {}).sort()).toEqual(['kind', 'report_id', 'reported_at', 'sequence', 'text', 'thing']);
});

test.each([
  [{ link: '/01/06901234567893', kind: 'other' }, 400, 'REPORT_WRONG_PRODUCT'],
  [{ link: '/01/06901234567892/10/NONE', kind: 'other' }, 404, 'REPORT_UNKNOWN_PRODUCT'],
  // What is not for everybody is not given away by a report.
  [{ link: '/01/06901234567892/10/SECRET', kind: 'other' }, 404, 'REPORT_UNKNOWN_PRODUCT'],
])('%o is refused', async (payload, status, code) => {
  const answer = await report(payload);
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
});

test('answers of our own API are compressed for those who take it', async () => {
  const url = `/api/products${lot}`;
  const packed = await app.inject({ url, headers: { 'accept-encoding': 'br, gzip' } });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  const plain = await app.inject({ url });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain.json());
});

test('fifty reports of a thing a day are enough', async () => {
  await room.store.sql`
    INSERT INTO trace.reports (report_id, thing, kind, text, reported_at)
    SELECT 'r' || n, ${`https://id.gs1.org${lot}`}, 'other', '', now() FROM generate_series(1, 47) n`;
  expect((await report({ link: lot, kind: 'other' })).json().code).toBe('REPORT_ENOUGH');
});
