import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashEvents, type JsonValue } from '../../proof/index.ts';
import { makeDocument, observe } from '../testing/makeDocument.ts';
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

type Headers = Record<string, string>;
const get = (url: string, headers: Headers = {}) => app.inject({ url, headers });
const post = (url: string, payload: object | string, headers: Headers = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'x-member': 'farm', 'content-type': 'application/json', ...headers },
    payload,
  });
const bare = (serial: string, more: object = {}): Record<string, unknown> => {
  const { epcisBody } = makeDocument([observe(serial, more)]) as {
    epcisBody: { eventList: [Record<string, unknown>] };
  };
  return { '@context': { xy: 'https://ns.xiangyu.example/epcis/' }, ...epcisBody.eventList[0] };
};
const count = async () => Number((await room.store.sql`SELECT count(*) FROM trace.events`)[0]?.count);
const members = async (url: string, headers: Headers = {}) => (await get(url, headers)).json().member as string[];

test('a bare event is created once, at the place that the answer names', async () => {
  const created = await post('/epcis/events', bare('e1', { eventID: 'urn:x:e1' }));
  expect(created.statusCode).toBe(201);
  expect(created.json()).toMatchObject({ eventID: 'urn:x:e1', type: 'ObjectEvent' });
  const location = String(created.headers.location);
  const [event] = (await get(location)).json().epcisBody.queryResults.resultsBody.eventList;
  expect(event).toMatchObject({ eventID: 'urn:x:e1', epcList: bare('e1').epcList });

  const nameless = await post('/epcis/events', bare('e2'));
  const [hash] = hashEvents(makeDocument([observe('e2')]) as unknown as JsonValue);
  expect(nameless.json().eventID).toBe(hash);
  const before = await count();
  for (const again of [
    bare('e1', { eventID: 'urn:x:e1' }),
    bare('e1'),
    bare('e2'),
    bare('e3', { eventID: 'urn:x:e1' }),
  ]) {
    const refused = await post('/epcis/events', again);
    expect(refused.json()).toMatchObject({ status: 409, type: 'epcisException:ResourceAlreadyExistsException' });
  }
  expect(await count()).toBe(before);
  expect((await get('/epcis/events/urn:x:e3')).statusCode).toBe(404);
});

test('a declaration about a created event is an event of its own', async () => {
  const errorDeclaration = { declarationTime: '2025-06-02T00:00:00Z', reason: 'did_not_occur' };
  await post('/epcis/events', bare('w', { eventID: 'urn:x:w' }));
  expect((await post('/epcis/events', bare('w', { eventID: 'urn:x:w', errorDeclaration }))).statusCode).toBe(201);
  const { resultsBody } = (await get('/epcis/events/urn:x:w')).json().epcisBody.queryResults;
  expect(resultsBody.eventList).toHaveLength(2);
});

test.each([
  [
    'an event that breaks rules',
    bare('b', { bizStep: '?', eventTime: '2999-01-01T00:00:00Z' }),
    ['/bizStep', '/eventTime'],
  ],
  ['a document', makeDocument([observe('b')]), ['/type']],
  ['a list', [bare('b')], ['']],
])('%s is no bare event, and the answer says where', async (_, payload, pointers) => {
  const before = await count();
  const { status, errors } = (await post('/epcis/events', payload)).json();
  expect(status).toBe(400);
  expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(expect.arrayContaining(pointers));
  expect(await count()).toBe(before);
});

test.each([
  ['entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 400, 'TRACE_MALFORMED_XML'],
  ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 400, 'TRACE_MALFORMED_XML'],
  [
    'an open element',
    '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2"><EPCISBody>',
    400,
    'TRACE_MALFORMED_XML',
  ],
  ['deep nesting', `${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`, 413, 'TRACE_XML_TOO_LARGE'],
])('XML with %s is refused, in XML, with its place', async (_, payload, status, code) => {
  const headers = { 'content-type': 'text/xml', accept: 'application/xml' };
  const response = await post('/epcis/capture', payload, headers);
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toContain('application/problem+xml');
  expect(response.body).toMatch(/<status>\d{3}<\/status>/);
  const inJson = await post('/epcis/capture', payload, { 'content-type': 'text/xml' });
  expect(inJson.json()).toMatchObject({ code, title: expect.stringMatching(/line \d+, column \d+/) });
});

test('XML goes in and the job comes out in XML', async () => {
  await post('/epcis/capture', makeDocument([observe('x1', { bizStep: 'loading' })]));
  const xml = (await get('/epcis/events?EQ_bizStep=loading', { accept: 'application/xml' })).body;
  expect(xml).toContain('urn:epcglobal:epcis-query:xsd:2');
  const again = await post('/epcis/capture', xml, { 'content-type': 'application/xml', accept: 'text/xml' });
  expect(again.statusCode).toBe(202);
  expect(again.body).toContain('EPCISCaptureJob');
  const old = await get('/epcis/events?EQ_bizStep=loading', { accept: 'application/xml', 'gs1-epcis-max': '1.2' });
  expect(old.headers['gs1-epcis-version']).toBe('1.2');
  expect(old.body).toContain('schemaVersion="1.2"');
});

