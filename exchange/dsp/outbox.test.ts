import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { publishTestDataset } from '../catalogue/testing.ts';
import type { JsonObject } from '../house.ts';
import type { Negotiation, Transfer } from './dsp.ts';
import { openTestDsp, openWalker, type TestDsp, type Walker } from './testing.ts';

const consumer = 'agri';
const provider = 'civil';
const end = { code: 'x', reason: ['y'] };

let test: TestDsp;
let walker: Walker;
let offer: JsonObject;
let stop: () => Promise<void>;
/** Called for every message between the two, before it is handled and before it is answered. */
let spy: (when: 'before' | 'after') => Promise<void> = async () => {};

beforeAll(async () => {
  walker = await openWalker();
  const timings = { backoffMs: 5, longestBackoffMs: 20, pollMs: 20 };
  test = await openTestDsp({
    participants: [consumer, provider, 'walker'],
    elsewhere: { walker: walker.url },
    timings,
    onMessage: (when) => spy(when),
  });
  walker.meet({ identity: test.identity, slug: 'walker', other: { slug: consumer, url: test.url } });
  test.dsp.use({
    async onNegotiation(_tx, { role, counterparty }, { what }) {
      if (counterparty.slug === 'walker') return { do: 'wait', for: 'person' };
      if (role === 'provider' && what === 'requested') return { do: 'agree' };
      return role === 'provider' && what === 'verified' ? { do: 'finalize' } : null;
    },
    onTransfer: async (_tx, { role, counterparty }, { what, by }) =>
      role === 'provider' && what === 'requested' && by === 'consumer' && counterparty.slug !== 'walker'
        ? { do: 'begin' }
        : null,
  });
  stop = test.run();
  const dataset = await publishTestDataset(test.catalogue, provider);
  const body = await test.dsp.requestDataset({ participant: consumer, counterparty: provider, dataset: dataset.id });
  offer = { ...((body as JsonObject).hasPolicy as JsonObject[])[0], target: dataset.id };
});
afterAll(async () => {
  expect(test.wire.problems).toEqual([]);
  await test.close();
  await walker.close();
});

const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const start = (counterparty = provider) =>
  test.dsp.startNegotiation({ participant: consumer, counterparty, offer, reuse: false });

/** Both sides of a process as their rows are. */
async function sides(table: 'negotiations' | 'transfers', id: string) {
  return test.store.sql<{ id: string; participant: string; state: string; inner_state: string }[]>`
    SELECT o.* FROM ${test.store.sql(`exchange.${table}`)} p JOIN ${test.store.sql(`exchange.${table}`)} o
      ON o.consumer_pid = p.consumer_pid
    WHERE p.id = ${id} ORDER BY o.role`;
}
const settled = (table: 'negotiations' | 'transfers', id: string, states?: readonly string[]) =>
  vi.waitFor(
    async () => {
      const rows = await sides(table, id);
      expect(rows.map(({ inner_state: inner }) => inner)).not.toContain('sending');
      expect(rows).toHaveLength(2);
      expect(rows[0]?.state).toBe(rows[1]?.state);
      if (states) expect(states).toContain(rows[0]?.state);
      return rows;
    },
    { interval: 10, timeout: 10_000 },
  );

