import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Audience } from '../access/audience.ts';
import { type EventDraft, makeDocument } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { mostImageBytes } from './checkImage.ts';

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

/** A JPEG as far as its structure goes: start, one table, a scan of noise, end. */
function makeJpeg(sizeBytes: number, segment: number[] = [0xff, 0xdb, 0x00, 0x03, 0x00]): Buffer {
  const [head, tail] = [Buffer.from([0xff, 0xd8, ...segment, 0xff, 0xda]), Buffer.from([0xff, 0xd9])];
  return Buffer.concat([head, randomBytes(sizeBytes - head.length - tail.length), tail]);
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function capture(
  member: string,
  eventID: string,
  photos: string[],
  more: Partial<EventDraft> = {},
  audience?: Audience,
) {
  const event = {
    type: 'ObjectEvent',
    eventID,
    action: 'ADD',
    bizStep: 'https://ns.xiangyu.example/bizStep/harvesting',
    quantityList: [
      { epcClass: `https://id.gs1.org/01/09521900000019/10/${eventID.slice(-6)}`, quantity: 5, uom: 'KGM' },
    ],
    'xy:photo': photos,
    ...more,
  } as EventDraft;
  await room.trace.capture(makeDocument([event]), { member, ...(audience && { audience }) });
}

const send = (member: string, eventID: string, payload: Buffer, type = 'image/jpeg') =>
  app.inject({
    method: 'POST',
    url: '/api/trace/attachments',
    query: { eventID },
    headers: { 'content-type': type, 'x-member': member },
    payload,
  });
const look = (hash: string) => app.inject({ url: `/api/trace/attachments/${hash}` });

test('a picture that an event names is kept by its hash, once, and shown', async () => {
  const [picture, eventID] = [makeJpeg(4_000), 'urn:uuid:00000000-0000-4000-8000-0000000000a1'];
  const hash = hashOf(picture);
  await capture('farm', eventID, [hash]);
  for (const _ of [1, 2]) {
    const answer = await send('farm', eventID, picture);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json()).toEqual({ hash, mediaType: 'image/jpeg', sizeBytes: 4_000 });
  }
  const seen = await look(hash);
  expect(seen.headers['content-type']).toBe('image/jpeg');
  expect(seen.rawPayload.equals(picture)).toBe(true);
});

test('a picture without its event, or of somebody else, is refused with the next step', async () => {
  const [picture, eventID] = [makeJpeg(1_000), 'urn:uuid:00000000-0000-4000-8000-0000000000a2'];
  const early = await send('farm', eventID, picture);
  expect(early.json()).toMatchObject({ status: 409, code: 'TRACE_ATTACHMENT_WITHOUT_EVENT' });
  await capture('farm', eventID, [hashOf(picture)]);
  expect((await send('mill', eventID, picture)).statusCode).toBe(409);
  // Another picture than the one that the event proves.
  expect((await send('farm', eventID, makeJpeg(1_000))).statusCode).toBe(409);
  expect((await look(hashOf(picture))).json()).toMatchObject({ status: 404, code: 'TRACE_ATTACHMENT_UNKNOWN' });
});

test('a picture is seen by whoever may see an event that names it', async () => {
  const [picture, eventID] = [makeJpeg(1_500), 'urn:uuid:00000000-0000-4000-8000-0000000000a3'];
  const hash = hashOf(picture);
  await capture('farm', eventID, [hash], {}, { kind: 'members', members: ['mill'] });
  expect((await send('farm', eventID, picture)).statusCode).toBe(201);
  const lookAs = (member: string) =>
    app.inject({ url: `/api/trace/attachments/${hash}`, headers: { 'x-member': member } });
  expect((await look(hash)).statusCode).toBe(404);
  expect((await lookAs('shop')).statusCode).toBe(404);
  expect((await lookAs('mill')).statusCode).toBe(200);
  expect((await lookAs('farm')).statusCode).toBe(200);
});

