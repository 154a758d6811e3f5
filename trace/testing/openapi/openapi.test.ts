import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContext } from '../../../host/index.ts';
import { hashEvents, type JsonValue } from '../../../proof/index.ts';
import { createTrace } from '../../createTrace.ts';
import { openTestTrace, type TestTrace } from '../../testing.ts';
import { hasConformance, readExamples, readXmlExamples } from '../conformance.ts';
import { makeDocument, observe } from '../makeDocument.ts';
import { openTestApp } from '../testApp.ts';
import { type StatementRow, verifyStatement } from '../verifyStatement.ts';
import { type Operation, readDescription } from './description.ts';
import { exercisedOperations } from './watchExchanges.ts';

/** What stands in the paths of this test. */
const samples: Record<string, string> = {
  eventID: 'urn:x:openapi:1',
  eventType: 'ObjectEvent',
  epc: 'https://id.gs1.org/01/06901234567892/21/o1',
  bizStep: 'packing',
  bizLocation: 'https://id.gs1.org/414/9521900000019',
  readPoint: 'https://id.gs1.org/414/9521900000019/254/gate',
  disposition: 'active',
  queryName: 'openapi',
  token: 'none',
};
const places = { bizLocation: { id: samples.bizLocation ?? '' }, readPoint: { id: samples.readPoint ?? '' } };
const words = { bizStep: 'packing', disposition: 'active' };