/** Messages that each side took and recorded, by type. */
async function taken(id: string): Promise<Record<string, number>> {
  const [own, other] = await sides('negotiations', id);
  const ids = [own?.id ?? '', other?.id ?? ''];
  const rows = await test.store.sql<{ key: string; count: number }[]>`
    SELECT direction || ' ' || step AS key, count(*)::int FROM exchange.dsp_messages
    WHERE process = ANY(${ids}::uuid[]) AND state = 'done' GROUP BY 1`;
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

describe('a connector that is killed', () => {
  const moments = [1, 2, 3, 4].flatMap((nth) => (['before', 'after'] as const).map((when) => ({ nth, when })));
  it.each(moments)('$when message $nth was taken goes on, and nothing is lost or doubled', async ({ nth, when }) => {
    let seen = 0;
    let killed: Promise<void> | null = null;
    spy = async (at) => {
      if (at !== when || ++seen !== nth) return;
      // The answer goes nowhere: whoever waits for it is gone.
      killed = stop();
      await killed;
    };
    const own = await start();
    await soon(() => expect(killed).not.toBeNull());
    await killed;
    spy = async () => {};
    // What the killed one had taken is taken by the next one when it has not been heard of for a while.
    test.passTime(11_000);
    stop = test.run();
    await settled('negotiations', own.id, ['FINALIZED']);
    expect(await taken(own.id)).toEqual({
      'in agree': 1,
      'in finalize': 1,
      'in request': 1,
      'in verify': 1,
      'out agree': 1,
      'out finalize': 1,
      'out request': 1,
      'out verify': 1,
    });
  });

  it('sends the very same bytes again', async () => {
    walker.arrived.length = 0;
    walker.answer = async () => (walker.arrived.length < 2 ? { status: 503 } : null);
    const own = await start('walker');
    await soon(async () => expect((await test.dsp.readNegotiation(consumer, own.id))?.state).toBe('REQUESTED'));
    expect(walker.arrived).toHaveLength(3);
    expect(new Set(walker.arrived.map(({ message }) => JSON.stringify(message))).size).toBe(1);
    expect(walker.arrived[0]?.message['@id']).toMatch(/^urn:uuid:/);
  });

  it('may be two processes over the same tables, and each message is sent by one of them', async () => {
    await stop();
    const patient = { leaseMs: 60_000, answerMs: 50_000 };
    const stops = [1, 2].map(() => test.run(test.openSecond(patient)));
    walker.arrived.length = 0;
    walker.answer = () => null;
    const all = await Promise.all(Array.from({ length: 20 }, () => start('walker')));
    await soon(async () => {
      const states = await Promise.all(
        all.map(async ({ id }) => (await test.dsp.readNegotiation(consumer, id))?.state),
      );
      expect(new Set(states)).toEqual(new Set(['REQUESTED']));
    });
    expect(walker.arrived).toHaveLength(20);
    for (const stopOne of stops) await stopOne();
    stop = test.run();
  });
});

describe('many at once', () => {
  it('do not wait for each other for ever, with fewer connections to the database than negotiations', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, () => start()));
    await vi.waitFor(
      async () => {
        const { items } = await test.dsp.listNegotiations({ participant: consumer, state: 'FINALIZED', perPage: 100 });
        const done = new Set(items.map(({ id }) => id));
        expect(all.filter(({ id }) => !done.has(id))).toEqual([]);
      },
      { timeout: 30_000, interval: 50 },
    );
    const [wrong] = await test.store.sql<{ count: number }[]>`
      SELECT count(*)::int FROM (
        SELECT process, step FROM exchange.dsp_messages WHERE state = 'done' AND direction = 'in'
        GROUP BY process, step HAVING count(*) > 1) AS doubled`;
    expect(wrong?.count).toBe(0);
  });
});

describe('both sides at once', () => {
  type Act = (one: { participant: string; id: string }) => Promise<Transfer>;
  const acts: Record<string, Act> = {
    suspend: (one) => test.dsp.suspend({ ...one, ...end }),
    complete: (one) => test.dsp.complete(one),
    terminate: (one) => test.dsp.terminateTransfer({ ...one, ...end }),
  };
  const pairs = Object.keys(acts).flatMap((left) => Object.keys(acts).map((right) => [left, right] as const));
  let agreementId: string;
  beforeAll(async () => {
    const own = await start();
    await settled('negotiations', own.id, ['FINALIZED']);
    agreementId = String((await test.dsp.readNegotiation(consumer, own.id))?.agreementId);
  });

  it.each(pairs)('the consumer with %s, the provider with %s, come to the same state', async (left, right) => {
    const { id } = await test.dsp.startTransfer({ participant: consumer, agreementId, format: 'f' });
    const [own, theirs] = await settled('transfers', id, ['STARTED']);
    if (!own || !theirs) throw new Error('A side is missing.');
    // A message on its way takes some time, so that the two cross.
    spy = (when) => (when === 'before' ? new Promise((resolve) => setTimeout(resolve, 15)) : Promise.resolve());
    const participants = { [own.participant]: own, [theirs.participant]: theirs };
    const [mine, yours] = [participants[consumer], participants[provider]];
    if (!mine || !yours) throw new Error('A side is missing.');
    await Promise.all([acts[left]?.(mine), acts[right]?.(yours)]);
    const expected = { suspend: 'SUSPENDED', complete: 'COMPLETED', terminate: 'TERMINATED' };
    const [after] = await settled('transfers', id, Object.values(expected));
    spy = async () => {};
    const wanted = [left, right].map((act) => expected[act as keyof typeof expected]);
    // Suspended by one, terminated by the other, it ends terminated; else one of the two wins.
    expect(wanted).toContain(after?.state);
    if (wanted.includes('TERMINATED') && wanted.includes('SUSPENDED')) expect(after?.state).toBe('TERMINATED');
  });
});

