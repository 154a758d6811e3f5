import { inflateRawSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EventDraft, makeDocument } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';

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

const lot = (name: string) => `https://id.gs1.org/01/06901234000030/10/${name}`;
const serial = (name: string) => `https://id.gs1.org/01/06901234567892/21/${name}`;
const at = (day: number, hour = 8) => ({
  eventTime: `2025-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`,
});
const kilograms = (name: string, quantity: number) => ({ epcClass: lot(name), quantity, uom: 'KGM' });
const make = (given: [string, number], made: [string, number], more: Partial<EventDraft> = {}): EventDraft => ({
  type: 'TransformationEvent',
  inputQuantityList: [kilograms(...given)],
  outputQuantityList: [kilograms(...made)],
  ...at(2),
  ...more,
});
const capture = async (...events: EventDraft[]) => {
  await room.trace.capture(makeDocument(events), { member: 'farm' });
  await room.trace.findings.examineAll();
};
/** Findings as the platform's operator sees them. */
const find = async (query: string) => {
  const answer = await app.inject({ url: `/api/trace/findings?${query}`, headers: { 'x-member': 'bureau' } });
  expect(answer.statusCode).toBe(200);
  return answer.json().findings as {
    id: string;
    detector: string;
    subject: string;
    state: string;
    reasons: { code: string; en: string }[];
  }[];
};

/** The files of a ZIP archive, one local header after the other. */
function unzip(archive: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, length] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
    const start = at + 30 + length;
    const name = archive.toString('utf8', at + 30, start);
    files[name] = inflateRawSync(archive.subarray(start, start + packed)).toString();
    at = start + packed;
  }
  return files;
}

test('a transformation that makes more than it was given is doubted once, and no longer when it was declared wrong', async () => {
  const wrong = make(['A', 100], ['B', 150], { eventID: 'urn:x:ab' });
  await capture(wrong, make(['B', 150], ['C', 148], at(3)));
  const [finding, ...rest] = await find(`search=${encodeURIComponent(lot('B'))}`);
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ detector: 'mass-balance', state: 'open' });
  expect(finding?.reasons[0]).toMatchObject({
    code: 'balance.transformation',
    en: 'Made 150 kg; 100 kg went in × at most 1 comes out is 100 kg.',
  });
  const errorDeclaration = { declarationTime: '2025-06-04T00:00:00Z', reason: 'incorrect_data' };
  await capture({ ...wrong, errorDeclaration });
  expect(await find(`search=${encodeURIComponent(lot('B'))}`)).toEqual([
    expect.objectContaining({ state: 'dismissed', id: finding?.id }),
  ]);
});

test('what leaves a lot is compared with what came to be, in whatever order it is recorded', async () => {
  const sold: EventDraft = {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'retail_selling',
    quantityList: [kilograms('E', 60)],
    ...at(5),
  };
  await capture(sold);
  expect(await find(`search=${encodeURIComponent(lot('E'))}`)).toEqual([]);
  await capture(make(['D', 60], ['E', 50]));
  expect(await find(`search=${encodeURIComponent(lot('E'))}`)).toEqual([
    expect.objectContaining({
      subject: `lot ${lot('E')}`,
      reasons: [expect.objectContaining({ code: 'balance.lot-sold' })],
    }),
  ]);
});

test('a lot that is used before it came to be, and a serial number that is sold twice, are doubted; a return is not', async () => {
  await capture(make(['F', 10], ['G', 9], at(9)), make(['G', 9], ['H', 8], at(4)));
  expect(await find(`search=${encodeURIComponent(lot('G'))}`)).toEqual([
    expect.objectContaining({
      detector: 'journey',
      reasons: [expect.objectContaining({ code: 'journey.used-before-made' })],
    }),
  ]);
  const sell = (name: string, day: number): EventDraft => ({
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'retail_selling', epcList: [serial(name)] },
    ...at(day),
  });
  const back: EventDraft = { ...sell('R', 6), bizStep: 'receiving', disposition: 'returned' };
  await capture(sell('T', 5), sell('T', 7), sell('R', 5), back, sell('R', 7));
  expect(await find('detector=clone')).toEqual([
    expect.objectContaining({
      subject: `item ${serial('T')}`,
      reasons: [expect.objectContaining({ code: 'clone.sold-twice' })],
    }),
  ]);
});

test('an organic claim without any certificate and one that cites an unknown one are flagged, and captured all the same', async () => {
  const claim: EventDraft = {
    ...{ type: 'ObjectEvent', action: 'ADD', epcList: [serial('O')], ilmd: { 'cbvmda:growingMethodCode': 'ORGANIC' } },
    ...at(8),
  };
  await capture(claim, {
    ...claim,
    epcList: [serial('P')],
    certificationInfo: 'https://certifier.example.com/7',
    ...at(9),
  });
  const found = await find('detector=certificate');
  expect(found.map(({ reasons }) => reasons[0]?.code).sort()).toEqual(['certificate.none', 'certificate.unknown']);
});

