import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Alliance, allianceMigrations, openAlliance } from '../alliance/index.ts';
import { createContext } from '../host/index.ts';
import { ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate } from '../store/index.ts';
import { createTestDatabase, type TestDatabase } from '../store/testing.ts';
import { createTrace, makeTraceNetwork, type Trace, traceMigrations } from '../trace/index.ts';
import { demoMembers } from './alliance.ts';
import { buildDemoDocuments, demoLots } from './buildDemoDocuments.ts';
import { certificates } from './certificates.ts';
import { loadDemo } from './loadDemo.ts';
import { makeSeason } from './makeSeason.ts';
import { organicCertificates } from './organicCertificates.ts';
import { places } from './places.ts';
import { products } from './products.ts';
import { steps } from './steps.ts';

const now = new Date('2026-03-10T02:30:00Z');
const context = createContext({ level: 'silent', signal: new AbortController().signal });
let database: TestDatabase;
let alliance: Alliance;
let trace: Trace;
const told: { recipient: string; title: { en: string } }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const { store } = database;
  await migrate(store, [...allianceMigrations, ...ledgerMigrations, ...traceMigrations]);
  const secret = '5e'.repeat(32);
  const chain = { espaceUrls: [inject('espaceUrl')], evmChainId: 7002 };
  const ledger = await openLedger({ store, context, chain, masterKey: 'a1'.repeat(32), origin: 'demo.test/log' });
  alliance = await openAlliance({ store, ledger, context, secret, baseUrl: 'http://127.0.0.1:8080' });
  const network = makeTraceNetwork({
    alliance,
    ledger,
    baseUrl: 'http://127.0.0.1:8080',
    tell: async (_, alert) => void told.push(alert),
  });
  trace = createTrace({ store, ledger, context, readMembers: alliance.readMembers, network });
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

const inspector = (member: string) => ({
  kind: 'person' as const,
  id: member,
  name: member,
  member,
  roles: ['admin' as const],
  scopes: [],
  standing: 'guest' as const,
  platform: false,
  secondFactor: false,
});
const everything = { perPage: 50, nextPageToken: null };

test('the examination finds the four planted cases and nothing else', async () => {
  const examined = await trace.findings.examineAll();
  expect(examined).toBe((await trace.readStats()).events);
  const principal = inspector(demoMembers.department.slug);
  const { findings } = await trace.findings.find({ ...everything, principal, state: 'open' });
  expect(findings.map(({ detector, subject }) => [detector, subject]).sort()).toEqual([
    ['certificate', expect.stringMatching(/^event ni:/)],
    ['clone', expect.stringMatching(/^item .*\/21\/DEMO-GIFT-1$/)],
    ['cold-chain', expect.stringMatching(/^event ni:/)],
    ['mass-balance', expect.stringMatching(/^harvest .* kiwifruit \d{4}$/)],
  ]);
  const reasons = Object.fromEntries(findings.map((one) => [one.detector, one.reasons]));
  expect(reasons.certificate).toEqual([
    expect.objectContaining({
      code: 'certificate.withdrawn',
      values: expect.objectContaining({ number: 'DEMO-ORG-HN-03' }),
    }),
  ]);
  expect(reasons['cold-chain']).toEqual([expect.objectContaining({ code: 'cold-chain.temperature' })]);
  expect(reasons['cold-chain']?.[0]?.values).toMatchObject({ limit: 4, peak: 9.3, side: 'above' });
  expect(reasons.clone?.map(({ code }) => code)).toEqual(['clone.sold-twice', 'clone.far-apart']);
  expect(reasons['mass-balance']?.map(({ code }) => code)).toEqual(['balance.harvest', 'balance.sold']);
  expect(reasons['mass-balance']?.[0]?.values).toMatchObject({ harvestedKilograms: 175, plausibleKilograms: 110 });
  expect(reasons['mass-balance']?.[1]?.en).toBe('Sold 170 kg; at most 106.9 kg are plausible from this land.');
  for (const { score, reasons: all } of findings) {
    expect(score).toBeGreaterThan(0.5);
    for (const { zh } of all) expect(zh).toMatch(/\p{Script=Han}/u);
  }
  // Authority and certifier are told once of each; the certifier of what its operators are in.
  const toldOf = (slug: string) => told.filter(({ recipient }) => recipient === slug).length;
  expect([toldOf(demoMembers.department.slug), toldOf(demoMembers.certifier.slug)]).toEqual([4, 4]);
});