describe.skipIf(!hasConformance)("GS1's description of the REST interface", () => {
  let room: TestTrace;
  let app: FastifyInstance;
  const score = { documents: 0, xml: 0, masterData: 0, jobs: 0 };
  beforeAll(async () => {
    room = await openTestTrace();
    const context = createContext({ signal: new AbortController().signal, level: 'silent' });
    const { store, ledger } = room;
    const webhooks = { secret: '22'.repeat(32), allowPrivateUrls: true };
    app = await openTestApp(createTrace({ store, ledger, context, webhooks }));
  });
  afterAll(async () => {
    const { length } = readDescription().operations;
    console.table({
      'operations exercised': `${length - missing().length} / ${length}`,
      'JSON documents captured': `${score.documents} / ${readExamples().length}`,
      'XML documents captured': `${score.xml} / ${readXmlExamples().length} (${score.masterData} of them master data; ${score.jobs} further are capture jobs, which nobody captures)`,
    });
    await app?.close();
    await room?.close();
  });

  const missing = () =>
    readDescription()
      .operations.map(({ name }) => name)
      .filter((name) => !exercisedOperations(app).has(name));
  const ask = async (options: InjectOptions) => {
    const headers = { 'x-member': 'farm', ...options.headers };
    const response = await app.inject({ ...options, headers });
    expect(response.statusCode, response.body.slice(0, 800)).toBeLessThan(300);
    return response;
  };
  const get = (url: string, accept = 'application/json') => ask({ url, headers: { accept } });
  const post = (url: string, payload: object) => ask({ method: 'POST', url, payload });
  const remove = (url: string) => ask({ method: 'DELETE', url });
  const urlOf = ({ path }: Operation) =>
    `/epcis${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(samples[name] ?? 'none'))}`.replace(
      /\/$/,
      '',
    );

  test('every operation is there and keeps to its words', async () => {
    const document = makeDocument([observe('o1', { ...places, ...words }), observe('o2')]);
    const job = (await post('/epcis/capture', document)).headers.location ?? '';
    await post('/epcis/events', { ...makeEvent(), eventID: samples.eventID });
    await post('/epcis/queries', { name: 'openapi', query: { EQ_bizStep: ['packing'] } });
    const hook = { dest: 'http://127.0.0.1:9/', signatureToken: 'a token of some length', stream: true };
    const subscription = (await post('/epcis/queries/openapi/subscriptions', hook)).headers.location ?? '';
    samples.captureID = String(job).split('/').at(-1) ?? '';
    samples.subscriptionID = String(subscription).split('/').at(-1) ?? '';
    await get(String(job), 'application/xml');
    for (const operation of readDescription().operations) {
      if (operation.method === 'options') {
        const { statusCode, headers } = await ask({ method: 'OPTIONS', url: urlOf(operation) });
        expect([operation.path, statusCode]).toEqual([operation.path, 204]);
        const siblings = readDescription().operations.filter(({ path }) => path === operation.path);
        const allowed = siblings
          .map(({ method }) => method.toUpperCase())
          .filter((method) => method !== 'DELETE' || operation.path !== '/nextPageToken/{token}');
        expect(String(headers.allow).split(', ').sort(), operation.path).toEqual(allowed.sort());
      } else if (operation.method === 'get') {
        await get(urlOf(operation));
        if (operation.path.endsWith('/events')) await get(urlOf(operation), 'application/xml');
      }
    }
    const page = await get('/epcis/eventTypes?perPage=1');
    const token = /nextPageToken=([^>]+)/.exec(String(page.headers.link))?.[1] ?? '';
    await remove(`/epcis/nextPageToken/${token}`);
    expect((await app.inject(`/epcis/eventTypes?perPage=1&nextPageToken=${token}`)).statusCode).toBe(400);
    await remove(String(subscription));
    await remove('/epcis/queries/openapi');
    expect(readDescription().operations).toHaveLength(63);
    expect(missing()).toEqual([]);
  });

  /** The examples use some eventIDs for several contents, so each is alone. Deleting a few rows is quicker than TRUNCATE. */
  const forget = () => room.store.sql`
    WITH things AS (DELETE FROM trace.event_things), ids AS (DELETE FROM trace.event_ids) DELETE FROM trace.events`;

  test.each(readExamples())('$name goes in as JSON and comes back in every form', async ({ document }) => {
    await forget();
    const { captureID, ...job } = (await post('/epcis/capture', document)).json();
    expect(job).toMatchObject({ success: true, errors: [] });
    score.documents += 1;
    const given = [...new Set(hashEvents(document as JsonValue))].sort();
    for (const format of ['Always_GS1_Digital_Link', 'Always_EPC_URN']) {
      const answer = await ask({ url: '/epcis/events?perPage=1000', headers: { 'gs1-epc-format': format } });
      expect(answer.headers['gs1-epc-format']).toBe(format);
      expect([...new Set(hashEvents(answer.json()))].sort()).toEqual(given);
    }
    await get('/epcis/events?perPage=1000', 'application/xml');
  });

  test('the evidence of every example proves its event, and every declaration is proven too', async () => {
    const rows = await room.store.sql<StatementRow[]>`
      SELECT encoded, salt, content FROM ledger.statements JOIN ledger.payloads ON statement_seq = seq`;
    const kinds = rows.map(({ encoded }) => (JSON.parse(encoded) as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'epcis.event').length).toBeGreaterThan(score.documents);
    expect(kinds.filter((kind) => kind === 'epcis.errorDeclaration').length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(await verifyStatement(row)).toMatchObject({ payload: true, event: true, inclusion: true });
    }
  });

  test.each(readXmlExamples())('$name goes in as XML', async ({ name, text }) => {
    await forget();
    const headers = { 'x-member': 'farm', 'content-type': 'application/xml' };
    const response = await app.inject({ method: 'POST', url: '/epcis/capture', headers, payload: text });
    if (name.startsWith('CaptureJob')) {
      expect(response.json()).toMatchObject({ status: 400, code: 'TRACE_MALFORMED_XML' });
      score.jobs += 1;
      return;
    }
    expect(response.json()).toMatchObject({ success: true, errors: [] });
    const events = text.match(/<(?:Object|Aggregation|Association|Transaction|Transformation)Event[\s>]/g) ?? [];
    const { events: stored, duplicates } = response.json();
    expect(stored + duplicates.length).toBe(events.length);
    score.xml += 1;
    if (events.length === 0) score.masterData += 1;
    await get('/epcis/events?perPage=1000');
  });
});

function makeEvent() {
  const { epcisBody } = makeDocument([observe('o3')]) as { epcisBody: { eventList: object[] } };
  return epcisBody.eventList[0];
}
