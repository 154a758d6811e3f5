import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Audit, openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import { openPostgresSource } from '../delivery/sources/postgres/postgresSource.ts';
import { findOfficialProblems, haveOfficialSchemas } from '../dsp/testing/officialSchemas.ts';
import { openTestIdentity } from '../identity/testing.ts';
import { evaluatePolicy, parsePolicy } from '../policy/policy.ts';
import { openTestHouse, type TestHouse } from '../testing.ts';
import type { Catalogue } from './catalogue.ts';
import { measureDue } from './measure/measureDue.ts';
import { readCatalog } from './message/readCatalog.ts';
import { sendNext } from './news/sendNews.ts';
import { openCatalogue } from './openCatalogue.ts';
import { type CatalogueParts, defaultRules } from './parts.ts';
import { publishTestDataset, testDraft, testReviewer, testSteward } from './testing.ts';

const participants = ['civil', 'agri', 'police'];
const first = { perPage: 50 };
const agri = { slug: 'agri', did: 'did:key:zAgri' };
let test: TestHouse;
let audit: Audit;
let parts: CatalogueParts;
let catalogue: Catalogue;
const granted = new Set<string>();

beforeAll(async () => {
  test = await openTestHouse(participants, { allowPrivateUrls: true });
  const { identity } = await openTestIdentity({ house: test.house, participants });
  audit = openAudit({ house: test.house, signer: identity, notary: ledgerNotary(test.ledger) });
  const [own] = await test.store.sql<{ database: string }[]>`SELECT current_database() AS database`;
  const server = new URL(inject('postgresUrl'));
  const settings = {
    host: server.hostname,
    port: Number(server.port),
    database: own?.database ?? '',
    user: decodeURIComponent(server.username),
    tls: 'off',
  } as const;
  const password = decodeURIComponent(server.password);
  const open = (table = '') => openPostgresSource({ settings, password, allowPrivate: true, table });
  parts = {
    house: test.house,
    audit,
    identity,
    sources: {
      openSource: (_participant, { table }) => open(table),
      async describeSource(_participant, { table }) {
        const source = await open(table);
        return source.describe().finally(() => source.close());
      },
    },
    rules: defaultRules,
    registry: { list: async () => ({ items: [], nextPageToken: null }) },
    requestCatalog: async () => ({ catalog: {}, next: null }),
    questionsOf: async () => [],
    grantedTo: async (_participant, { slug }) => (slug === 'agri' ? [...granted] : []),
    webhookSecret: 'cd'.repeat(32),
  };
  catalogue = openCatalogue(parts);
});
afterAll(() => test.close());

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code,
  );