test('who is concerned sees its own findings alone, and nobody but inspectors decides', async () => {
  const see = async (member: string) =>
    (await trace.findings.find({ ...everything, principal: inspector(member) })).findings;
  const [own] = await see(demoMembers.chongqingRetailer.slug);
  expect(own).toMatchObject({ detector: 'clone' });
  expect(await see(demoMembers.zhacaiMaker.slug)).toEqual([]);
  const decide = (member: string) =>
    trace.findings.decide({ id: own?.id ?? '', state: 'confirmed', note: 'two boxes', principal: inspector(member) });
  await expect(decide(demoMembers.chongqingRetailer.slug)).rejects.toMatchObject({ code: 'FINDING_NOT_YOURS' });
  await expect(decide(demoMembers.zhacaiMaker.slug)).rejects.toMatchObject({ code: 'FINDING_UNKNOWN' });
  const decided = await decide(demoMembers.department.slug);
  expect(decided).toMatchObject({
    state: 'confirmed',
    decisions: [{ note: 'two boxes', statementId: expect.any(String) }],
  });
});

test('a suspension makes findings of what cites the certificate since, and a reinstatement takes them back', async () => {
  const issuer = demoMembers.certifier.slug;
  const certificate = certificates.zhacaiHandling.id;
  const change = (action: 'suspend' | 'reinstate', member = issuer) =>
    trace.certificates.change({
      ...{ certificate, issuer: member, principal: inspector(member), action, reason: 'audit' },
      effectiveAt: action === 'suspend' ? '2025-12-01T00:00:00Z' : '2025-12-02T00:00:00Z',
    });
  await expect(change('suspend', demoMembers.zhacaiMaker.slug)).rejects.toMatchObject({
    code: 'CERTIFICATE_NOT_YOURS',
  });
  const doubted = async () => {
    await trace.findings.examineAll();
    const principal = inspector(demoMembers.department.slug);
    const { findings } = await trace.findings.find({ ...everything, principal, search: demoMembers.zhacaiMaker.slug });
    return findings.map(({ state, reasons }) => [state, reasons[0]?.code]);
  };
  await change('suspend');
  expect(await trace.certificates.readStatus(certificate)).toMatchObject({ state: 'suspended', trusted: false });
  // The packing of January cites it; what was made before December stays as it was.
  expect(await doubted()).toEqual([['open', 'certificate.suspended']]);
  await change('reinstate');
  expect(await trace.certificates.readStatus(certificate)).toMatchObject({ state: 'valid', trusted: true });
  expect(await doubted()).toEqual([['dismissed', 'certificate.suspended']]);
});

test('only an accredited certifier issues, and a broken certificate is refused where it is broken', async () => {
  const issue = (changes: object) =>
    trace.certificates.issue({
      ...{ issuer: demoMembers.certifier.slug, principal: null, type: 'OrganicSiteCertificate', number: 'X-1' },
      ...{ standard: 'GB/T 19630', operator: demoMembers.kiwiGrower.slug },
      ...{ validFrom: '2026-01-01T00:00:00Z', validUntil: '2099-01-01T00:00:00Z' },
      scope: { activities: [], sites: [{ place: places.kiwiPlotA.id }], products: [] },
      ...changes,
    });
  await expect(issue({ issuer: demoMembers.laboratory.slug })).rejects.toMatchObject({
    code: 'CREDENTIAL_NOT_ACCREDITED',
  });
  const broken: [object, string][] = [
    [{ validUntil: '2025-01-01T00:00:00Z' }, '/validUntil'],
    [{ scope: { activities: [], sites: [], products: [] } }, '/scope/sites'],
    [{ scope: { activities: [], sites: [{ place: products.kiwiBox.id }], products: [] } }, '/scope/sites/0/place'],
    [{ scope: { activities: [], sites: [{ place: places.kiwiPlotA.id, crop: 'tea' }], products: [] } }, 'areaHectares'],
  ];
  for (const [changes, pointer] of broken) {
    await expect(issue(changes)).rejects.toMatchObject({
      code: 'CERTIFICATE_INVALID',
      reason: expect.stringContaining(pointer),
    });
  }
  await expect(issue({ uri: certificates.kiwiOrganic.id })).rejects.toMatchObject({ code: 'CERTIFICATE_TAKEN' });
  expect((await trace.certificates.find(everything)).certificates).toHaveLength(organicCertificates.length);
});

test('honest lots bear the seal, those of the planted harvest do not', async () => {
  const seal = (gtin: string, lot: string) => trace.findings.readSeal(gtin, lot);
  for (const lot of demoLots)
    expect(await seal(lot.product.gtin, lot.lot)).toMatchObject({ seal: 'balanced', reasons: [] });
  expect(await seal(products.kiwiBox.gtin, 'DEMO-KIWI-05')).toMatchObject({ seal: 'doubted' });
  const lotCertificates = await trace.certificates.readLot(products.kiwiBox.gtin, 'DEMO-KIWI-01');
  expect(lotCertificates.map(({ certificate }) => [certificate?.number, certificate?.trusted]).sort()).toEqual([
    ['DEMO-ORG-HN-01', true],
    ['DEMO-ORG-HN-02', true],
  ]);
  const { series } = await trace.findings.readColdChain(products.kiwiSleeve.gtin, 'DEMO-KIWI-03');
  expect(series.flatMap(({ breaches }) => breaches)).toEqual([expect.objectContaining({ side: 'above', limit: 4 })]);
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