test.each([
  ['EPCIS 3', { 'gs1-epcis-min': '3.0' }, 406],
  ['EPCIS 1.1', { 'gs1-epcis-max': '1.1' }, 406],
  ['EPCIS 1.2 in JSON', { 'gs1-epcis-max': '1.2' }, 406],
  ['CBV 3', { 'gs1-cbv-min': '3.0' }, 406],
  ['HTML', { accept: 'text/html' }, 406],
  ['what is not wanted', { accept: 'application/json;q=0, text/csv' }, 406],
  ['a version without sense', { 'gs1-epcis-version': 'two' }, 400],
  ['a format without sense', { 'gs1-epc-format': 'Roman' }, 400],
  ['prefixes without sense', { 'gs1-extensions': 'foo' }, 400],
])('%s is refused', async (_, headers, status) => {
  expect((await get('/epcis/events', headers)).json()).toMatchObject({
    status,
    instance: expect.stringMatching(/^http:/),
  });
});

test('a URL that is too long has an exception of its own', async () => {
  const response = await get(`/epcis/events?EQ_eventID=${'x'.repeat(8000)}`);
  expect(response.json()).toMatchObject({ status: 414, type: 'epcisException:URITooLongException' });
});

test('identifiers come as Digital Links, as URNs or as they were given', async () => {
  const urn = 'urn:epc:id:sgtin:6901234.056789.f1';
  await post('/epcis/capture', makeDocument([observe('f1', { epcList: [urn], bizStep: 'sampling' })]));
  const read = async (format: string) => {
    const response = await get('/epcis/events?EQ_bizStep=sampling', format === '' ? {} : { 'gs1-epc-format': format });
    return response.json().epcisBody.queryResults.resultsBody.eventList[0].epcList;
  };
  const link = 'https://id.gs1.org/01/06901234567892/21/f1';
  expect([await read(''), await read('Always_EPC_URN'), await read('Never_Translates')]).toEqual([
    [link],
    [urn],
    [urn],
  ]);
  expect(await members('/epcis/epcs?perPage=1000')).toContain(link);
  expect((await get(`/epcis/epcs/${encodeURIComponent(urn)}/events`)).statusCode).toBe(200);
});

test('collections page through what the caller may see, once each', async () => {
  const own = 'https://example.com/step/';
  const events = ['a', 'b', 'c'].flatMap((name) =>
    [1, 2].map((n) => observe(`c${name}${n}`, { bizStep: `${own}${name}` })),
  );
  await post('/epcis/capture', makeDocument(events));
  const hidden = makeDocument([observe('hidden', { bizStep: `${own}hidden`, readPoint: { id: 'urn:x:hidden' } })]);
  await post('/epcis/capture', hidden, { 'xiangyu-audience': 'authority' });
  const seen: string[] = [];
  let url: string | undefined = '/epcis/bizSteps?perPage=7';
  while (url) {
    const page = await get(url);
    seen.push(...page.json().member);
    url = /<([^>]+)>/.exec(String(page.headers.link))?.[1];
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(['accepting', 'void_shipping', `${own}a`, `${own}c`]));
  expect(seen).not.toContain(`${own}hidden`);
  expect(await members('/epcis/readPoints?perPage=1000')).not.toContain('urn:x:hidden');
  expect(await members('/epcis/epcs?perPage=1000')).not.toContain('https://id.gs1.org/01/06901234567892/21/hidden');
  const one = `/epcis/bizSteps/${encodeURIComponent(`${own}hidden`)}`;
  expect([(await get(one)).statusCode, (await get(`${one}/events`)).statusCode]).toEqual([404, 404]);
  // The member that recorded it sees it.
  expect(await members(one, { 'x-member': 'farm' })).toEqual(['events']);
  const twice = await get('/epcis/bizSteps/shipping/events?EQ_bizStep=packing');
  expect(twice.json()).toMatchObject({ status: 400, type: 'epcisException:QueryParameterException' });
});

test('master data of headers and documents answer queries, in JSON and XML', async () => {
  const place = (id: string, name: string, children: string[] = []) => ({
    id,
    attributes: [{ id: 'urn:epcglobal:cbv:mda#name', attribute: name }],
    children,
  });
  const vocabularyElementList = [place('urn:x:farm', 'Farm', ['urn:x:field']), place('urn:x:field', 'Field')];
  const document = makeDocument([], [{ type: 'urn:epcglobal:epcis:vtype:Location', vocabularyElementList }]);
  expect((await post('/epcis/capture', document)).json()).toMatchObject({ success: true, events: 0 });
  const names = async (query: string) =>
    (await get(`/api/trace/vocabulary?${query}`))
      .json()
      .epcisBody.queryResults.resultsBody.vocabularyList.flatMap((list: { vocabularyElementList: { id: string }[] }) =>
        list.vocabularyElementList.map(({ id }) => id),
      );
  expect(await names('WD_name=urn:x:farm')).toEqual(['urn:x:farm', 'urn:x:field']);
  expect(await names(`EQATTR_${encodeURIComponent('urn:epcglobal:cbv:mda#name')}=Field`)).toEqual(['urn:x:field']);
  expect(await names('HASATTR=urn:x:none')).toEqual([]);
  const xml = (await get('/api/trace/vocabulary?EQ_name=urn:x:farm', { accept: 'application/xml' })).body;
  expect(xml).toContain('SimpleMasterDataQuery');
  expect(xml).toContain('urn:x:field');
  expect((await get('/api/trace/vocabulary?NAME=x')).statusCode).toBe(400);
});
