import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chain, things, vocabularies } from './testing/chain.ts';
import { makeDocument, observe } from './testing/makeDocument.ts';
import { openTestApp } from './testing/testApp.ts';
import { openTestTrace, type TestTrace } from './testing.ts';

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

const capture = (payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/epcis/capture',
    headers: { 'x-member': 'farm', 'content-type': 'application/json', ...headers },
    payload,
  });
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const eventsOf = (body: { epcisBody: { queryResults: { resultsBody: { eventList: Record<string, unknown>[] } } } }) =>
  body.epcisBody.queryResults.resultsBody.eventList;

test('capture answers 202 with the job, its location and the limits', async () => {
  const response = await capture(makeDocument([observe('r1')]), { 'content-type': 'application/ld+json' });
  expect(response.statusCode).toBe(202);
  expect(response.headers).toMatchObject({
    location: `/epcis/capture/${response.json().captureID}`,
    'gs1-epcis-version': '2.0.0',
    'gs1-cbv-version': '2.0.0',
    'gs1-epcis-capture-limit': '5000',
    'gs1-epcis-capture-file-size-limit': '16777216',
  });
  expect(response.json()).toMatchObject({ running: false, success: true, events: 1, errors: [] });

  const location = String(response.headers.location);
  expect((await get(location, { 'x-member': 'farm' })).json()).toEqual(response.json());
  expect((await get(location, { 'x-member': 'bureau' })).statusCode).toBe(200);
  const foreign = await get(location, { 'x-member': 'other' });
  expect(foreign.json()).toMatchObject({ status: 404, type: 'epcisException:NoSuchResourceException' });
});

test('capture jobs are listed in pages', async () => {
  for (const serial of ['j1', 'j2', 'j3']) await capture(makeDocument([observe(serial)]), { 'x-member': 'lister' });
  const first = await get('/epcis/capture?perPage=2', { 'x-member': 'lister' });
  expect(first.json()).toHaveLength(2);
  const next = /<([^>]+)>; rel="next"/.exec(String(first.headers.link))?.[1] ?? '';
  const second = await get(next, { 'x-member': 'lister' });
  expect(second.json()).toHaveLength(1);
  expect(second.headers.link).toBeUndefined();
});

test.each([
  ['broken JSON', '{', {}, 400, 'epcisException:ValidationException'],
  ['an empty body', '', {}, 400, 'epcisException:ValidationException'],
  ['a prototype key', '{"__proto__": {}}', {}, 400, 'epcisException:ValidationException'],
  ['another media type', 'a,b', { 'content-type': 'text/csv' }, 415, 'epcisException:UnsupportedMediaTypeException'],
  [
    'an unknown error behaviour',
    '{}',
    { 'gs1-capture-error-behaviour': 'maybe' },
    400,
    'epcisException:ValidationException',
  ],
  ['another representation', '{}', { accept: 'text/html' }, 406, 'epcisException:NotAcceptableException'],
  ['too many bytes', 'x'.repeat(16 * 1024 * 1024 + 1), {}, 413, 'epcisException:CaptureLimitExceededException'],
])('%s is refused as the standard says', async (_, payload, headers, status, type) => {
  const response = await capture(payload, headers);
  expect(response.json()).toMatchObject({ status, type, nextStep: expect.any(String) });
  expect(response.statusCode).toBe(status);
  if (status === 413) expect(response.headers).toMatchObject({ 'gs1-epcis-capture-limit': '5000' });
});

test('a visitor cannot capture', async () => {
  const response = await app.inject({ method: 'POST', url: '/epcis/capture', payload: makeDocument([observe('v')]) });
  expect(response.json()).toMatchObject({ status: 403, type: 'epcisException:SecurityException' });
});

test('an invalid document gets every error in one answer', async () => {
  const response = await capture(makeDocument([observe('x', { bizStep: '?', disposition: '?' })]));
  expect(response.json()).toMatchObject({
    status: 400,
    code: 'TRACE_INVALID_DOCUMENT',
    errors: [{ pointer: '/epcisBody/eventList/0/bizStep' }, { pointer: '/epcisBody/eventList/0/disposition' }],
  });
});