describe('the life of a dataset', () => {
  it('goes through review by somebody else, version by version, each step recorded', async () => {
    await catalogue.saveDuty('civil', testSteward, {
      code: 'MZ-01',
      title: { zh: '救助', en: '' },
      legalBasis: '办法',
    });
    expect(await code(catalogue.create('civil', testSteward, testDraft({ duty: 'X' })))).toBe('CATALOGUE_DUTY_UNKNOWN');
    const { dataset, revision } = await catalogue.create('civil', testSteward, testDraft());
    const { id } = dataset;
    expect(dataset).toMatchObject({ state: 'created', version: 0, publishedAt: null });
    expect(await catalogue.read('civil', id)).toBeNull();
    expect(
      await code(catalogue.decide('civil', testReviewer, id, { verdict: 'approve', reason: null, revision })),
    ).toBe('CATALOGUE_STEP_NOT_ALLOWED');

    const submitted = await catalogue.submit('civil', testSteward, id, '请审核');
    const approve = { verdict: 'approve', reason: null, revision: submitted.revision } as const;
    expect(await code(catalogue.decide('civil', testSteward, id, approve))).toBe('CATALOGUE_REVIEWER_IS_AUTHOR');
    expect(await code(catalogue.decide('civil', testReviewer, id, { ...approve, revision }))).toBe(
      'CATALOGUE_REVISION_STALE',
    );
    expect(await code(catalogue.decide('civil', testReviewer, id, { ...approve, verdict: 'return' }))).toBe(
      'CATALOGUE_REASON_MISSING',
    );
    expect(await code(catalogue.decide('agri', testReviewer, id, approve))).toBe('CATALOGUE_DATASET_UNKNOWN');
    const returned = await catalogue.decide('civil', testReviewer, id, {
      ...approve,
      verdict: 'return',
      reason: '说明不清',
    });
    expect(returned).toMatchObject({ returned: '说明不清', dataset: { state: 'created' } });

    const again = await catalogue.submit('civil', testSteward, id, null);
    const published = await catalogue.decide('civil', testReviewer, id, { ...approve, revision: again.revision });
    expect(published).toMatchObject({ returned: null, published: { version: 1, state: 'published' } });
    const [offer] = readCatalog((await catalogue.catalogFor('civil', agri, undefined, first)).catalog)[0]?.offers ?? [];
    const offerId = String(offer?.['@id']);
    expect(await catalogue.offerOf('civil', offerId)).toMatchObject({ dataset: { id, version: 1 } });
    expect(await catalogue.offerOf('agri', offerId)).toBeNull();

    // The version in force stays while the next is written and reviewed; the reviewer of the first may write the second.
    const title = { zh: '低保对象', en: 'Recipients' };
    const changed = await catalogue.change('civil', testReviewer, id, {
      draft: testDraft({ title }),
      revision: published.revision,
    });
    expect(changed).toMatchObject({
      dataset: { state: 'changing', title },
      published: { version: 1, state: 'changing' },
    });
    expect(
      await code(catalogue.change('civil', testSteward, id, { draft: testDraft(), revision: published.revision })),
    ).toBe('CATALOGUE_REVISION_STALE');
    expect((await catalogue.read('civil', id))?.title.zh).toBe('低保对象名单');
    const second = await catalogue.submit('civil', testReviewer, id, null);
    expect(await catalogue.offerOf('civil', offerId)).not.toBeNull();
    expect(await code(catalogue.decide('civil', testReviewer, id, { ...approve, revision: second.revision }))).toBe(
      'CATALOGUE_REVIEWER_IS_AUTHOR',
    );
    await catalogue.decide('civil', testSteward, id, { ...approve, revision: second.revision });
    expect(await catalogue.read('civil', id)).toMatchObject({ version: 2, title });
    expect(await catalogue.offerOf('civil', offerId)).toBeNull();

    // What a grant names stays readable, after the end too.
    const one = await catalogue.read('civil', id, 1);
    expect(one).toMatchObject({ version: 1, title: { zh: '低保对象名单' }, digest: published.published?.digest });
    expect(one?.digest).not.toBe((await catalogue.read('civil', id))?.digest);
    await catalogue.withdraw('civil', testReviewer, id, '停止共享');
    expect(await catalogue.show('civil', id, agri)).toBeNull();
    expect(await catalogue.datasetFor('civil', id, agri)).toBeNull();
    expect(await catalogue.offerOf('civil', offerId.replace(/:1$/, ':2'))).toBeNull();
    expect(await catalogue.read('civil', id, 1)).toMatchObject({ version: 1, state: 'withdrawn' });
    expect(await code(catalogue.submit('civil', testSteward, id, null))).toBe('CATALOGUE_STEP_NOT_ALLOWED');

    const { items } = await catalogue.history('civil', id, { perPage: 100 });
    expect(items.map(({ step }) => step)).toEqual(
      [
        'created',
        'submitted',
        'returned',
        'submitted',
        'approved',
        'changed',
        'submitted',
        'approved',
        'withdrawn',
      ].toReversed(),
    );
    expect(items.find(({ step }) => step === 'returned')).toMatchObject({ note: '说明不清', actor: testReviewer });
    const [record] = await test.store.sql`SELECT * FROM exchange.records WHERE id = ${items[0]?.record ?? ''}`;
    expect(record).toMatchObject({ participant: 'civil', kind: 'act', dataset: id });
    expect((await catalogue.versions('civil', id, { perPage: 1 })).items.map(({ version }) => version)).toEqual([2]);
    expect(await code(catalogue.removeDuty('civil', testSteward, 'MZ-01'))).toBe('CATALOGUE_DUTY_IN_USE');
  });

  it('can be taken back, and given up', async () => {
    const { id, version } = await publishTestDataset(catalogue, 'civil', { table: 'taken back' });
    const { revision } = await catalogue.readManaged('civil', id);
    await catalogue.change('civil', testSteward, id, { draft: testDraft({ table: 'other' }), revision });
    await catalogue.submit('civil', testSteward, id, null);
    expect((await catalogue.recall('civil', testSteward, id)).dataset.state).toBe('changing');
    const { dataset } = await catalogue.discard('civil', testSteward, id);
    expect(dataset).toMatchObject({ state: 'published', table: 'taken back', version });
    expect(await code(catalogue.remove('civil', testSteward, id))).toBe('CATALOGUE_STEP_NOT_ALLOWED');
    const fresh = await catalogue.create('civil', testSteward, testDraft());
    await catalogue.remove('civil', testSteward, fresh.dataset.id);
    expect(await code(catalogue.readManaged('civil', fresh.dataset.id))).toBe('CATALOGUE_DATASET_UNKNOWN');
    await catalogue.withdraw('civil', testReviewer, id, '重复');
  });

  it('lets one of two reviewers decide who do it at once', async () => {
    const { dataset } = await catalogue.create('civil', testSteward, testDraft());
    const { revision } = await catalogue.submit('civil', testSteward, dataset.id, null);
    const decide = (verdict: 'approve' | 'return') =>
      code(catalogue.decide('civil', testReviewer, dataset.id, { verdict, reason: '理由', revision }));
    const outcomes = await Promise.all([decide('approve'), decide('return'), decide('approve')]);
    expect(outcomes.toSorted()).toEqual(['CATALOGUE_STEP_NOT_ALLOWED', 'CATALOGUE_STEP_NOT_ALLOWED', 'done']);
  });
});