test.each([
  ['with EXIF', () => makeJpeg(900, [0xff, 0xe1, 0x00, 0x08, 0x45, 0x78, 0x69, 0x66, 0, 0]), 'image/jpeg', 400],
  ['that is text', () => Buffer.from('<script>alert(1)</script>'), 'image/jpeg', 415],
  ['that is cut off', () => makeJpeg(900).subarray(0, 5), 'image/jpeg', 415],
  ['that says it is WebP', () => makeJpeg(900), 'image/webp', 415],
  ['of another type', () => Buffer.from('<svg/>'), 'image/svg+xml', 415],
  ['that is too large', () => makeJpeg(mostImageBytes + 1), 'image/jpeg', 413],
])('a picture %s is refused and nothing is kept', async (_, make, type, status) => {
  const [picture, eventID] = [make(), `urn:uuid:${crypto.randomUUID()}`];
  await capture('farm', eventID, [hashOf(picture)]);
  expect((await send('farm', eventID, picture, type)).statusCode).toBe(status);
  expect((await look(hashOf(picture))).statusCode).toBe(404);
});

test('a picture that two organisations show goes when both took it away; the events stay as they are', async () => {
  const picture = makeJpeg(2_000);
  const hash = hashOf(picture);
  for (const member of ['farm', 'mill']) {
    const eventID = `urn:uuid:00000000-0000-4000-8000-0000000000f${member === 'farm' ? 1 : 2}`;
    await capture(member, eventID, [hash]);
    expect((await send(member, eventID, picture)).statusCode).toBe(201);
  }
  const take = (member: string) =>
    app.inject({ method: 'DELETE', url: `/api/trace/attachments/${hash}`, headers: { 'x-member': member } });
  expect((await take('farm')).statusCode).toBe(204);
  expect((await take('farm')).statusCode).toBe(404);
  expect((await look(hash)).statusCode).toBe(200);
  expect((await take('mill')).statusCode).toBe(204);
  expect((await look(hash)).statusCode).toBe(404);
  const [event] = await room.trace.readEvents('urn:uuid:00000000-0000-4000-8000-0000000000f2');
  expect(event?.document['xy:photo']).toEqual([hash]);
});

test('a phone gets the names, lots and certificates of its own organisation', async () => {
  const place = 'https://id.gs1.org/414/9521900000019';
  const name = (zh: string, en: string) => [
    { id: 'https://ns.xiangyu.example/mda#name.zh', attribute: zh },
    { id: 'https://ns.xiangyu.example/mda#name.en', attribute: en },
  ];
  const certificate = 'https://id.gs1.org/253/9521900000019C-1';
  const vocabularies = [
    {
      type: 'urn:epcglobal:epcis:vtype:ReadPoint',
      vocabularyElementList: [{ id: place, attributes: name('东坡地', 'East slope') }],
    },
    {
      type: 'urn:epcglobal:epcis:vtype:EPCClass',
      vocabularyElementList: [{ id: 'https://id.gs1.org/01/09521900000019', attributes: name('大米', 'Rice') }],
    },
  ];
  const event = {
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'commissioning',
    quantityList: [{ epcClass: 'https://id.gs1.org/01/09521900000019/10/KIT-1', quantity: 80, uom: 'KGM' }],
    certificationInfo: certificate,
  } as EventDraft;
  await room.trace.capture(makeDocument([event], vocabularies), { member: 'coop' });
  const kit = (await app.inject({ url: '/api/trace/field', headers: { 'x-member': 'coop' } })).json();
  expect(kit.places).toContainEqual({ id: place, name: { zh: '东坡地', en: 'East slope' }, geo: null, own: true });
  expect(kit.products[0]).toMatchObject({ id: 'https://id.gs1.org/01/09521900000019', own: true });
  expect(kit.lots).toEqual([
    expect.objectContaining({
      id: 'https://id.gs1.org/01/09521900000019/10/KIT-1',
      name: { zh: '大米', en: 'Rice' },
      quantity: 80,
      uom: 'KGM',
    }),
  ]);
  expect(kit.certificates).toEqual([{ id: certificate, name: null }]);
  expect(Math.abs(Date.parse(kit.time) - Date.now())).toBeLessThan(60_000);
});