test('an event is found by its encoded eventID, its evidence beside it', async () => {
  const { eventIDs } = (await capture(makeDocument([observe('s1', { 'xy:noteZh': '检查' })]))).json();
  const path = `/epcis/events/${encodeURIComponent(eventIDs[0])}`;
  const response = await get(path);
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ type: 'EPCISQueryDocument' });
  expect(eventsOf(response.json())).toEqual([
    expect.objectContaining({ eventID: eventIDs[0], 'xy:noteZh': '检查', recordTime: expect.any(String) }),
  ]);
  const evidence = (await get(`${path}/evidence`)).json();
  const about = { about: 'event', subject: eventIDs[0] };
  expect(evidence).toEqual([{ statementId: expect.any(String), index: null, status: 'pending', ...about }]);
  expect((await get('/epcis/events/urn%3Ax%3Anone')).json()).toMatchObject({
    status: 404,
    type: 'epcisException:NoSuchResourceException',
  });
});

test('pages of events follow each other without gap or repetition', async () => {
  const events = Array.from({ length: 25 }, (_, index) =>
    observe(`p${index}`, { bizStep: 'stocking', eventTime: `2025-03-0${(index % 5) + 1}T00:00:00Z` }),
  );
  await capture(makeDocument(events));
  for (const order of ['', '&orderBy=eventTime&orderDirection=ASC', '&orderBy=recordTime&orderDirection=DESC']) {
    const seen: Record<string, unknown>[] = [];
    let url: string | undefined = `/epcis/events?EQ_bizStep=stocking&perPage=7${order}`;
    while (url) {
      const response = await get(url);
      expect(response.statusCode).toBe(200);
      seen.push(...eventsOf(response.json()));
      url = /<([^>]+)>; rel="next"/.exec(String(response.headers.link))?.[1];
      if (url) expect(response.headers['gs1-next-page-token-expires']).toBeDefined();
    }
    expect(new Set(seen.map(({ eventID }) => eventID)).size).toBe(25);
    expect(seen).toHaveLength(25);
    const times = seen.map(({ eventTime }) => String(eventTime));
    if (order === '') expect(times).toEqual([...times].sort().reverse());
  }
});

test.each([
  ['MATCH_somethingElse=x', 'unknown'],
  ['perPage=0', '1 to 1000'],
  ['perPage=many', '1 to 1000'],
  ['GE_eventTime=yesterday', 'date-time'],
  ['orderBy=eventID', 'recordTime'],
  ['nextPageToken=abc', 'token'],
  ['MATCH_epc=', 'URIs'],
])('the query %s is refused and explained', async (query) => {
  const response = await get(`/epcis/events?${query}`);
  expect(response.json()).toMatchObject({ status: 400, type: 'epcisException:QueryParameterException' });
});

test('a token of one query is refused by another', async () => {
  const first = await get('/epcis/events?EQ_bizStep=stocking&perPage=1');
  const token = /nextPageToken=([^>&]+)/.exec(String(first.headers.link))?.[1];
  const other = await get(`/epcis/events?EQ_bizStep=packing&perPage=1&nextPageToken=${token}`);
  expect(other.statusCode).toBe(400);
});

test('the chain is found by thing, role, type, step and time', async () => {
  await capture(makeDocument(chain, vocabularies));
  const count = async (query: Record<string, string>) => {
    const response = await get(`/epcis/events?${new URLSearchParams({ perPage: '100', ...query })}`);
    return eventsOf(response.json()).map((event) => event['xy:noteEn']);
  };
  expect(await count({ MATCH_parentID: things.truck })).toEqual(['unload', 'load']);
  expect(await count({ MATCH_epc: `${things.pallet}|${things.item}`, eventType: 'ObjectEvent' })).toEqual([
    'pallet after',
    'item',
  ]);
  expect(await count({ MATCH_inputEPCClass: things.crop })).toEqual(['harvest']);
  expect(await count({ MATCH_outputEPCClass: things.product })).toEqual(['process']);
  expect(await count({ MATCH_outputEPC: things.product })).toEqual([]);
  expect(await count({ MATCH_anyEPC: things.crop })).toEqual(['harvest', 'inspect', 'sow']);
  expect(await count({ MATCH_anyEPC: things.product, EQ_bizStep: 'commissioning' })).toEqual(['item']);
  expect(await count({ MATCH_epc: 'urn:epc:idpat:sgtin:6901234.000003.*', EQ_bizStep: 'commissioning' })).toEqual([
    'item',
  ]);
  const window = { GE_eventTime: '2025-06-13T08:00:00Z', LT_eventTime: '2025-06-13T18:00:00+08:00' };
  expect(await count(window)).toEqual(['other pallet on the way', 'load']);
});

