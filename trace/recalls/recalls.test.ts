import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EventDraft, makeDocument } from '../testing/makeDocument.ts';
import { openTestApp } from '../testing/testApp.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';

let room: TestTrace;
let app: FastifyInstance;
const link = (path: string) => `https://id.gs1.org/${path}`;
const lot = link('01/06901234000030/10/R-1');
const otherLot = link('01/06901234000030/10/R-2');
const jam = link('01/96901234000019/10/JAM-1');
const carton = link('01/16901234000037/21/R1');
const pallet = link('00/369012340000000017');
const otherPallet = link('00/369012340000000024');
const shop = link('414/6901234000016');

const at = (day: number) => ({ eventTime: `2025-08-${String(day).padStart(2, '0')}T08:00:00Z` });
const pack = (parentID: string, day: number, more: Partial<EventDraft>): EventDraft => ({
  type: 'AggregationEvent',
  action: 'ADD',
  bizStep: 'packing',
  parentID,
  ...at(day),
  ...more,
});
const see = (bizStep: string, day: number, more: Partial<EventDraft>): EventDraft => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  bizStep,
  ...at(day),
  ...more,
});

beforeAll(async () => {
  room = await openTestTrace();
  app = await openTestApp(room.trace);
  const capture = (member: string, events: EventDraft[], audience?: { kind: 'authority'; members: [] }) =>
    room.trace.capture(makeDocument(events), { member, ...(audience && { audience }) });
  await capture('maker', [
    {
      type: 'ObjectEvent',
      action: 'ADD',
      bizStep: 'commissioning',
      quantityList: [{ epcClass: lot, quantity: 60 }],
      ...at(1),
    },
    {
      type: 'ObjectEvent',
      action: 'ADD',
      bizStep: 'commissioning',
      quantityList: [{ epcClass: otherLot, quantity: 60 }],
      ...at(1),
    },
    pack(carton, 2, { childQuantityList: [{ epcClass: lot, quantity: 20 }] }),
    pack(pallet, 3, { childEPCs: [carton] }),
    pack(otherPallet, 3, { childQuantityList: [{ epcClass: otherLot, quantity: 20 }] }),
    see('shipping', 4, { epcList: [pallet, otherPallet] }),
  ]);
  await capture('inspector', [see('inspecting', 2, { quantityList: [{ epcClass: lot, quantity: 1 }] })]);
  await capture('shop', [
    see('receiving', 5, { epcList: [pallet], bizLocation: { id: shop } }),
    see('retail_selling', 6, { quantityList: [{ epcClass: lot, quantity: 5 }], bizLocation: { id: shop } }),
  ]);
  await capture(
    'kitchen',
    [
      {
        type: 'TransformationEvent',
        inputQuantityList: [{ epcClass: lot, quantity: 40 }],
        outputQuantityList: [{ epcClass: jam, quantity: 8 }],
        ...at(5),
      },
    ],
    { kind: 'authority', members: [] },
  );
});
afterAll(async () => {
  await app?.close();
  await room?.close();
});

