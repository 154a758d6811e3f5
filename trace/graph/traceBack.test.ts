import { afterAll, beforeAll, expect, test } from 'vitest';
import { chain, things, vocabularies } from '../testing/chain.ts';
import { makeDocument } from '../testing/makeDocument.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { traceBack } from './traceBack.ts';

let room: TestTrace;
beforeAll(async () => {
  room = await openTestTrace();
  // The order of capture must not matter.
  await room.trace.capture(makeDocument([...chain].reverse(), vocabularies), { member: 'farm' });
});
afterAll(() => room?.close());

async function labelsOf(epc: string): Promise<unknown[]> {
  const { events } = await room.trace.traceBack(epc);
  const records = await Promise.all(events.map(({ eventID }) => room.trace.readEvents(eventID)));
  return records.map(([record]) => record?.document['xy:noteEn']);
}

const upToProduct = [
  'sow',
  'inspect',
  'harvest',
  'into crate',
  'crate with harvest',
  'part out of crate',
  'crate with the rest',
  'out of crate',
  'process',
];

test('a lot is traced through its containers while it was in them, and to the field', async () => {
  expect(await labelsOf(things.product)).toEqual([
    ...upToProduct,
    'item',
    'case 1',
    'case 2',
    'pallet',
    'logger on',
    'load',
    'drive',
    'logger on the way',
    'unload',
    'logger off',
    'empty pallet',
    'open case 1',
    'sell',
  ]);
  const { nodes, edges, truncated } = await room.trace.traceBack('urn:epc:class:lgtin:6901234.000003.P-1');
  expect(truncated).toBe(false);
  expect(nodes[0]).toEqual({ id: things.product, kind: 'lot', name: { zh: '猕猴桃', en: 'Kiwifruit' }, distance: 0 });
  expect(nodes.map(({ id }) => id)).not.toContain(things.otherPallet);
  expect(edges).toContainEqual(expect.objectContaining({ from: things.crop, to: things.harvest, kind: 'input' }));
  expect(edges).toContainEqual(expect.objectContaining({ from: things.pallet, to: things.truck, kind: 'contained' }));
  expect(edges).toContainEqual({ from: things.item, to: things.product, kind: 'lot', eventID: null });
});

test('an item has the origin of its lot, but not the ways of the rest of the lot', async () => {
  expect(await labelsOf(things.item)).toEqual([...upToProduct, 'item']);
});

test('a pallet is traced with what it held', async () => {
  const labels = await labelsOf(things.pallet);
  expect(labels).toEqual(expect.arrayContaining(['harvest', 'case 1', 'case 2', 'load', 'drive', 'pallet after']));
  expect(labels).not.toContain('case 3');
  expect(labels).not.toContain('truck before');
});

test('an event that was declared erroneous does not count', async () => {
  const wrong = { ...chain[2], type: 'ObjectEvent', eventTime: '2025-06-04T08:00:00Z', eventID: 'urn:x:wrong' };
  await room.trace.capture(makeDocument([wrong]), { member: 'farm' });
  expect(await labelsOf(things.crop)).toEqual(['sow', 'inspect', 'inspect', 'harvest']);
  const errorDeclaration = { declarationTime: '2025-06-05T08:00:00Z', reason: 'did_not_occur' };
  // Nobody takes back what another recorded.
  const foreign = { ...errorDeclaration, declarationTime: '2025-06-05T07:00:00Z' };
  await room.trace.capture(makeDocument([{ ...wrong, errorDeclaration: foreign }]), { member: 'rival' });
  const { events } = await room.trace.traceBack(things.crop);
  expect(events).toHaveLength(4);
  await room.trace.capture(makeDocument([{ ...wrong, errorDeclaration }]), { member: 'farm' });
  expect(await labelsOf(things.crop)).toEqual(['sow', 'inspect', 'harvest']);
});

test('a transformation in several events is one, and cycles end', async () => {
  const lot = (name: string) => `https://id.gs1.org/01/06901234000030/10/${name}`;
  const step = (input: string[], output: string[], day: number, transformationID: string) => ({
    type: 'TransformationEvent',
    transformationID,
    ...(input.length > 0 && { inputQuantityList: input.map((name) => ({ epcClass: lot(name) })) }),
    ...(output.length > 0 && { outputQuantityList: output.map((name) => ({ epcClass: lot(name) })) }),
    eventTime: `2025-07-0${day}T08:00:00Z`,
  });
  await room.trace.capture(
    makeDocument([
      step(['A'], [], 1, 'urn:x:one'),
      step(['B'], [], 2, 'urn:x:one'),
      step([], ['C'], 3, 'urn:x:one'),
      // Rework: C goes back into B.
      step(['C'], ['B'], 1, 'urn:x:two'),
      step(['B'], ['C'], 4, 'urn:x:three'),
    ]),
    { member: 'farm' },
  );
  const { nodes, events, truncated } = await room.trace.traceBack(lot('C'));
  expect(nodes.map(({ id }) => id).sort()).toEqual([lot('A'), lot('B'), lot('C')]);
  expect(events).toHaveLength(5);
  expect(truncated).toBe(false);
});

test('bounds are kept and told', async () => {
  const bounded = await traceBack(room.store.sql, things.product, { maxThings: 3, maxEvents: 100, maxDepth: 40 });
  expect(bounded.truncated).toBe(true);
  const shallow = await traceBack(room.store.sql, things.product, { maxThings: 100, maxEvents: 100, maxDepth: 1 });
  expect(shallow.truncated).toBe(true);
  expect(shallow.events.length).toBeGreaterThan(0);
});

test('an unknown thing has no history', async () => {
  expect(await room.trace.traceBack('https://id.gs1.org/01/06901234000030/21/none')).toMatchObject({
    edges: [],
    events: [],
    truncated: false,
  });
});