test('the product page tells the journey of a lot', async () => {
  const response = await get('/api/products/01/06901234000030/10/P-1');
  expect(response.statusCode).toBe(200);
  const journey = response.json();
  expect(journey.product).toEqual({
    gtin: '06901234000030',
    lot: 'P-1',
    digitalLink: things.product,
    name: { zh: '猕猴桃', en: 'Kiwifruit' },
    image: null,
    description: null,
    origin: { zh: '湘西', en: 'Xiangxi' },
    demo: false,
  });
  expect(journey.steps).toHaveLength(22);
  const step = (title: string) => journey.steps.find((one: { title: { en: string } }) => one.title.en === title);
  expect(step('sow')).toMatchObject({
    bizStep: 'commissioning',
    member: { slug: 'farm', name: { zh: '成员 farm', en: 'Member farm' } },
    place: { id: things.field, name: { zh: 'Field 7', en: 'Field 7' }, geo: 'geo:28.3,109.7' },
    status: 'pending',
    statementId: expect.stringMatching(/./),
  });
  expect(step('inspect').certificates).toEqual([
    { id: things.certificate, type: 'certificationInfo', name: { zh: 'Organic 2025-7', en: 'Organic 2025-7' } },
  ]);
  expect(step('process')).toMatchObject({ inputs: [things.harvest], outputs: [things.product], temperature: null });
  expect(step('drive').temperature).toEqual({
    min: 3.5,
    max: 6.25,
    unit: 'CEL',
    points: [
      { time: '2025-06-13T09:00:00.000Z', value: 4 },
      { time: '2025-06-13T09:30:00.000Z', value: 5 },
    ],
  });
  expect(step('load').parent).toBe(things.truck);

  expect((await get('/api/products/01/06901234000030/10/NONE')).json()).toMatchObject({
    code: 'TRACE_NO_SUCH_PRODUCT',
  });
  expect((await get('/api/products/01/06901234000031/10/P-1')).json()).toMatchObject({
    code: 'TRACE_INVALID_IDENTIFIER',
  });
});

test('lots are listed with their names, in pages', async () => {
  const first = (await get('/api/products?perPage=2')).json();
  const second = (await get(`/api/products?perPage=2&nextPageToken=${first.nextPageToken}`)).json();
  const lots = [...first.products, ...second.products];
  expect(lots.map(({ lot }) => lot).sort()).toEqual(['CROP-7', 'H-1', 'P-1', 'P-2']);
  expect(lots.find(({ lot }) => lot === 'P-1')).toMatchObject({
    name: { en: 'Kiwifruit' },
    digitalLink: things.product,
  });
});

test('trace back and statistics answer what the console shows', async () => {
  const back = await get(`/api/trace/back?epc=${encodeURIComponent(things.product)}`);
  expect(back.json()).toMatchObject({ id: things.product, truncated: false });
  expect(back.json().events).toHaveLength(22);
  const stats = (await get('/api/trace/stats')).json();
  expect(stats.events).toBe((await room.store.sql`SELECT FROM trace.events`).length);
  expect(stats.recent).toHaveLength(10);
  expect(stats.recent[0]).toMatchObject({
    member: 'farm',
    status: 'pending',
    eventTimeZoneOffset: expect.stringMatching(/^[+-]/),
  });
});

test('every capture is announced when it is durable', async () => {
  const heard: string[] = [];
  const stop = await room.store.listen('live', (payload) => heard.push(payload));
  const { captureID } = (await capture(makeDocument([observe('live')]))).json();
  await expect
    .poll(() => heard.map((text) => JSON.parse(text)))
    .toEqual([{ type: 'captured', captureID, events: 1, total: expect.any(Number) }]);
  await stop();
});

test('an event keeps the meaning of its prefixes among events of other documents', async () => {
  const foreign = { ...makeDocument([observe('n1', { bizStep: 'sampling', 'xy:noteZh': '异' })]) };
  foreign['@context'] = [
    'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    { xy: 'https://other.example/' },
  ];
  const {
    eventIDs: [foreignID],
  } = (await capture(foreign)).json();
  const {
    eventIDs: [ownID],
  } = (await capture(makeDocument([observe('n2', { bizStep: 'sampling', 'xy:noteZh': '同' })]))).json();
  const answer = (await get('/epcis/events?EQ_bizStep=sampling')).json();
  const { hashEvents } = await import('../proof/index.ts');
  expect(hashEvents(answer).sort()).toEqual([foreignID, ownID].sort());
});