describe('what others see', () => {
  const titles = (found: { items: { title: { zh: string } }[] }) => found.items.map(({ title }) => title.zh).toSorted();
  const about = (zh: string, en: string) => ({ title: { zh, en }, description: { zh: `${zh}说明`, en } });

  beforeAll(async () => {
    const secret = await publishTestDataset(catalogue, 'police', {
      ...about('涉案线索', 'Leads'),
      level: 4,
      table: 'leads',
    });
    granted.add(secret.id);
    await publishTestDataset(catalogue, 'police', {
      ...about('户籍人口', 'Household register'),
      sharing: 'none',
      legalGround: '《居民身份证法》第六条',
      methods: [],
      table: 'households',
    });
    await publishTestDataset(catalogue, 'police', {
      ...about('驾驶证信息', 'Driving licences'),
      updateCycle: 'weekly',
      region: '430100',
      terms: { purposes: ['XK-001'], mostRequests: 100, longestDays: 365 },
      source: { source: 'db', table: 'secret_table_name' },
    });
    await catalogue.create('police', testSteward, testDraft(about('尚未发布', 'Draft')));
  });

  it('is found in Chinese and English, filtered and paged, but not what is restricted, nor drafts, nor sources', async () => {
    const find = async (
      filter: Parameters<Catalogue['search']>[2],
      viewer: Parameters<Catalogue['search']>[1] = { slug: 'civil', did: null },
    ) => titles(await catalogue.search('police', viewer, filter, first));
    expect(await find({})).toEqual(['户籍人口', '驾驶证信息']);
    expect(await find({ q: '驾驶' })).toEqual(['驾驶证信息']);
    expect(await find({ q: 'driv LICENCES' })).toEqual(['驾驶证信息']);
    expect(await find({ q: '保障等级' })).toHaveLength(2);
    expect(await find({ q: 'secret_table_name' })).toEqual([]);
    expect(await find({ sharing: 'none' })).toEqual(['户籍人口']);
    expect(await find({ region: '4301' })).toEqual(['驾驶证信息']);
    expect(
      await find({ updateCycle: 'weekly', method: 'pull', item: 'grade', sensitive: true, subject: 'person' }),
    ).toEqual(['驾驶证信息']);
    expect(await find({ sensitive: false })).toEqual([]);
    expect(await find({ level: 4 })).toEqual([]);
    // Level 4: for the own department, and for whoever holds a grant.
    expect(await find({ level: 4 }, agri)).toEqual(['涉案线索']);
    expect(await find({ level: 4 }, { slug: 'police', did: null })).toEqual(['涉案线索']);
    expect(await find({}, { slug: null, did: null })).toHaveLength(2);
    const [secret = ''] = granted;
    expect(await catalogue.show('police', secret, { slug: 'civil', did: null })).toBeNull();
    expect(await catalogue.datasetFor('police', secret, { slug: 'civil', did: 'did:key:zCivil' })).toBeNull();
    expect(await catalogue.datasetFor('police', secret, agri)).toMatchObject({ '@id': secret });
    const pages: string[] = [];
    for (let pageToken: string | null | undefined; pageToken !== null; ) {
      const page = await catalogue.search('police', agri, {}, { perPage: 1, pageToken: pageToken ?? undefined });
      pages.push(...page.items.map(({ id }) => id));
      pageToken = page.nextPageToken;
      expect(JSON.stringify(page)).not.toContain('secret_table_name');
    }
    expect(new Set(pages).size).toBe(3);
    expect(pages).toHaveLength(3);
    expect(titles(await catalogue.listManaged('police', { state: 'created' }, first))).toEqual(['尚未发布']);
    const managed: string[] = [];
    for (let pageToken: string | null | undefined; pageToken !== null; ) {
      const page = await catalogue.listManaged('police', {}, { perPage: 3, pageToken: pageToken ?? undefined });
      managed.push(...page.items.map(({ id }) => id));
      pageToken = page.nextPageToken;
    }
    expect([managed.length, new Set(managed).size]).toEqual([4, 4]);
    expect(await code(catalogue.search('police', agri, {}, { perPage: 1, pageToken: 'x' }))).toBe(
      'CATALOGUE_PAGE_TOKEN_WRONG',
    );
  });

  it('is a catalog message in which what is not shared has its ground and no offer', async () => {
    const caller = { slug: 'civil', did: 'did:key:zCivil' };
    const { catalog, next } = await catalogue.catalogFor('police', caller, undefined, first);
    expect(next).toBeNull();
    const { did } = await parts.identity.ensure('police');
    expect(catalog).toMatchObject({ '@type': 'Catalog', participantId: did, dataset: [{ '@type': 'Dataset' }] });
    expect(JSON.stringify(catalog)).not.toContain('secret_table_name');
    const entries = readCatalog(catalog);
    expect(
      entries.map(({ title, offers, formats, terms }) => [title.en, offers.length, formats, terms.legalGround]),
    ).toEqual([
      ['Driving licences', 1, ['xy:pull-csv', 'xy:pull-parquet', 'xy:query', 'xy:answer'], undefined],
      ['Household register', 0, [], '《居民身份证法》第六条'],
    ]);
    const empty = await catalogue.catalogFor('police', caller, [{ q: '没有的词' }], first);
    expect(empty.catalog.dataset).toBeUndefined();
    expect(await code(catalogue.catalogFor('police', caller, [{ sql: '1=1' }], first))).toBe(
      'CATALOGUE_FILTER_INVALID',
    );
    expect(await code(catalogue.catalogFor('police', caller, [{}, {}], first))).toBe('CATALOGUE_FILTER_INVALID');
    const one = await catalogue.datasetFor('police', entries[0]?.id ?? '', caller);
    if (!haveOfficialSchemas) return;
    expect(findOfficialProblems('Catalog', catalog)).toEqual([]);
    expect(findOfficialProblems('Catalog', empty.catalog)).toEqual([]);
    expect(findOfficialProblems('Dataset', one)).toEqual([]);
  });

  it('has offers that the policies understand', async () => {
    const { catalog } = await catalogue.catalogFor('police', agri, [{ q: '驾驶证' }], first);
    const [entry] = readCatalog(catalog);
    const found = await catalogue.offerOf('police', String(entry?.offers[0]?.['@id']));
    expect(found?.policy).toEqual(entry?.offers[0]);
    const policy = parsePolicy({ ...found?.policy, target: entry?.id ?? '' });
    const request = {
      stage: 'request' as const,
      action: 'use',
      target: entry?.id ?? '',
      assignee: agri.did,
      purpose: 'XK-001',
      caseNumber: '2026-1',
      at: test.house.now(),
      since: test.house.now(),
      count: 1,
      recipient: agri.did,
      place: '430000',
      items: ['person_id'],
    };
    expect(evaluatePolicy(policy, request)).toMatchObject({ allowed: true });
    const changes = [
      { purpose: 'XK-009' },
      { purpose: null },
      { caseNumber: null },
      { caseNumber: '' },
      { count: 101 },
      { items: ['salary'] },
    ];
    for (const change of changes)
      expect(evaluatePolicy(policy, { ...request, ...change }).allowed, JSON.stringify(change)).toBe(false);
    const open = await publishTestDataset(catalogue, 'agri', {
      sharing: 'unconditional',
      conditions: null,
      level: 1,
      changeItem: null,
      methods: ['answer'],
      terms: { deletion: false },
      items: [{ name: 'crop', title: { zh: '作物', en: 'Crop' }, type: 'text' }],
    });
    const offer = readCatalog(
      (await catalogue.catalogFor('agri', { slug: 'civil', did: '' }, undefined, first)).catalog,
    )[0]?.offers[0];
    const answering = parsePolicy({ ...offer, target: open.id });
    const ask = { ...request, target: open.id, purpose: null, caseNumber: null, items: ['crop'] };
    expect(evaluatePolicy(answering, { ...ask, action: 'xy:answer' }).allowed).toBe(true);
    // Answers only: the data themselves are not offered.
    expect(evaluatePolicy(answering, ask).allowed).toBe(false);
  });
});

