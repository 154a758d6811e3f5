import { request as requestHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createContext } from '../../host/index.ts';
import { createTrace, type Trace } from '../createTrace.ts';
import { readWatermark } from '../readWatermark.ts';
import { makeDocument, observe } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { nextRun, parseSchedule } from './schedule.ts';
import { isSigned, serialsOf, startReceiver, type TestReceiver } from './testReceiver.ts';

let room: TestTrace;
let trace: Trace;
let app: FastifyInstance;
let receiver: TestReceiver;
let port = 0;
let running: { stop: AbortController; done: Promise<void> };

function run() {
  const stop = new AbortController();
  running = { stop, done: trace.queries.run(stop.signal) };
}

beforeAll(async () => {
  room = await openTestTrace();
  receiver = await startReceiver();
  const context = createContext({ signal: new AbortController().signal, level: 'silent' });
  trace = createTrace({
    store: room.store,
    ledger: room.ledger,
    context,
    readMembers: async (slugs) => slugs.map((slug) => ({ slug, name: { zh: slug, en: slug } })),
    webhooks: { secret: '22'.repeat(32), allowPrivateUrls: true, retryDelayMs: () => 20 },
  });
  app = await openTestApp(trace);
  app.server.prependListener('upgrade', ({ headers }) => {
    // As if the sign-in of the server refused: in its own hooks, before those of the WebSocket.
    if (headers['x-refuse']) headers.accept = 'text/nothing';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as AddressInfo).port;
  run();
});
afterAll(async () => {
  running?.stop.abort();
  await running?.done;
  await app?.close();
  await receiver?.close();
  await room?.close();
});

interface Asked {
  method?: 'GET' | 'POST' | 'DELETE' | 'OPTIONS';
  member?: string | null;
  body?: unknown;
}

async function ask(path: string, { method = 'GET', member = 'farm', body }: Asked = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(member === null ? {} : { 'x-member': member }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
}

const define = (name: string, step: string, member = 'farm') =>
  ask('/epcis/queries', { method: 'POST', member, body: { name, query: { EQ_bizStep: [step] } } });
const capture = (serials: string[], bizStep: string, member = 'farm', audience?: 'authority') =>
  trace.capture(makeDocument(serials.map((serial) => observe(serial, { bizStep }))), {
    member,
    ...(audience && { audience: { kind: audience, members: [] } }),
  });
const told = () => receiver.received.flatMap(({ body }) => serialsOf(body));

describe('named queries', () => {
  test('are defined once, listed, run with the rights of the caller, and removed by their member', async () => {
    const made = await define('all packing', 'packing');
    expect(made).toMatchObject({ status: 201, body: null });
    expect(made.headers.get('location')).toBe('/epcis/queries/all%20packing');
    expect(await define('all packing', 'shipping', 'shop')).toMatchObject({
      status: 409,
      body: { type: 'epcisException:ResourceAlreadyExistsException' },
    });
    expect(await define('SimpleEventQuery', 'packing')).toMatchObject({ status: 409 });
    expect(await define('a/b', 'packing')).toMatchObject({ status: 400 });
    const wrong = { name: 'wrong', query: { EQ_nonsense: ['x'] } };
    expect(await ask('/epcis/queries', { method: 'POST', body: wrong })).toMatchObject({
      status: 400,
      body: { type: 'epcisException:QueryParameterException' },
    });
    await define('b', 'packing');
    const definition = { name: 'all packing', query: { EQ_bizStep: ['packing'] } };
    expect((await ask('/epcis/queries/all%20packing', { member: null })).body).toEqual([definition]);
    const first = await ask('/epcis/queries?perPage=1', { member: null });
    expect(first.body).toEqual([definition]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect((await ask(next, { member: null })).body).toEqual([{ name: 'b', query: { EQ_bizStep: ['packing'] } }]);

    await capture(['n1', 'n2'], 'packing');
    await capture(['n3'], 'packing', 'farm', 'authority');
    const mine = await ask('/epcis/queries/b/events?perPage=2');
    expect(serialsOf(JSON.stringify(mine.body))).toHaveLength(2);
    expect(mine.headers.get('link')).toContain('nextPageToken');
    const everybodys = await ask('/epcis/queries/b/events', { member: null });
    expect(serialsOf(JSON.stringify(everybodys.body)).sort()).toEqual(['n1', 'n2']);
    expect(everybodys.body.epcisBody.queryResults.queryName).toBe('b');

    expect(await ask('/epcis/queries/b', { method: 'DELETE', member: 'shop' })).toMatchObject({ status: 403 });
    expect(await ask('/epcis/queries/b', { method: 'DELETE' })).toMatchObject({ status: 204 });
    for (const path of ['/epcis/queries/b', '/epcis/queries/b/events', '/epcis/queries/b/subscriptions']) {
      expect(await ask(path)).toMatchObject({ status: 404, body: { type: 'epcisException:NoSuchNameException' } });
    }
  });
});

describe('webhook subscriptions', () => {
  const subscribe = (query: string, more: object, member = 'farm') =>
    ask(`/epcis/queries/${query}/subscriptions`, { method: 'POST', member, body: { dest: receiver.url, ...more } });

  test('are refused when they do not say when to report, or where', async () => {
    await define('refused', 'loading');
    const controls = { status: 400, body: { type: 'epcisException:SubscriptionControlsException' } };
    expect(await subscribe('refused', {})).toMatchObject(controls);
    expect(await subscribe('refused', { stream: true, schedule: { hour: '1' } })).toMatchObject(controls);
    expect(await subscribe('refused', { schedule: {} })).toMatchObject(controls);
    expect(await subscribe('refused', { schedule: { minute: '61' } })).toMatchObject(controls);
    expect(await subscribe('refused', { stream: false })).toMatchObject(controls);
    const invalid = { status: 400, body: { code: 'TRACE_SUBSCRIPTION_INVALID' } };
    expect(await subscribe('refused', { stream: true, initialRecordTime: 'soon' })).toMatchObject(invalid);
    expect(await subscribe('refused', { stream: true, extra: 1 })).toMatchObject(invalid);
    expect(await subscribe('refused', { stream: true, dest: 'ftp://x.example' })).toMatchObject({ status: 400 });
    expect(await subscribe('none', { stream: true })).toMatchObject({ status: 404 });
    const strict = room.trace.queries.subscribe({
      member: 'farm',
      query: 'refused',
      body: { dest: 'http://127.0.0.1:9/', stream: true },
      epcFormat: 'No_Preference',
    });
    await expect(strict).rejects.toMatchObject({ code: 'HOST_ADDRESS_PRIVATE' });
  });

  test('get every new event in order, signed, again until they are taken, and nothing that is not for them', async () => {
    await define('loads', 'loading');
    await capture(['before'], 'loading');
    receiver.received.length = 0;
    receiver.answer = (at) => (at === 1 ? 500 : 200);
    const made = await subscribe('loads', { stream: true, signatureToken: 'geheim 秘密' }, 'shop');
    expect(made).toMatchObject({ status: 201, body: { dest: receiver.url, stream: true } });
    expect(JSON.stringify(made.body)).not.toContain('geheim');
    const { pathname } = new URL(made.headers.get('location') ?? '');
    expect(pathname).toBe(`/epcis/queries/loads/subscriptions/${made.body.subscriptionID}`);
    await capture(['s1', 's2'], 'loading');
    await capture(['hidden'], 'loading', 'farm', 'authority');
    await capture(['other'], 'shipping');
    await capture(['s3'], 'loading');
    await vi.waitFor(() => expect(new Set(told())).toEqual(new Set(['s1', 's2', 's3'])), { timeout: 5_000 });
    const [failed, repeated] = receiver.received;
    expect(failed?.headers['xiangyu-push']).toBe(repeated?.headers['xiangyu-push']);
    expect(told().slice(serialsOf(failed?.body ?? '').length)).toEqual(['s1', 's2', 's3']);
    expect(receiver.received.every((push) => isSigned(push, 'geheim 秘密'))).toBe(true);
    expect(isSigned(receiver.received[0] ?? { headers: {}, body: '' }, 'other')).toBe(false);
    const { queryResults } = JSON.parse(repeated?.body ?? '').epcisBody;
    expect(queryResults).toMatchObject({ queryName: 'loads', subscriptionID: made.body.subscriptionID });

    const read = () => ask(pathname, { member: 'shop' });
    await vi.waitFor(async () => expect((await read()).body).toHaveProperty('lastNotifiedAt'));
    expect((await ask('/epcis/queries/loads/subscriptions', { member: 'shop' })).body).toHaveLength(1);
    expect((await ask('/epcis/queries/loads/subscriptions')).body).toEqual([]);
    expect((await ask(pathname)).status).toBe(404);
    const options = await ask(pathname, { method: 'OPTIONS', member: 'shop' });
    expect(options.status).toBe(204);
    expect(Date.parse(options.headers.get('gs1-query-min-record-time') ?? '')).toBeGreaterThan(0);
    expect(options.headers.get('allow')).toBe('OPTIONS, GET, DELETE');
    expect((await ask(pathname, { method: 'DELETE', member: 'shop' })).status).toBe(204);
    expect((await read()).status).toBe(404);
  });

  test('go on after the platform was killed with a push under way, and end with their query', async () => {
    await define('arrivals', 'arriving');
    receiver.received.length = 0;
    receiver.answer = () => new Promise(() => undefined);
    const body = { stream: true, initialRecordTime: '2020-01-01T00:00:00Z' };
    await capture(['k1'], 'arriving');
    expect(await subscribe('arrivals', body)).toMatchObject({ status: 201 });
    await vi.waitFor(() => expect(told()).toEqual(['k1']), { timeout: 5_000 });
    running.stop.abort();
    await running.done;
    await capture(['k2'], 'arriving');
    receiver.answer = () => 200;
    run();
    await vi.waitFor(() => expect(told()).toEqual(['k1', 'k1', 'k2']), { timeout: 5_000 });
    expect(receiver.received[0]?.headers['xiangyu-push']).toBe(receiver.received[1]?.headers['xiangyu-push']);
    expect(receiver.received[0]?.headers).not.toHaveProperty('gs1-signature');
    expect((await ask('/epcis/queries/arrivals', { method: 'DELETE' })).status).toBe(204);
    const [left] = await room.store.sql`SELECT count(*)::int AS left FROM trace.subscriptions WHERE query = 'arrivals'`;
    expect(left).toEqual({ left: 0 });
  });

  test('on a schedule tell also that there is nothing, and take smaller pushes when asked to', async () => {
    await define('departures', 'departing');
    receiver.received.length = 0;
    receiver.answer = (at) =>
      receiver.received[at - 1]?.body.includes('d1') && serialsOf(receiver.received[at - 1]?.body ?? '').length > 2
        ? 413
        : 200;
    await capture(['d1', 'd2', 'd3', 'd4'], 'departing');
    const initialRecordTime = '2020-01-01T00:00:00Z';
    const schedule = { second: '0/1' };
    await subscribe('departures', { schedule, reportIfEmpty: true, initialRecordTime });
    await vi.waitFor(() => expect(receiver.received.some(({ body }) => serialsOf(body).length === 0)).toBe(true), {
      timeout: 6_000,
    });
    expect(receiver.received.slice(0, 3).map(({ body }) => serialsOf(body))).toEqual([
      ['d1', 'd2', 'd3', 'd4'],
      ['d1', 'd2'],
      ['d3', 'd4'],
    ]);
    receiver.answer = () => 410;
    const left = () => room.store.sql`SELECT FROM trace.subscriptions WHERE query = 'departures'`;
    await vi.waitFor(async () => expect(await left()).toHaveLength(0), { timeout: 5_000 });
    receiver.answer = () => 200;
  });
});

describe('WebSocket subscriptions', () => {
  const open = (path: string, member: string | null = 'farm') => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: member === null ? {} : { 'x-member': member },
    });
    const messages: string[] = [];
    let closed: { code: number; reason: string } | null = null;
    let refused: number | null = null;
    const ready = new Promise<void>((resolve) => {
      socket.once('open', resolve);
      socket.once('unexpected-response', (_, response) => {
        refused = response.statusCode ?? 0;
        response.destroy();
        resolve();
      });
    });
    socket.on('message', (data) => messages.push(String(data)));
    socket.on('close', (code, reason) => {
      closed = { code, reason: String(reason) };
    });
    socket.on('error', () => undefined);
    return { socket, messages, ready, closed: () => closed, refused: () => refused };
  };

  test('get what is captured, within the rights of the caller, until the query is removed', async () => {
    await define('picks', 'picking');
    const streams = [
      open('/epcis/queries/picks/events?stream=true', 'shop'),
      open('/epcis/queries/picks/events?stream=true'),
    ];
    const timed = open('/epcis/queries/picks/events?second=*&reportIfEmpty=true');
    await Promise.all([...streams, timed].map(({ ready }) => ready));
    await capture(['p1'], 'picking');
    await capture(['p2'], 'picking', 'farm', 'authority');
    const [shop, farm] = streams;
    const toldTo = (messages: string[] = []) => messages.flatMap(serialsOf);
    await vi.waitFor(() => expect(toldTo(farm?.messages)).toEqual(['p1', 'p2']), { timeout: 5_000 });
    await vi.waitFor(() => expect(toldTo(shop?.messages)).toEqual(['p1']), { timeout: 5_000 });
    await vi.waitFor(() => expect(toldTo(timed.messages)).toEqual(['p1', 'p2']), { timeout: 5_000 });
    const late = open('/epcis/queries/picks/events?stream=true&initialRecordTime=2020-01-01T00:00:00Z', 'shop');
    await vi.waitFor(() => expect(toldTo(late.messages)).toEqual(['p1']), { timeout: 5_000 });
    await ask('/epcis/queries/picks', { method: 'DELETE' });
    await vi.waitFor(() => expect(farm?.closed()).toEqual({ code: 1000, reason: 'The query was removed.' }));
    for (const { socket } of [...streams, timed, late]) socket.terminate();
  });

  test('are refused before the upgrade, and other upgrades are answered as ever', async () => {
    await define('refusals', 'picking');
    const cases: [string, string | null, number][] = [
      ['/epcis/queries/refusals/events?stream=true', null, 401],
      ['/epcis/queries/refusals/events', 'farm', 400],
      ['/epcis/queries/refusals/events?stream=true&minute=5', 'farm', 400],
      ['/epcis/queries/none/events?stream=true', 'farm', 404],
    ];
    for (const [path, member, status] of cases) {
      const attempt = open(path, member);
      await attempt.ready;
      expect(attempt.refused(), path).toBe(status);
      attempt.socket.terminate();
    }
    // Refused by the application around these routes, with a client that waits: the platform ends the connection.
    const stubborn = new WebSocket(`ws://127.0.0.1:${port}/epcis/queries/refusals/events?stream=true`, {
      headers: { 'x-refuse': 'yes' },
    });
    stubborn.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      stubborn.once('unexpected-response', (_, response) => {
        response.resume();
        response.socket.once('close', () => resolve());
      });
    });
    expect(await ask('/epcis/queries/refusals/events?stream=true')).toMatchObject({ status: 400 });
    // A client that offers HTTP/2 with its first request, as those of Java do, must not lose the body.
    const status = await new Promise((resolve, reject) => {
      const body = JSON.stringify({ name: 'by java', query: {} });
      const headers = {
        'x-member': 'farm',
        'content-type': 'application/json',
        connection: 'Upgrade, HTTP2-Settings',
        upgrade: 'h2c',
        'http2-settings': '',
      };
      requestHttp({ port, path: '/epcis/queries', method: 'POST', headers }, ({ statusCode }) => resolve(statusCode))
        .once('error', reject)
        .end(body);
    });
    expect(status).toBe(201);
  });
});

