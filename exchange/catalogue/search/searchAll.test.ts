import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openAudit } from '../../audit/audit.ts';
import { ledgerNotary } from '../../audit/ledgerNotary.ts';
import { dspErrors } from '../../dsp/errors.ts';
import { openTestDsp, type TestDsp } from '../../dsp/testing.ts';
import { createTestWorld } from '../../identity/testing.ts';
import type { Catalogue } from '../catalogue.ts';
import { openCatalogue } from '../openCatalogue.ts';
import { publishTestDataset, testReviewer } from '../testing.ts';

// Two installations: civil affairs and agriculture on the platform, the police on a machine of its own.
let platform: TestDsp;
let police: TestDsp;
let catalogue: Catalogue;
const grants = new Set<string>();
let refusesPages = false;
const stop = new AbortController();
let running: Promise<void>;
const ids: Record<string, string> = {};

async function fetchPages(asker: string, query: object = {}, perPage = 2) {
  const items = [];
  let pageToken: string | undefined;
  do {
    const page = await catalogue.searchAll(asker, query, { perPage, pageToken });
    items.push(...page.items);
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return items;
}
const search = async (asker: string, query: object = {}) => (await fetchPages(asker, query)).map(({ id }) => id).sort();
const named = (...names: string[]) => names.map((name) => ids[name]).sort();
const stateOf = async (asker: string, department: string) =>
  (await catalogue.searchAll(asker, {}, { perPage: 1 })).departments.find((one) => one.department === department);
/** Every copy is due now, as after five minutes. */
const makeDue = () => platform.store.sql`UPDATE exchange.catalogue_copies SET due_at = now() - interval '1 hour'`;

beforeAll(async () => {
  const world = await createTestWorld();
  platform = await openTestDsp({ participants: ['civil', 'agri'], world });
  police = await openTestDsp({ participants: ['police'], world, catalogPage: 2 });
  catalogue = openCatalogue({
    house: platform.house,
    identity: platform.identity,
    audit: openAudit({ house: platform.house, signer: platform.identity, notary: ledgerNotary(platform.ledger) }),
    sources: { openSource: () => Promise.reject(), describeSource: () => Promise.reject() },
    webhookSecret: '33'.repeat(32),
    registry: world.registry,
    requestCatalog: async (asked) => {
      if (refusesPages && asked.page !== undefined)
        throw dspErrors.counterpartyRefused({ counterparty: asked.counterparty, problem: 'status 404' });
      return platform.dsp.requestCatalog(asked);
    },
    grantedTo: async () => [...grants],
  });
  const publish = async (name: string, where: Catalogue, department: string, changes: object) => {
    ids[name] = (await publishTestDataset(where, department, { ...changes })).id;
  };
  const withheld = { sharing: 'none', legalGround: '某法', methods: [] };
  await publish('aid', catalogue, 'civil', {});
  await publish('secret', catalogue, 'civil', { level: 4 });
  await publish('farms', catalogue, 'agri', { title: { zh: '生态农场名录', en: 'Register of farms' }, keywords: [] });
  const description = { zh: '常住人口基本信息', en: 'Residents' };
  await publish('people', police.catalogue, 'police', { title: { zh: '人口', en: 'People' }, description });
  await publish('cars', police.catalogue, 'police', {
    ...{ title: { zh: '机动车登记', en: 'Vehicle registrations' }, subject: 'matter', region: '430100' },
    ...{ description, keywords: [] },
  });
  await publish('kept', police.catalogue, 'police', { ...withheld, title: { zh: '侦查', en: 'Inquiries' } });
  await publish('hidden', police.catalogue, 'police', { level: 4 });
  running = catalogue.run(stop.signal);
});
afterAll(async () => {
  stop.abort();
  await running;
  await police.close();
  await platform.close();
});

it('finds over all departments, here and elsewhere, what the asker may see', async () => {
  await vi.waitFor(async () => expect((await stateOf('agri', 'police'))?.readAt).not.toBeNull(), 20_000);
  expect(await search('agri')).toEqual(named('aid', 'farms', 'people', 'cars', 'kept'));
  expect(await search('civil')).toEqual(expect.arrayContaining(named('aid', 'secret', 'farms')));
  grants.add(ids.secret ?? '');
  expect(await search('agri', { q: '低保' })).toEqual(named('aid', 'secret', 'people', 'kept'));
  grants.clear();
  expect(await search('agri', { q: '机动车' })).toEqual(named('cars'));
  expect(await search('agri', { q: 'vehicle regis' })).toEqual(named('cars'));
  expect(await search('agri', { q: '农场' })).toEqual(named('farms'));
  expect(await search('agri', { subject: 'matter' })).toEqual(named('cars'));
  expect(await search('agri', { region: '4301', method: 'pull' })).toEqual(named('cars'));
  expect(await search('agri', { sharing: 'none' })).toEqual(named('kept'));
  expect(await search('agri', { item: 'grade', level: 3, subject: 'matter' })).toEqual(named('cars'));
  expect(await search('agri', { kept: true })).toEqual([]);
  const found = await fetchPages('agri');
  expect(found.map(({ department }) => department)).toEqual(['agri', 'civil', 'police', 'police', 'police']);
  expect(found.find(({ id }) => id === ids.people)).toEqual({
    department: 'police',
    ...{
      id: ids.people,
      title: { zh: '人口', en: 'People' },
      description: expect.anything(),
      keywords: expect.anything(),
    },
    ...{ offers: [expect.objectContaining({ '@type': 'Offer' })], formats: expect.arrayContaining(['xy:answer']) },
    terms: expect.objectContaining({ sharing: 'conditional', level: 3 }),
  });
  expect(await catalogue.searchAll('agri', { q: '低保' }, { perPage: 1 })).toMatchObject({
    departments: [
      { department: 'agri', found: 0, here: true },
      { department: 'civil', found: 1, here: true },
      { department: 'police', found: 2, here: false, problem: null },
    ],
  });
});

it('keeps a copy for each asker, writes only what has changed, and drops what was withdrawn or is refused', async () => {
  await vi.waitFor(async () => expect((await stateOf('civil', 'police'))?.readAt).not.toBeNull(), 20_000);
  const versions = () => platform.store.sql<{ department: string; xmin: string }[]>`
    SELECT participant, id, xmin::text FROM exchange.catalogue_entries ORDER BY participant, id`;
  await platform.store.sql`
    UPDATE exchange.catalogue_entries SET words = array_to_tsvector('{onlycivil}') WHERE participant = 'civil' AND id = ${ids.cars ?? ''}`;
  expect([await search('civil', { q: 'onlycivil' }), await search('agri', { q: 'onlycivil' })]).toEqual([
    named('cars'),
    [],
  ]);
  const before = await versions();
  expect(before).toHaveLength(6);
  const { readAt } = (await stateOf('agri', 'police')) ?? {};
  await makeDue();
  await vi.waitFor(async () => expect((await stateOf('agri', 'police'))?.readAt).not.toBe(readAt), 20_000);
  expect(await versions()).toEqual(before);
  // The address of a following page that no longer counts is no refusal of the asker.
  refusesPages = true;
  await makeDue();
  await vi.waitFor(async () => expect((await stateOf('agri', 'police'))?.problem).not.toBeNull(), 20_000);
  expect(await stateOf('agri', 'police')).toMatchObject({ found: 3, readAt: expect.any(String) });
  refusesPages = false;
  await police.catalogue.withdraw('police', testReviewer, ids.cars ?? '', '停用');
  await makeDue();
  await vi.waitFor(async () => expect(await search('agri')).toEqual(named('aid', 'farms', 'people', 'kept')), 20_000);
  await platform.world.misissue('agri', { membershipType: 'OtherCredential' });
  await makeDue();
  await vi.waitFor(async () => expect(await search('agri')).toEqual(named('aid', 'farms')), 20_000);
  expect(await stateOf('agri', 'police')).toMatchObject({
    readAt: null,
    problem: { code: 'DSP_COUNTERPARTY_REFUSED' },
  });
  expect(await search('civil', { subject: 'person', q: '人口' })).toEqual(named('people'));
  await platform.world.misissue('agri', {});
  await makeDue();
  await vi.waitFor(async () => expect(await search('agri')).toHaveLength(4), 20_000);
});

it('shows the others, and what is known, while a department is down; one that left is gone', async () => {
  await police.app.close();
  await makeDue();
  await vi.waitFor(async () => expect((await stateOf('agri', 'police'))?.problem).not.toBeNull(), 20_000);
  expect(await stateOf('agri', 'police')).toMatchObject({
    readAt: expect.any(String),
    failedAt: expect.any(String),
    problem: { code: 'HOST_OUTGOING_FAILED', words: { zh: expect.stringContaining('对方没有正常应答') } },
  });
  expect(await search('agri')).toEqual(named('aid', 'farms', 'people', 'kept'));
  // Who has no connector sees nothing but its own.
  expect(await fetchPages('stranger')).toEqual([]);
  await platform.world.suspend('police');
  await vi.waitFor(async () => expect(await search('agri')).toEqual(named('aid', 'farms')), 20_000);
  expect(await stateOf('agri', 'police')).toBeUndefined();
});
