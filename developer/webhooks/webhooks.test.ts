import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { migrate, readMigrations } from '../../store/index.ts';
import { createTestDatabase, silentLogger, type TestDatabase } from '../../store/testing.ts';
import { resumeWebhook, rotateSecret } from './changeWebhook.ts';
import { createWebhook } from './createWebhook.ts';
import type { EventSource, TransactionEvent } from './fanOutEvents.ts';
import { readWebhook } from './findWebhooks.ts';
import { findMessages, replayMessages } from './messages.ts';
import { pingWebhook } from './pingWebhook.ts';
import { runWebhooks } from './runWebhooks.ts';
import type { ToldState } from './webhook.ts';

interface Received {
  id: string;
  timestamp: string;
  signature: string;
  body: string;
}

const platformSecret = 'ab'.repeat(32);
const events: TransactionEvent[] = [];
let database: TestDatabase;
let receiver: Server;
let url = '';
let received: Received[] = [];
let answer: (message: Received) => number = () => 204;
let stop: AbortController;
let running: Promise<void>;

/** The events of the lanes, as they were written down. */
const source: EventSource = {
  channel: 'test_events',
  read: async ({ after, limit }) => events.slice(after === null ? 0 : Number(after), Number(after ?? 0) + limit),
  readEnd: async () => (events.length > 0 ? String(events.length) : null),
};

function start(changes: { giveUpMs?: number } = {}): void {
  stop = new AbortController();
  running = runWebhooks({
    store: database.store,
    source,
    platformSecret,
    allowPrivate: true,
    timeoutMs: 2_000,
    retryDelayMs: () => 20,
    giveUpMs: 60_000,
    logger: silentLogger,
    signal: stop.signal,
    ...changes,
  });
}

async function happen(tenant: string, ...states: ToldState[]): Promise<void> {
  for (const state of states) {
    const number = events.length + 1;
    const at = '2026-01-02T03:04:05.000Z';
    events.push({ id: `tx_${number}`, cursor: String(number), tenant, transactionId: '7', state, at });
  }
  await database.store.notify(database.store.sql, source.channel, '');
}

const subscribe = (states?: ToldState[]) =>
  createWebhook({ store: database.store, platformSecret, allowPrivate: true, member: 'orchard', url, states });

beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.store, readMigrations('developer', new URL('../migrations/', import.meta.url)));
  events.length = 0;
  received = [];
  answer = () => 204;
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const header = (name: string) => String(request.headers[name]);
    const message = {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      body,
    };
    const status = answer(message);
    if (status < 300) received.push(message);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
  stop.abort();
  await running;
  receiver.closeAllConnections();
  receiver.close();
  await database.drop();
});

const sign = (secret: string, { id, timestamp, body }: Received) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')}`;

test('only the wanted changes of the own transactions arrive, signed, in order, once', async () => {
  const { secret, id } = await subscribe(['executed', 'confirmed']);
  start();
  await happen('orchard', 'queued', 'executed');
  await happen('press', 'executed');
  await happen('orchard', 'confirmed');
  await vi.waitFor(() => expect(received.map((message) => message.id)).toEqual(['tx_2', 'tx_4']), 5_000);
  const [first] = received;
  expect(first && sign(secret, first)).toBe(first?.signature);
  expect(JSON.parse(first?.body ?? '')).toEqual({
    type: 'transaction.executed',
    timestamp: '2026-01-02T03:04:05.000Z',
    data: { transactionId: '7', state: 'executed', at: '2026-01-02T03:04:05.000Z' },
  });
  await vi.waitFor(async () =>
    expect(await readWebhook(database.store.sql, 'orchard', id)).toMatchObject({ pending: 0 }),
  );
});

test('a message that fails holds up the later ones and is sent again, the same under the same id', async () => {
  await subscribe();
  const seen: string[] = [];
  answer = ({ id, body }) => {
    seen.push(`${id} ${body}`);
    return seen.length < 4 ? 503 : 200;
  };
  start();
  await happen('orchard', 'queued', 'signed');
  await vi.waitFor(() => expect(received.map(({ id }) => id)).toEqual(['tx_1', 'tx_2']), 5_000);
  expect(new Set(seen.slice(0, 4)).size).toBe(1);
});

test('what is told survives a stop between the event and its delivery', async () => {
  await subscribe();
  answer = () => 500;
  start();
  await happen('orchard', 'queued');
  await vi.waitFor(async () => {
    const [row] = await database.store.sql`SELECT attempts FROM developer.messages`;
    expect(row?.attempts).toBeGreaterThan(1);
  }, 5_000);
  stop.abort();
  await running;
  await happen('orchard', 'signed');
  answer = () => 200;
  start();
  await vi.waitFor(() => expect(received.map(({ id }) => id)).toEqual(['tx_1', 'tx_2']), 5_000);
});

test('a message given up is a dead letter, lets the next one pass, and can be replayed', async () => {
  const { id } = await subscribe();
  answer = ({ id: messageId }) => (messageId === 'tx_1' ? 500 : 200);
  start({ giveUpMs: 100 });
  await happen('orchard', 'queued', 'signed');
  await vi.waitFor(() => expect(received.map((message) => message.id)).toEqual(['tx_2']), 5_000);
  const dead = await findMessages(database.store.sql, { member: 'orchard', webhookId: id, state: 'dead', limit: 10 });
  expect(dead.items).toMatchObject([{ messageId: 'tx_1', lastStatus: 500, deliveredAt: null }]);
  answer = () => 200;
  expect(await replayMessages({ store: database.store, member: 'orchard', id })).toBe(1);
  await vi.waitFor(() => expect(received.map((message) => message.id)).toEqual(['tx_2', 'tx_1']), 5_000);
  await expect(replayMessages({ store: database.store, member: 'press', id })).rejects.toMatchObject({
    code: 'DEVELOPER_WEBHOOK_UNKNOWN',
  });
});

test('a receiver that is gone pauses its webhook; resumed, what waited arrives', async () => {
  const { id } = await subscribe();
  answer = () => 410;
  start();
  await happen('orchard', 'queued', 'signed');
  await vi.waitFor(
    async () => expect((await readWebhook(database.store.sql, 'orchard', id)).pausedAt).not.toBeNull(),
    5_000,
  );
  answer = () => 200;
  await resumeWebhook({ store: database.store, member: 'orchard', id });
  await vi.waitFor(() => expect(received.map((message) => message.id)).toEqual(['tx_2']), 5_000);
});

test('after a rotation both secrets sign, and a ping shows that the way works', async () => {
  const { id, secret } = await subscribe();
  const newer = await rotateSecret({ store: database.store, member: 'orchard', id, platformSecret });
  start();
  await pingWebhook({ store: database.store, member: 'orchard', id });
  await vi.waitFor(() => expect(received).toHaveLength(1), 5_000);
  const [ping] = received;
  expect(newer).not.toBe(secret);
  expect(ping?.signature.split(' ')).toEqual(ping ? [sign(newer, ping), sign(secret, ping)] : []);
});

test('a private address is refused where the operator does not allow them', async () => {
  start();
  const refused = createWebhook({ store: database.store, platformSecret, allowPrivate: false, member: 'orchard', url });
  await expect(refused).rejects.toMatchObject({ code: 'HOST_ADDRESS_PRIVATE' });
});