test('what slower captures will still add is waited for, so that nobody reads past it', async () => {
  const [began, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = room.store.transaction(async (tx) => {
    await tx`DELETE FROM trace.events WHERE false`;
    began.resolve();
    await goOn.promise;
  });
  await began.promise;
  let known = false;
  const reading = readWatermark(room.store.sql).finally(() => {
    known = true;
  });
  await room.store.sql`SELECT pg_sleep(0.05)`;
  expect(known).toBe(false);
  goOn.resolve();
  expect(await reading).toMatch(/^[1-9]\d*$/);
  await slow;
});

describe('schedules', () => {
  const next = (given: Record<string, unknown>) =>
    nextRun(parseSchedule(given), new Date('2026-11-21T14:00:00.500Z'))?.toISOString();

  test('are read as the standard writes them; what is finer than given is zero', () => {
    expect(next({ hour: '1', minute: '5' })).toBe('2026-11-22T01:05:00.000Z');
    expect(next({ second: '0/30' })).toBe('2026-11-21T14:00:30.000Z');
    expect(next({ minute: '3,[10-12]' })).toBe('2026-11-21T14:03:00.000Z');
    expect(next({ dayOfWeek: '7' })).toBe('2026-11-22T00:00:00.000Z');
    expect(next({ dayOfMonth: '1', dayOfWeek: '1' })).toBe('2027-02-01T00:00:00.000Z');
    expect(next({ hour: 9 })).toBe('2026-11-22T09:00:00.000Z');
  });

  test('that nothing can match are refused', () => {
    for (const wrong of [
      { dayOfMonth: '31', month: '2' },
      { second: '60' },
      { hour: '[5-2]' },
      { dayOfWeek: '0' },
      { minute: '' },
      { year: '1' },
    ]) {
      expect(() => parseSchedule(wrong), JSON.stringify(wrong)).toThrow(
        expect.objectContaining({ code: 'TRACE_SUBSCRIPTION_CONTROLS' }),
      );
    }
  });
});
