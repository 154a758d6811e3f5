import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Alliance, allianceMigrations, openAlliance } from '../alliance/index.ts';
import { createContext } from '../host/index.ts';
import { ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate } from '../store/index.ts';
import { createTestDatabase, type TestDatabase } from '../store/testing.ts';
import { createTrace, type Trace, traceMigrations } from '../trace/index.ts';
import { demoMembers } from './alliance.ts';
import { buildDemoDocuments, demoLots } from './buildDemoDocuments.ts';
import { loadDemo } from './loadDemo.ts';
import { makeSeason } from './makeSeason.ts';
import { steps } from './steps.ts';

const now = new Date('2026-03-10T02:30:00Z');
const context = createContext({ level: 'silent', signal: new AbortController().signal });
let database: TestDatabase;
let alliance: Alliance;
let trace: Trace;

beforeAll(async () => {
  database = await createTestDatabase();
  const { store } = database;
  await migrate(store, [...allianceMigrations, ...ledgerMigrations, ...traceMigrations]);
  const secret = '5e'.repeat(32);
  const chain = { espaceUrls: [inject('espaceUrl')], evmChainId: 7002 };
  const ledger = await openLedger({ store, context, chain, masterKey: 'a1'.repeat(32), origin: 'demo.test/log' });
  alliance = await openAlliance({ store, ledger, context, secret, baseUrl: 'http://127.0.0.1:8080' });
  trace = createTrace({ store, ledger, context, readMembers: alliance.readMembers });
});
afterAll(() => database?.drop());

const load = (at: Date) => loadDemo({ alliance, trace, now: at, logger: context.logger });

test('completes a load that was cut short, on a later day, with the times of the first', async () => {
  const documents = buildDemoDocuments({ now });
  const cut = documents.slice(0, 5);
  for (const { document, member } of cut) await trace.capture(document, { member });

  const loaded = await load(new Date('2026-03-12T20:00:00Z'));
  expect(loaded).toMatchObject({ members: Object.keys(demoMembers).length, documents: documents.length - cut.length });
  const last = documents.at(-1)?.document.epcisBody.eventList.at(-1);
  const [stored] = await trace.readEvents(last?.eventID ?? '');
  expect(stored?.event_time.toISOString()).toBe(new Date(last?.eventTime ?? '').toISOString());
});

test('loads nothing twice', async () => {
  const before = await trace.readStats();
  const again = await load(new Date('2027-01-01T00:00:00Z'));
  expect(again).toMatchObject({ members: 0, documents: 0, events: 0 });
  const after = await trace.readStats();
  expect([after.events, after.captures]).toEqual([before.events, before.captures]);
  const built = buildDemoDocuments({ now }).flatMap(({ document }) => document.epcisBody.eventList);
  expect(after.events).toBe(built.length);
});

test.each(demoLots.map((lot) => [lot.lot, lot] as const))(
  '%s leads back to the ploughing of two fields',
  async (_, lot) => {
    const { events, truncated } = await trace.traceBack(lot.id);
    const word = (id: string) => id.replace(/^.*\//, '');
    const ploughed = events.filter(({ bizStep }) => bizStep !== null && word(bizStep) === word(steps.ploughing.id));
    expect(new Set(ploughed.map(({ readPoint }) => readPoint)).size).toBe(2);
    expect(events.some(({ bizStep }) => bizStep === 'transporting')).toBe(true);
    expect(truncated).toBe(false);
  },
);

test.each(demoLots.map((lot) => [lot.lot, lot] as const))('%s has a product page in both languages', async (_, lot) => {
  const { product, steps: journey } = await trace.readJourney(lot.product.gtin, lot.lot);
  expect(product).toMatchObject({ name: lot.product.name, origin: lot.product.origin, demo: true });
  expect(journey.length).toBeGreaterThan(20);
  for (const step of journey) {
    expect([step.eventID, step.place?.name]).toEqual([
      step.eventID,
      { zh: expect.any(String), en: expect.any(String) },
    ]);
    expect(step.title).not.toBeNull();
    expect(step.place?.geo).toMatch(/^geo:/);
    expect(step.member.name.zh).toContain('示范');
    for (const { name } of step.certificates) expect(name).not.toBeNull();
  }
  expect(journey.some(({ certificates }) => certificates.some(({ type }) => type === 'testres'))).toBe(true);
  expect(journey.at(-1)).toMatchObject({ bizStep: 'retail_selling' });
  expect(journey.filter(({ temperature }) => temperature !== null).length).toBeGreaterThan(0);
  // The cases of other lots are no part of this journey.
  const cases = journey.flatMap(({ parent }) => (parent?.includes('/21/') ? [parent.split('/21/')[0]] : []));
  expect(new Set(cases).size).toBe(1);
});

test('a generated season is captured', async () => {
  const { events: before } = await trace.readStats();
  for (const { document, member } of makeSeason({ count: 60, seed: 7, now, eventsPerDocument: 20 })) {
    expect(await trace.capture(document, { member })).toMatchObject({ success: true, events: 20, duplicates: [] });
  }
  expect((await trace.readStats()).events).toBe(before + 60);
});