test('a decision needs an inspector, a note and a known finding; the case comes as one file', async () => {
  const [finding] = await find('detector=clone');
  const url = `/api/trace/findings/${finding?.id}`;
  const decide = (member: string, payload: object, to = url) =>
    app.inject({
      method: 'POST',
      url: `${to}/decisions`,
      payload,
      headers: { 'x-member': member, 'x-roles': 'admin' },
    });
  expect((await decide('farm', { state: 'dismissed', note: 'a mistake' })).json()).toMatchObject({
    code: 'FINDING_NOT_YOURS',
  });
  expect((await decide('bureau', { state: 'dismissed', note: '' })).statusCode).toBe(400);
  const unknown = '/api/trace/findings/00000000-0000-4000-8000-000000000000';
  expect((await decide('bureau', { state: 'dismissed', note: 'x' }, unknown)).statusCode).toBe(404);
  const decided = await decide('bureau', { state: 'confirmed', note: 'two boxes' });
  expect(decided.json()).toMatchObject({
    state: 'confirmed',
    decisions: [{ note: 'two boxes', statementId: expect.any(String) }],
  });

  const download = await app.inject({ url: `${url}/case`, headers: { 'x-member': 'bureau' } });
  const files = unzip(download.rawPayload);
  expect(Object.keys(files).sort()).toEqual(['events.json', 'finding.json', 'summary.html']);
  expect(JSON.parse(files['events.json'] ?? '').epcisBody.queryResults.resultsBody.eventList).toHaveLength(2);
  expect(files['summary.html']).toContain('two boxes');
});

test('figures, places and things of events that are not for somebody stay out of seals and findings', async () => {
  const audience = { kind: 'authority', members: [] } as const;
  const secret = make(['SECRET-1', 100], ['SECRET-2', 170], at(2));
  await room.trace.capture(makeDocument([secret]), { member: 'mill', audience });
  await room.trace.capture(makeDocument([make(['SECRET-2', 170], ['SHOWN', 160], at(3))]), { member: 'farm' });
  await room.trace.findings.examineAll();
  const seal = (await app.inject({ url: '/api/trace/lots/06901234000030/SHOWN/balance' })).json();
  expect(seal).toMatchObject({ seal: 'doubted', reasons: [], inputKilograms: 170, outputKilograms: 160 });

  const [finding] = await find(`detector=mass-balance&search=${encodeURIComponent(lot('SECRET-2'))}`);
  expect(finding?.reasons[0]?.en).toContain('100 kg');
  await room.store.sql`UPDATE trace.findings SET members = ARRAY['mill', 'farm'] WHERE id = ${finding?.id ?? ''}`;
  const ask = (member: string) =>
    app.inject({ url: `/api/trace/findings/${finding?.id}`, headers: { 'x-member': member } });
  expect((await ask('mill')).json().reasons).toEqual(finding?.reasons);
  const shown = (await ask('farm')).json();
  expect(shown).toMatchObject({ reasons: [{ code: finding?.reasons[0]?.code, values: {} }], things: [] });
  expect(JSON.stringify(shown.reasons)).not.toContain('100');
});

test('goods made under the number of another are doubted, but not those that its owner takes over or that were received', async () => {
  const item = 'https://id.gs1.org/01/09506000134352';
  const product = (name: string) => ({ quantityList: [{ epcClass: `${item}/10/${name}`, quantity: 1 }] });
  const record = async (member: string, name: string, more: Partial<EventDraft>) => {
    await room.trace.capture(makeDocument([{ type: 'ObjectEvent', ...product(name), ...more }]), { member });
    await room.trace.findings.examineAll();
  };
  const commission = (day: number) => ({ action: 'ADD' as const, bizStep: 'commissioning', ...at(day) });
  const state = async () => (await find('detector=foreign-product')).map((one) => [one.subject, one.state]);
  await record('brand', 'REAL', commission(1));
  await record('shop', 'REAL', { action: 'OBSERVE', bizStep: 'receiving', ...at(2) });
  await record('shop', 'SHOP-1', commission(3));
  expect(await state()).toEqual([]);
  await record('forger', 'FAKE', commission(4));
  await record('forger', 'FAKE', { action: 'OBSERVE', bizStep: 'receiving', ...at(5) });
  expect(await state()).toEqual([[`product ${item} forger`, 'open']]);
  await record('brand', 'FAKE', { action: 'OBSERVE', bizStep: 'receiving', ...at(6) });
  expect(await state()).toEqual([[`product ${item} forger`, 'dismissed']]);
});

test('lists are paged, wrong parameters named, and visitors turned away', async () => {
  const page = (query: string) =>
    app.inject({ url: `/api/trace/findings?${query}`, headers: { 'x-member': 'bureau' } });
  const all = (await page('perPage=200')).json().findings.map(({ id }: { id: string }) => id);
  const seen: string[] = [];
  let token = '';
  do {
    const body = (await page(`perPage=2${token && `&nextPageToken=${token}`}`)).json();
    seen.push(...body.findings.map(({ id }: { id: string }) => id));
    token = body.nextPageToken ?? '';
  } while (token !== '');
  expect(seen).toEqual(all);
  expect((await page('nextPageToken=nonsense')).statusCode).toBe(400);
  expect((await page('state=maybe')).statusCode).toBe(400);
  expect((await app.inject({ url: '/api/trace/certificates/unknown' })).json()).toMatchObject({
    code: 'CERTIFICATE_UNKNOWN',
  });
  expect((await app.inject({ url: '/api/trace/certificates' })).json()).toEqual({
    certificates: [],
    nextPageToken: null,
  });
});
