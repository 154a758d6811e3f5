import { describe, expect, test } from 'vitest';
import { buildDemoDocuments } from './buildDemoDocuments.ts';
import type { EpcisEvent } from './epcis.ts';
import { kiwifruitLots } from './kiwifruitLots.ts';
import { places } from './places.ts';
import { type Product, products } from './products.ts';
import { steps } from './steps.ts';
import { zhacaiLots } from './zhacaiLots.ts';

const now = new Date('2026-03-10T02:30:00Z');
const events = buildDemoDocuments({ now })
  .flatMap(({ document }) => document.epcisBody.eventList)
  .sort((a, b) => Date.parse(a.eventTime) - Date.parse(b.eventTime));

const inputs = (event: EpcisEvent) => (event.inputQuantityList ?? []).map(({ epcClass }) => epcClass);
const outputs = (event: EpcisEvent) => (event.outputQuantityList ?? []).map(({ epcClass }) => epcClass);
const objects = (event: EpcisEvent) => [
  ...(event.quantityList ?? []).map(({ epcClass }) => epcClass),
  ...(event.epcList ?? []),
  ...inputs(event),
  ...outputs(event),
];

/** Every lot that a lot was made of, itself included. */
function findAncestors(lot: string): Set<string> {
  const found = new Set([lot]);
  for (const id of found) {
    for (const event of events) if (outputs(event).includes(id)) for (const input of inputs(event)) found.add(input);
  }
  return found;
}

describe.each([
  ['kiwifruit box', kiwifruitLots.box.id, [places.kiwiPlotA.id, places.kiwiPlotB.id]],
  ['kiwifruit pack', kiwifruitLots.sleeve.id, [places.kiwiPlotA.id, places.kiwiPlotB.id]],
  ['zhacai sachet', zhacaiLots.sachet.id, [places.mustardPlotA.id, places.mustardPlotB.id]],
  ['zhacai jar', zhacaiLots.jar.id, [places.mustardPlotA.id, places.mustardPlotB.id]],
])('%s', (_, lot, fields) => {
  test('leads from the till back to the ploughing of every field', () => {
    expect(events.some((event) => event.bizStep === 'retail_selling' && objects(event).includes(lot))).toBe(true);
    const ancestors = findAncestors(lot);
    const ploughed = events.filter(
      (event) => event.bizStep === steps.ploughing.id && objects(event).some((id) => ancestors.has(id)),
    );
    expect(ploughed.map(({ readPoint }) => readPoint.id).sort()).toEqual([...fields].sort());
  });

  test('every lot on the way was made or opened before it was used', () => {
    for (const id of findAncestors(lot)) {
      const first = events.find((event) => objects(event).includes(id));
      expect([id, first?.action === 'ADD' || outputs(first as EpcisEvent).includes(id)]).toEqual([id, true]);
    }
  });

  test('what was packed into cases came out of them in the shop, and is all that was produced', () => {
    const inCases = (action: string) =>
      events
        .filter((event) => event.type === 'AggregationEvent' && event.action === action)
        .flatMap((event) => (event.childQuantityList ?? []).filter(({ epcClass }) => epcClass === lot))
        .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
    const produced = events
      .flatMap((event) => event.outputQuantityList ?? [])
      .find(({ epcClass }) => epcClass === lot)?.quantity;
    expect(inCases('ADD')).toBe(produced);
    expect(inCases('DELETE')).toBe(produced);
  });
});

test('every case, pallet and logger is put on before it is taken off', () => {
  const open = new Map<string, string[]>();
  for (const event of events.filter(({ type }) => type === 'AggregationEvent' || type === 'AssociationEvent')) {
    const children = [...(event.childEPCs ?? []), ...(event.childQuantityList ?? []).map(({ epcClass }) => epcClass)];
    const key = `${event.type} ${event.parentID}`;
    if (event.action === 'ADD') open.set(key, children);
    else expect([key, open.get(key)]).toEqual([key, children]);
    if (event.action === 'DELETE') open.delete(key);
  }
  expect([...open.keys()]).toEqual([]);
});

test('no transformation makes more kilograms than it was given', () => {
  const packKg = new Map(
    Object.values(products).map(({ id, traits }: Product) => [id, traits.netWeightKilograms ?? 1]),
  );
  const weightOf = (lot: string) => packKg.get(lot.replace(/\/10\/.*$/, '')) ?? Number.NaN;
  const weigh = (list: EpcisEvent['quantityList']) =>
    (list ?? []).reduce((sum, { epcClass, quantity = 0 }) => sum + quantity * weightOf(epcClass), 0);
  const made = events.filter((event) => event.inputQuantityList?.every(({ quantity }) => quantity !== undefined));
  expect(made.length).toBe(7);
  for (const event of made) {
    expect(weigh(event.outputQuantityList)).toBeLessThanOrEqual(weigh(event.inputQuantityList));
  }
});

test('the cold chain stays within 0 to 4 °C and shows one open door', () => {
  const journeys = events.filter(
    (event) => event.bizStep === 'transporting' && event.parentID === undefined && /开门/.test(event['xy:noteZh']),
  );
  expect(journeys).toHaveLength(3);
  for (const { sensorElementList, eventTime } of journeys) {
    const readings = sensorElementList?.[0]?.sensorReport ?? [];
    const values = readings.map(({ value }) => value ?? Number.NaN);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(4);
    expect(values.filter((value) => value > 3).length).toBeGreaterThanOrEqual(1);
    expect(values.filter((value) => value > 3).length).toBeLessThan(4);
    for (const { time } of readings) expect(Date.parse(time ?? '')).toBeLessThanOrEqual(Date.parse(eventTime));
  }
});