describe('quality and freshness', () => {
  it('are measured in the real source, kept, and told when the data become late', async () => {
    const { sql } = test.store;
    await sql`
      CREATE TABLE people (person_id text, grade text, changed_at timestamptz, extra text)`;
    const now = test.house.now().getTime();
    const ids = ['11010519491231002X', '440524188001010014', '440524188001010014', '110105194912310021', null];
    for (const [index, id] of ids.entries()) {
      const at = new Date(now - index * 86_400_000 - 3_600_000);
      await sql`INSERT INTO people VALUES (${id}, ${index === 0 ? 'high' : '2'}, ${at}, 'x')`;
    }
    const [suggested] = await catalogue.suggestItems('civil', { source: { source: 'db', table: 'people' } });
    expect(suggested).toMatchObject({ name: 'person_id', type: 'text', title: { zh: 'person_id' } });
    const items = [...(testDraft().items as object[]), { name: 'gone', title: { zh: '没有', en: '' }, type: 'text' }];
    const { id } = await publishTestDataset(catalogue, 'civil', { items, source: { source: 'db', table: 'people' } });
    expect(await catalogue.read('civil', id)).toMatchObject({ quality: null, freshness: null });
    await catalogue.subscribe('civil', { ...agri, person: 'p1' }, { dataset: id, webhook: null });

    // Due from its publication on, without anybody asking.
    const stop = new AbortController();
    const running = catalogue.run(stop.signal);
    const measured = async () => expect((await catalogue.read('civil', id))?.quality).not.toBeNull();
    await vi.waitFor(measured, { timeout: 8_000, interval: 20 });
    stop.abort();
    await running;
    const { quality, freshness } = (await catalogue.read('civil', id)) ?? {};
    expect(quality).toMatchObject({
      rows: 5,
      completeness: 0.8,
      // Two rows share a key, and one has none.
      uniqueness: 0.4,
      validity: Math.round((12 / 14) * 1e6) / 1e6,
      missing: ['gone'],
    });
    expect(quality?.items).toEqual([
      { name: 'person_id', completeness: 0.8, validity: 0.75, invalid: 1 },
      { name: 'grade', completeness: 1, validity: 0.8, invalid: 1 },
      { name: 'changed_at', completeness: 1, validity: 1, invalid: 0 },
      { name: 'gone', completeness: 0, validity: null, invalid: 0 },
    ]);
    expect(freshness).toMatchObject({ claimed: 'daily', measured: 'daily', ageHours: 1, kept: true });
    expect(await catalogue.readManaged('civil', id)).toMatchObject({
      measuring: expect.stringMatching(/^\d+ \d+ \* \* \*$/),
    });

    test.passTime(2 * 86_400_000);
    const { signal } = new AbortController();
    while (await measureDue(parts, signal));
    expect((await catalogue.read('civil', id))?.freshness).toMatchObject({ ageHours: 49, kept: false });
    const { items: news } = await catalogue.news({ slug: 'agri', person: 'p1' }, first);
    expect(news).toMatchObject([{ kind: 'late', dataset: id, read: false }]);

    // A source that is gone is a finding; what was known stays.
    await sql`DROP TABLE people`;
    expect(await catalogue.measure('civil', id)).toMatchObject({
      quality: null,
      problem: expect.stringMatching(/^DELIVERY_/),
    });
    expect((await catalogue.read('civil', id))?.quality?.rows).toBe(5);
    const { items: history } = await catalogue.measurements('civil', id, first);
    expect(history.map(({ problem }) => problem === null)).toEqual([false, true, true]);
    const late = await catalogue.search('civil', agri, { kept: false }, first);
    expect(late.items.map((found) => found.id)).toEqual([id]);
    await catalogue.scheduleMeasuring('civil', testSteward, id, null);
    expect(await catalogue.readManaged('civil', id)).toMatchObject({ measuring: null, measuredNext: null });
  });
});