const call = async (member: string, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.inject({ method, url: `/api/trace/recalls${url}`, headers: { 'x-member': member }, ...(payload && { payload }) });
const order = { things: [lot], reason: 'Residues above the limit', instructions: 'Take it off the shelf' };

test('a recall reaches every holder, is answered, closed and proven', async () => {
  const started = await call('maker', 'POST', '', order);
  expect(started.statusCode).toBe(201);
  const recall = started.json();
  expect(recall.notices.map(({ holder }: { holder: { slug: string } }) => holder.slug).sort()).toEqual([
    'kitchen',
    'maker',
    'shop',
  ]);
  expect(recall).toMatchObject({ truncated: false, mock: false, state: 'open', completedMs: null, mayClose: true });
  const path = `/${recall.id}`;

  const { items } = (await call('maker', 'GET', `${path}/items`)).json();
  const rows = items.map((item: { thing: { id: string } | null; holder: { slug: string }; lastTime: string }) => [
    item.thing?.id ?? null,
    item.holder.slug,
    item.lastTime?.slice(0, 10) ?? null,
  ]);
  expect(rows).toEqual(
    expect.arrayContaining([
      [pallet, 'shop', '2025-08-05'],
      [lot, 'shop', '2025-08-06'],
      [carton, 'maker', '2025-08-03'],
    ]),
  );
  // The kitchen's step is for the authority alone: that it holds something is told, not what.
  expect(rows).toContainEqual([null, 'kitchen', null]);
  expect(JSON.stringify(rows)).not.toContain('JAM');
  expect(rows.flat()).not.toContain(otherPallet);
  expect(
    items.find(
      (item: { thing: { id: string } | null; holder: { slug: string } }) =>
        item.thing?.id === lot && item.holder.slug === 'shop',
    ),
  ).toMatchObject({ quantity: 5, place: { id: shop } });

  expect((await call('shop', 'GET', '')).json()).toMatchObject({
    waiting: 1,
    recalls: [{ id: recall.id, own: { answer: null } }],
  });
  const own = (await call('shop', 'GET', path)).json();
  expect(own.notices).toHaveLength(1);
  expect(
    (await call('kitchen', 'GET', `${path}/items`))
      .json()
      .items.map(({ thing }: { thing: { id: string } }) => thing.id)
      .sort(),
  ).toEqual([lot, jam].sort());
  expect((await call('stranger', 'GET', path)).statusCode).toBe(404);
  expect((await call('stranger', 'POST', `${path}/answers`, { answer: 'sold' })).statusCode).toBe(403);
  expect((await call('shop', 'POST', `${path}/close`, { outcome: 'over' })).statusCode).toBe(403);

  for (const member of ['shop', 'kitchen', 'maker']) {
    expect(
      (await call(member, 'POST', `${path}/answers`, { answer: 'withdrawn', amount: '15 packs' })).statusCode,
    ).toBe(200);
  }
  const answered = (await call('maker', 'GET', path)).json();
  expect(answered).toMatchObject({ answered: 3, holders: 3, completedMs: expect.any(Number) });
  const csv = await call('maker', 'GET', `${path}/items.csv`);
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body).toContain(`${pallet},`);
  expect(csv.body).toContain(',withdrawn,');
  const warnings = () => app.inject(`/api/trace/recalls/affecting?epc=${encodeURIComponent(carton)}`);
  expect((await warnings()).json().recalls).toMatchObject([{ id: recall.id, reason: order.reason }]);

  const closed = (await call('maker', 'POST', `${path}/close`, { outcome: 'All goods are back' })).json();
  expect(closed).toMatchObject({ state: 'closed', outcome: 'All goods are back', mayClose: false });
  expect(closed.acts.map(({ kind }: { kind: string }) => kind)).toEqual([
    'started',
    'answered',
    'answered',
    'answered',
    'closed',
  ]);
  for (const { statementId } of closed.acts) expect(await room.ledger.statements.read([statementId])).toHaveLength(1);
  expect((await call('shop', 'POST', `${path}/answers`, { answer: 'sold' })).statusCode).toBe(409);
  expect((await warnings()).json().recalls).toEqual([]);
});

test('only who made it may recall it, and a wrong thing is refused before anything is kept', async () => {
  const refused = await call('shop', 'POST', '', order);
  expect(refused.json()).toMatchObject({ status: 403, code: 'RECALL_NOT_YOURS' });
  // Saying afterwards that one made it gives no right to what another made.
  const claim: EventDraft = { type: 'ObjectEvent', action: 'ADD', quantityList: [{ epcClass: lot }], ...at(9) };
  await room.trace.capture(makeDocument([claim]), { member: 'shop' });
  expect((await call('shop', 'POST', '', order)).json()).toMatchObject({ code: 'RECALL_NOT_YOURS' });
  const unknown = await call('shop', 'POST', '', { ...order, things: [jam] });
  expect(unknown.json()).toMatchObject({ code: 'RECALL_NOTHING_KNOWN' });
  const wrong = await call('maker', 'POST', '', { ...order, things: ['https://example.com/x'] });
  expect(wrong.json()).toMatchObject({ status: 400, code: 'RECALL_THING_INVALID' });
  const [row] = await room.store.sql<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM trace.recalls WHERE member = 'shop'`;
  expect(row?.count).toBe(0);
});

test('an exercise is measured and warns nobody', async () => {
  const mock = (await call('maker', 'POST', '', { ...order, mock: true })).json();
  expect(mock).toMatchObject({ mock: true, tracedMs: expect.any(Number) });
  const warnings = await app.inject(`/api/trace/recalls/affecting?epc=${encodeURIComponent(lot)}`);
  expect(warnings.json().recalls).toEqual([]);
});
