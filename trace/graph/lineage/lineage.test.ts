import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer, systemViewer, type Viewer } from '../../access/viewer.ts';
import { chain, things, vocabularies } from '../../testing/chain.ts';
import { type EventDraft, makeDocument } from '../../testing/makeDocument.ts';
import { openTestTrace, type TestTrace } from '../../testing.ts';
import type { Direction, Lineage, OpenEvent } from './model.ts';

let room: TestTrace;
const link = (path: string) => `https://id.gs1.org/${path}`;
const flour = link('01/06901234000030/10/FLOUR-1');
const bread = link('01/06901234000030/10/BREAD-1');
const breadCase = link('01/16901234000037/21/B1');
const pallet = link('00/369012340000000031');
const party = link('417/6901234000016');

const at = (day: number) => ({ eventTime: `2025-07-${String(day).padStart(2, '0')}T08:00:00Z` });
const kilograms = (epcClass: string, quantity: number) => ({ epcClass, quantity, uom: 'KGM' });

async function capture(member: string, events: EventDraft[], audience?: { kind: 'partners'; members: [] }) {
  const job = await room.trace.capture(makeDocument(events), { member, ...(audience && { audience }) });
  expect(job.errors).toEqual([]);
}
const see = (epc: string, direction: Direction = 'both', viewer: Viewer = systemViewer) =>
  room.trace.lineage({ epc, direction, viewer });
const member = (slug: string): Viewer => ({ member: slug, kinds: [], authority: false });

beforeAll(async () => {
  room = await openTestTrace();
  await room.trace.capture(makeDocument([...chain].reverse(), vocabularies), { member: 'farm' });
  // Flour comes from nowhere; the mill's step is for partners; the pallet is shipped and never arrives.
  await capture(
    'mill',
    [
      {
        type: 'TransformationEvent',
        bizStep: 'commissioning',
        ...at(1),
        inputQuantityList: [kilograms(link('01/06901234000030/10/GRAIN-1'), 120)],
        outputQuantityList: [kilograms(flour, 100)],
        destinationList: [{ type: 'owning_party', destination: party }],
      },
    ],
    { kind: 'partners', members: [] },
  );
  await capture('bakery', [
    {
      type: 'TransformationEvent',
      ...at(3),
      inputQuantityList: [kilograms(flour, 130)],
      outputQuantityList: [{ epcClass: bread, quantity: 200 }],
    },
    {
      type: 'AggregationEvent',
      action: 'ADD',
      bizStep: 'packing',
      ...at(4),
      parentID: breadCase,
      childQuantityList: [{ epcClass: bread, quantity: 50 }],
    },
    { type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', ...at(5), parentID: pallet, childEPCs: [breadCase] },
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'shipping',
      ...at(6),
      epcList: [pallet],
      bizLocation: { id: things.field },
    },
  ]);
});
afterAll(() => room?.close());

const ids = ({ nodes }: Lineage) => nodes.map(({ id }) => id);

test('forward from the crop: what was made of it, the cases and pallets, and where they went while it was in them', async () => {
  const lineage = await see(things.crop, 'forward');
  expect(ids(lineage)).toEqual(
    expect.arrayContaining([
      things.harvest,
      things.product,
      things.case1,
      things.case2,
      things.pallet,
      things.truck,
      things.item,
    ]),
  );
  expect(ids(lineage)).not.toContain(things.case3);
  const notes = new Set(lineage.events.map((event) => (event as OpenEvent).eventTime));
  expect(notes.has('2025-06-13T14:00:00.000Z')).toBe(false);
  expect(lineage.edges).toContainEqual(
    expect.objectContaining({ from: things.harvest, to: things.product, kind: 'input', quantity: 900, uom: 'KGM' }),
  );
  expect(lineage.edges).toContainEqual(
    expect.objectContaining({ from: things.product, to: things.case1, kind: 'contained', quantity: 100 }),
  );
  expect(lineage.truncated).toBe(false);
});

test('nodes tell name, time, place and amounts', async () => {
  const { nodes } = await see(things.product);
  const crop = nodes.find(({ id }) => id === things.crop);
  expect(crop).toMatchObject({
    direction: 'back',
    first: { eventTime: '2025-06-02T08:00:00.000Z', place: { name: { en: 'Field 7' } } },
  });
  expect(nodes.find(({ id }) => id === things.harvest)?.amounts).toEqual([
    { uom: 'KGM', made: 1000, received: 0, used: 900 },
  ]);
});

test('what is missing is named', async () => {
  const { gaps } = await see(bread);
  const told = gaps.map(({ kind, node }) => [kind, node]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['moreUsedThanMade', flour],
      ['appearsFromNowhere', link('01/06901234000030/10/GRAIN-1')],
      ['shippedNotReceived', pallet],
    ]),
  );
  expect(gaps.find(({ kind }) => kind === 'moreUsedThanMade')?.amount).toEqual({
    expected: 100,
    found: 130,
    uom: 'KGM',
  });
});

test('the step of another member that is not for everybody is a sealed stub, with nothing of its content', async () => {
  const lineage = await see(bread, 'back', publicViewer);
  const sealed = lineage.events.filter((event) => event.sealed);
  expect(sealed).toEqual([
    {
      hash: expect.stringMatching(/^ni:/),
      statementId: expect.any(String),
      status: 'pending',
      member: expect.objectContaining({ slug: 'mill' }),
      sealed: true,
    },
  ]);
  expect(JSON.stringify(lineage)).not.toContain('GRAIN-1');
  expect(lineage.nodes.map(({ kind }) => kind)).toContain('sealed');
  // The bakery recorded an event about the flour, so that it is a partner; so is whom the event names.
  expect(ids(await see(bread, 'back', member('bakery')))).toContain(link('01/06901234000030/10/GRAIN-1'));
  expect(ids(await see(bread, 'back', member('shop')))).not.toContain(link('01/06901234000030/10/GRAIN-1'));
  await room.store.sql`INSERT INTO trace.member_parties VALUES (${party}, 'shop', now())`;
  expect(ids(await see(bread, 'back', member('shop')))).toContain(link('01/06901234000030/10/GRAIN-1'));
});