describe('another connector', () => {
  const read = async ({ id }: Negotiation) => test.dsp.readNegotiation(consumer, id);

  it('that answers nothing any more shows by its next message that it took ours', async () => {
    // It took the request, and the answer was lost; then it agrees.
    let first: JsonObject = {};
    walker.answer = async ({ message }) => {
      first = message;
      return { status: 503 };
    };
    const own = await start('walker');
    await soon(() => expect(first.consumerPid).toBeDefined());
    const { did } = await test.identity.ensure(consumer);
    const { did: assigner } = await test.identity.ensure('walker');
    const pids = { providerPid: 'urn:walker:1', consumerPid: first.consumerPid ?? '' };
    const agreement = {
      ...(first.offer as JsonObject),
      '@id': 'urn:agreement:lost',
      '@type': 'Agreement',
      assigner,
      assignee: did,
      timestamp: new Date().toISOString(),
    };
    const at = `/negotiations/${encodeURIComponent(String(pids.consumerPid))}/agreement`;
    const message = { '@context': first['@context'] ?? [], '@type': 'ContractAgreementMessage', ...pids, agreement };
    expect((await walker.send(at, message)).status).toBe(200);
    expect(await read(own)).toMatchObject({ state: 'AGREED', providerPid: 'urn:walker:1', agreement });
  });

  it('that refuses the first message ends the process, with its reasons', async () => {
    const body = { '@type': 'ContractNegotiationError', code: '99', reason: ['No such thing.'] };
    walker.answer = async () => ({ status: 400, body });
    const own = await start('walker');
    await soon(async () => expect((await read(own))?.state).toBe('TERMINATED'));
    expect((await read(own))?.ending).toEqual({ code: 'refused', reason: ['99', 'No such thing.'], by: 'consumer' });
  });

  it('that refuses what it has taken is asked for its state', async () => {
    walker.answer = () => null;
    const own = await start('walker');
    await soon(async () => expect((await read(own))?.state).toBe('REQUESTED'));
    walker.answer = async () => ({ status: 400 });
    walker.state = 'TERMINATED';
    await test.dsp.terminateNegotiation({ participant: consumer, id: own.id, ...end });
    await soon(async () => expect((await read(own))?.state).toBe('TERMINATED'));
    expect((await read(own))?.ending).toMatchObject(end);
    walker.state = 'REQUESTED';
  });

  it('that is never there is given up in the end, and silence ends a process too', async () => {
    walker.answer = () => null;
    const waiting = await start('walker');
    await soon(async () => expect((await read(waiting))?.state).toBe('REQUESTED'));
    walker.answer = async () => ({ status: 503 });
    const lost = await start('walker');
    await soon(async () => {
      const [row] = await test.store.sql<{ attempts: number }[]>`
        SELECT attempts FROM exchange.dsp_messages WHERE process = ${lost.id}`;
      expect(row?.attempts).toBeGreaterThan(1);
    });
    test.passTime(25 * 3_600_000);
    await soon(async () => expect((await read(lost))?.state).toBe('TERMINATED'));
    expect((await read(lost))?.ending?.code).toBe('unreachable');
    walker.answer = () => null;
    test.passTime(60 * 24 * 3_600_000);
    await stop();
    stop = test.run();
    await soon(async () => expect((await read(waiting))?.state).toBe('TERMINATED'));
    expect((await read(waiting))?.ending?.code).toBe('timeout');
  });

  it('is told of nothing when the process ends before its first message was sent', async () => {
    await stop();
    walker.arrived.length = 0;
    const own = await start('walker');
    await test.dsp.terminateNegotiation({ participant: consumer, id: own.id, ...end });
    expect((await read(own))?.state).toBe('TERMINATED');
    stop = test.run();
    const other = await start('walker');
    await soon(async () => expect((await read(other))?.state).toBe('REQUESTED'));
    expect(walker.arrived.map(({ message }) => message.consumerPid)).toEqual([other.consumerPid]);
  });
});