describe('news', () => {
  it('reaches subscribers once, in the inbox and signed at their webhook, after failures too', async () => {
    const received: { id: string; body: { type: string; data: { version: number } }; good: boolean }[] = [];
    let failures = 0;
    let secret = '';
    const server: Server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers;
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const wanted = `v1,${createHmac('sha256', key).update(`${id}.${at}.${text}`).digest('base64')}`;
      if (failures++ < 1) {
        response.writeHead(503).end();
        return;
      }
      received.push({ id: String(id), body: JSON.parse(text), good: signature === wanted });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const department = { slug: 'civil', did: null, person: null };
      const made = await catalogue.subscribe('agri', department, { dataset: null, webhook });
      secret = made.secret ?? '';
      expect(await code(catalogue.subscribe('agri', department, { dataset: null, webhook: 'file:///etc' }))).toBe(
        'HOST_URL_INVALID',
      );
      const { id } = await publishTestDataset(catalogue, 'agri', { table: 'farms' });
      // Of what is restricted, whoever subscribed to the whole catalogue hears nothing.
      await publishTestDataset(catalogue, 'agri', { level: 4 });
      await catalogue.withdraw('agri', testReviewer, id, '停止');
      const signal = new AbortController().signal;
      while (await sendNext(parts, signal));
      expect(received.map(({ body }) => body.type)).toEqual(['catalogue.withdrawn']);
      test.passTime(10_000);
      while (await sendNext(parts, signal));
      expect(received.map(({ body, good }) => [body.type, good])).toEqual([
        ['catalogue.withdrawn', true],
        ['catalogue.published', true],
      ]);
      const { items } = await catalogue.news(department, first);
      expect(items.map(({ kind }) => kind)).toEqual(['withdrawn', 'published']);
      expect(items.map((news) => news.id)).toEqual(received.map((news) => news.id));
      await catalogue.markRead(
        { slug: 'agri', person: null },
        items.map((news) => news.id),
      );
      expect((await catalogue.news(department, first)).items.every(({ read }) => !read)).toBe(true);
      await catalogue.markRead(department, [items[0]?.id ?? '']);
      expect((await catalogue.news(department, first)).items.map(({ read }) => read)).toEqual([true, false]);
      expect(await code(catalogue.unsubscribe({ slug: 'agri', person: null }, made.id))).toBe(
        'CATALOGUE_SUBSCRIPTION_UNKNOWN',
      );
      await catalogue.unsubscribe(department, made.id);
      expect((await catalogue.subscriptions(department, first)).items).toEqual([]);
      const [secretId = ''] = granted;
      expect(await code(catalogue.subscribe('police', department, { dataset: secretId, webhook: null }))).toBe(
        'CATALOGUE_DATASET_UNKNOWN',
      );
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
