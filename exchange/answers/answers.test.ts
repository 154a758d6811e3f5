import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Principal } from '../../alliance/index.ts';
import type { XiangyuError } from '../../errors.ts';
import type { JsonValue } from '../../proof/index.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { publishTestDataset } from '../catalogue/testing.ts';
import type { PersonUse } from '../citizens/citizens.ts';
import { forgetPersons } from '../citizens/openCitizens.ts';
import { citizenRoutes } from '../citizens/routes.ts';
import { dutyRoutes } from '../duties/routes.ts';
import { workDutiesOnce } from '../duties/workDuties.ts';
import type { Grant } from '../grants/grants.ts';
import type { SignedAnswer } from './answers.ts';
import { forgetOnce } from './forgetOld.ts';
import { normaliseIdentifier } from './identifiers.ts';
import { answerRoutes } from './routes.ts';
import { consumer, openTestAnswers, other, provider } from './testing.ts';
import { verifyAnswer } from './verifyAnswer.ts';

type Test = Awaited<ReturnType<typeof openTestAnswers>>;
let test: Test;
let dataset: Dataset;
let grant: Grant;
let transfer: string;

/** A citizen's number with its check digit, different for each `at`. */
const personAt = (at: number) =>
  normaliseIdentifier('citizenNumber', `430101${String(700101 + Math.floor(at / 900))}${String(100 + (at % 900))}`) ??
  '';
const words = (text: string) => ({ zh: text, en: text });
const people = 400;

const items = [
  {
    name: 'person_id',
    title: words('身份证号'),
    type: 'text',
    key: true,
    sensitive: true,
    validity: { format: 'citizenNumber' },
  },
  { name: 'state', title: words('状态'), type: 'text' },
  { name: 'valid_until', title: words('有效期至'), type: 'date' },
  { name: 'area', title: words('面积'), type: 'number' },
  { name: 'county', title: words('县'), type: 'text' },
  { name: 'changed_at', title: words('变更时间'), type: 'time' },
];
const parameter = (name: string, item: string, more: object = {}) => ({
  name,
  item,
  words: words(name),
  comparison: 'eq',
  type: 'text',
  required: true,
  ...more,
});

beforeAll(async () => {
  test = await openTestAnswers();
  await test.store.sql`
    CREATE TABLE licences (person_id text PRIMARY KEY, state text, valid_until date, area numeric, county text,
      changed_at timestamptz NOT NULL DEFAULT now())`;
  const rows = Array.from({ length: people }, (_, at) => ({
    person_id: personAt(at),
    state: at % 4 === 3 ? 'withdrawn' : 'valid',
    valid_until: at % 10 === 9 ? '2020-01-01' : '2099-12-31',
    area: at === 7 ? 90_000 : 10 + (at % 50),
    county: at < 5 ? '430181' : at < 205 ? '430121' : '430124',
  }));
  await test.store.sql`INSERT INTO licences ${test.store.sql(rows)}`;
  dataset = await test.publish('licences', { items, methods: ['pull', 'answer', 'match'] });
  const declare = (question: object) =>
    test.answers.declareQuestion(provider, { dataset: dataset.id, ...question }, 'steward-1');
  await declare({
    id: 'valid-licence',
    kind: 'holds',
    words: words('持有有效许可证吗'),
    parameters: [parameter('person', 'person_id')],
    conditions: [
      { item: 'state', comparison: 'eq', value: 'valid' },
      { item: 'valid_until', comparison: 'gteq', value: '$today' },
    ],
  });
  await declare({
    id: 'area-of',
    kind: 'value',
    item: 'area',
    words: words('面积'),
    parameters: [parameter('person', 'person_id')],
    bounds: { low: 0, high: 1_000 },
  });
  const county = parameter('county', 'county', { required: false, pattern: '43\\d{4}' });
  const least = parameter('least', 'area', { required: false, type: 'number', comparison: 'gteq' });
  await declare({
    id: 'count',
    kind: 'count',
    words: words('人数'),
    parameters: [county, least],
    limits: { roundTo: 1 },
  });
  await declare({
    id: 'area-sum',
    kind: 'sum',
    item: 'area',
    words: words('总面积'),
    parameters: [county],
    bounds: { low: 0, high: 100_000 },
  });
  await declare({
    id: 'average-area',
    kind: 'average',
    item: 'area',
    words: words('平均面积'),
    bounds: { low: 0, high: 1_000 },
  });
  await declare({
    id: 'by-county',
    kind: 'histogram',
    item: 'county',
    words: words('分县'),
    values: ['430181', '430121', '430124'],
    limits: { roundTo: 1 },
  });
  await declare({ id: 'most-listed', kind: 'matchRate', words: words('名单'), threshold: 0.5 });
  await declare({
    id: 'scarce',
    kind: 'holds',
    words: words('少'),
    parameters: [parameter('person', 'person_id')],
    limits: { perDay: 10 },
  });
  const names = ['valid-licence', 'area-of', 'count', 'area-sum', 'average-area', 'by-county', 'most-listed', 'scarce'];
  const constraint = [
    { leftOperand: 'purpose', operator: 'eq', rightOperand: 'SUBSIDY' },
    { leftOperand: 'xy:caseNumber', operator: 'neq', rightOperand: '' },
    { leftOperand: 'spatial', operator: 'isPartOf', rightOperand: '430100' },
  ];
  grant = await test.agree(consumer, dataset, {
    items: names.map((name) => `question:${name}`),
    policy: { permission: [{ action: 'use', constraint }] },
  });
  transfer = await test.start(consumer, grant, 'xy:answer');
});
afterAll(() => test.close());

const ask = (question: string, parameters: { [name: string]: JsonValue }, more: object = {}) =>
  test.answers.ask({
    participant: consumer,
    transfer,
    question,
    parameters,
    purpose: 'SUBSIDY',
    caseNumber: 'AG-2026-1',
    ...more,
  });
const answerTo = async (question: string, parameters: { [name: string]: JsonValue }) =>
  (await ask(question, parameters)).answer;
const records = (participant: string, kind = 'answer') => test.store.sql<
  { outcome: string; content: JsonValue; detail: JsonValue; subjects: string[] | null }[]
>`SELECT outcome, content, detail, subjects FROM exchange.records
  WHERE participant = ${participant} AND kind = ${kind} ORDER BY id`;

describe('single answers', () => {
  it('says yes only for a valid licence, and the same no for every other reason', async () => {
    const answers = await Promise.all(
      [personAt(0), personAt(0).toLowerCase(), personAt(3), personAt(9), personAt(5_000)].map((person) =>
        answerTo('valid-licence', { person }),
      ),
    );
    expect(answers).toEqual([true, true, false, false, false].map((holds) => ({ kind: 'holds', holds })));
  });

  it('tells a value only within its bounds', async () => {
    expect(await answerTo('area-of', { person: personAt(12) })).toEqual({ kind: 'value', value: 22 });
    expect(await answerTo('area-of', { person: personAt(7) })).toEqual({ kind: 'value', value: null });
    expect(await answerTo('area-of', { person: personAt(5_000) })).toEqual({ kind: 'value', value: null });
  });

  it('looks at no other rows than those that were granted', async () => {
    const condition = {
      leftOperand: 'xy:rows',
      operator: 'hasPart',
      rightOperand: '{"column":"county","in":["430121"]}',
    };
    const policy = { permission: [{ action: 'use', constraint: [condition] }] };
    const granted = await test.agree(consumer, dataset, {
      items: ['question:valid-licence', 'question:count'],
      policy,
    });
    const narrow = { transfer: await test.start(consumer, granted, 'xy:answer') };
    const holds = async (at: number) => (await ask('valid-licence', { person: personAt(at) }, narrow)).answer;
    expect([await holds(0), await holds(10)]).toMatchObject([{ holds: false }, { holds: true }]);
    expect((await ask('count', {}, narrow)).answer).toMatchObject({ count: 200 });
    // Neither than those of the source that are ever given.
    const source = { ...dataset.source, rows: { column: 'county', is: 'eq', value: '430124' } };
    const few = await publishTestDataset(test.catalogue, provider, { items, methods: ['answer'], source });
    const question = { id: 'valid-there', kind: 'holds', words: words('有吗'), dataset: few.id };
    const parameters = [parameter('person', 'person_id')];
    await test.answers.declareQuestion(provider, { ...question, parameters }, 'steward-1');
    const theirs = await test.agree(consumer, few, { items: ['question:valid-there'] });
    const there = { transfer: await test.start(consumer, theirs, 'xy:answer') };
    const isThere = async (at: number) => (await ask('valid-there', { person: personAt(at) }, there)).answer;
    expect([await isThere(10), await isThere(300)]).toMatchObject([{ holds: false }, { holds: true }]);
  });

  it('begins only in the ways that were agreed', async () => {
    const way = { leftOperand: 'xy:way', operator: 'isAnyOf', rightOperand: ['rows'] };
    const policy = { permission: [{ action: 'use', constraint: [way] }] };
    const { agreement } = await test.agree(consumer, dataset, { items: ['question:valid-licence'], policy });
    for (const format of ['xy:answer', 'xy:match']) {
      const { id } = await test.dsp.startTransfer({ participant: consumer, agreementId: agreement, format });
      await expect
        .poll(() => test.dsp.readTransfer(consumer, id), { timeout: 10_000 })
        .toMatchObject({ state: 'TERMINATED', ending: { code: 'POLICY_REFUSES' } });
    }
  });

  it('is signed by the provider and verifies with the text, the salt and the parameters alone', async () => {
    const person = personAt(1);
    const { jws, salt, id } = await ask('valid-licence', { person });
    const { did } = await test.identity.ensure(provider);
    const expected = {
      provider: did,
      question: 'valid-licence',
      agreement: grant.agreement,
      purpose: 'SUBSIDY',
      caseNumber: 'AG-2026-1',
      nonce: id,
      salt,
      parameters: { person },
    };
    const said: SignedAnswer = await verifyAnswer(test.identity, jws ?? '', expected);
    expect(said).toMatchObject({ answer: { holds: true }, grant: grant.id, datasetVersion: 1, dataset: dataset.id });
    const refused = { code: 'ANSWER_ANSWER_REFUSED' };
    const check = (changed: object, text = jws ?? '') => verifyAnswer(test.identity, text, { ...expected, ...changed });
    await expect(check({ parameters: { person: personAt(2) } })).rejects.toMatchObject(refused);
    await expect(check({ caseNumber: 'AG-2026-2' })).rejects.toMatchObject(refused);
    await expect(check({ provider: (await test.identity.ensure(other)).did })).rejects.toMatchObject(refused);
    const [head, , signature] = (jws ?? '').split('.');
    const forged = Buffer.from(JSON.stringify({ ...said, answer: { kind: 'holds', holds: false } })).toString(
      'base64url',
    );
    await expect(check({}, `${head}.${forged}.${signature}`)).rejects.toMatchObject(refused);
  });

  it('counts a repeated question once and refuses another one under the same id', async () => {
    const id = randomUUID();
    const first = await ask('valid-licence', { person: personAt(0) }, { id });
    const used = async () => (await test.grants.read(provider, grant.id))?.used;
    const before = await used();
    // As if the answer had been lost on its way.
    await test.store.sql`UPDATE exchange.answers_received SET state = 'asking', jws = NULL WHERE id = ${id}`;
    expect((await ask('valid-licence', { person: personAt(0) }, { id })).jws).toBe(first.jws);
    expect(await used()).toBe(before);
    await expect(ask('valid-licence', { person: personAt(1) }, { id })).rejects.toMatchObject({
      code: 'ANSWER_NONCE_REUSED',
    });
  });

  it('keeps identifiers out of the records and of what the provider stores', async () => {
    const person = personAt(2);
    await ask('valid-licence', { person });
    const [last] = (await records(provider)).slice(-1);
    expect(last).toMatchObject({ outcome: 'ok' });
    expect(last?.subjects).toHaveLength(1);
    for (const table of ['records', 'answers_given', 'citizen_uses', 'citizen_use_subjects']) {
      const [found] = await test.store.sql`
        SELECT count(*)::int AS count FROM ${test.store.sql(`exchange.${table}`)} AS one
        WHERE one::text LIKE ${`%${person}%`}`;
      expect(found).toEqual({ count: 0 });
    }
  });

  it('refuses what the grant, its purpose or the parameters do not allow, and records it', async () => {
    const person = personAt(0);
    const refusal = async (asking: Promise<unknown>) =>
      String(
        await asking.then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      );
    expect(await refusal(ask('valid-licence', { person }, { purpose: 'OTHER' }))).toMatch(/does not allow/);
    expect(await refusal(ask('valid-licence', { person }, { caseNumber: null }))).toMatch(/does not allow/);
    expect(await refusal(ask('valid-licence', { person }, { place: '430102' }))).toBe('answered');
    expect(await refusal(ask('valid-licence', { person }, { place: '110000' }))).toMatch(
      /region must be within 430100/,
    );
    expect(await refusal(ask('no-such', { person }))).toMatch(/no open question no-such/);
    expect(await refusal(ask('valid-licence', { person: "1' OR '1'='1" }))).toMatch(/person cannot be used/);
    expect(await refusal(ask('valid-licence', {}))).toMatch(/person cannot be used: it is missing/);
    expect(await refusal(ask('valid-licence', { person, more: 1 }))).toMatch(/more cannot be used/);
    expect(await refusal(ask('count', { county: 430121 }))).toMatch(/county cannot be used: a text/);
    const refused = (await records(provider)).filter(({ outcome }) => outcome === 'refused');
    expect(refused.length).toBeGreaterThanOrEqual(8);
    expect(JSON.stringify(refused)).not.toContain(person);
  });

  it('is for the consumer of the transfer only', async () => {
    const endpoint = (await test.dsp.readTransfer(consumer, transfer))?.dataAddress?.endpoint;
    const url = `${endpoint}/answers`;
    const body = JSON.stringify({ '@type': 'xy:Question' });
    const { did: audience } = await test.identity.ensure(provider);
    const path = new URL(url).pathname;
    const call = async (slug: string) => {
      const token = await test.identity.makeToken({ slug, audience, method: 'POST', path, body });
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const answer = await fetch(url, { method: 'POST', headers, body });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await call(other)).toEqual([404, 'ANSWER_TRANSFER_UNKNOWN']);
    expect(await call(consumer)).toEqual([400, 'ANSWER_REQUEST_INVALID']);
    const stranger = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(stranger.status).toBe(401);
  });

  it('holds the budget of a day under a hundred questions at once', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 40 }, (_, at) => answerTo('scarce', { person: personAt(at) })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    test.passTime(25 * 3_600_000);
    expect(await answerTo('scarce', { person: personAt(0) })).toEqual({ kind: 'holds', holds: true });
  });
});

describe('groups', () => {
  const overlap = { code: 'ANSWER_PROVIDER_REFUSED', reason: expect.stringContaining('differs by fewer than 10') };

  it('tells counts of large groups and nothing of small, empty or unknown ones', async () => {
    expect(await answerTo('count', { county: '430121' })).toEqual({ kind: 'count', count: 200, suppressed: false });
    expect(await answerTo('count', { county: '430181' })).toEqual({ kind: 'count', suppressed: true });
    expect(await answerTo('count', { county: '439999' })).toEqual({ kind: 'count', suppressed: true });
  });

  it('refuses groups whose difference would tell of a few persons', async () => {
    expect(await answerTo('count', { county: '430124', least: 10 })).toMatchObject({ count: 195 });
    // 4 persons of the county have an area below 11; with them or without is a difference of 4.
    await expect(ask('count', { county: '430124', least: 11 })).rejects.toMatchObject(overlap);
    expect(await answerTo('count', { county: '430124', least: 30 })).toMatchObject({ suppressed: false });
    // A row with no area at all is in no group that compares the area, and must not make two groups look alike.
    await test.store.sql`UPDATE licences SET area = NULL WHERE person_id = ${personAt(300)}`;
    await expect(ask('count', { county: '430124' })).rejects.toMatchObject(overlap);
    await test.store.sql`UPDATE licences SET area = 10 WHERE person_id = ${personAt(300)}`;
  });

  it('gives a repeated group its first answer for a day, whatever changed meanwhile', async () => {
    const before = await answerTo('count', { county: '430121' });
    await test.store.sql`DELETE FROM licences WHERE person_id = ${personAt(100)}`;
    expect(await answerTo('count', { county: '430121' })).toEqual(before);
  });

  it('keeps a sum to itself when one person makes up most of it', async () => {
    expect(await answerTo('area-sum', { county: '430121' })).toEqual({ kind: 'sum', suppressed: true });
    const sum = await test.store.sql`SELECT sum(area)::float AS sum FROM licences WHERE county = '430124'`;
    expect(await answerTo('area-sum', { county: '430124' })).toMatchObject({ value: sum[0]?.sum, suppressed: false });
    const [average] = await test.store.sql`SELECT avg(area)::float AS average FROM licences WHERE area <= 1000`;
    expect(((await answerTo('average-area', {})) as { value: number }).value).toBeCloseTo(average?.average, 6);
  });

  it('leaves small groups out of a histogram, with a second one when the total would tell', async () => {
    // Another department, for the average of this one leaves one person out whom the histogram counts.
    const theirs = await test.start(
      other,
      await test.agree(other, dataset, { items: ['question:by-county'] }),
      'xy:answer',
    );
    const asked = { participant: other, transfer: theirs, question: 'by-county', parameters: {}, purpose: 'SUBSIDY' };
    await expect(ask('by-county', {})).rejects.toMatchObject(overlap);
    expect((await test.answers.ask({ ...asked, caseNumber: 'P-1' })).answer).toEqual({
      kind: 'histogram',
      groups: [{ value: '430121', count: 199 }],
      suppressedGroups: true,
    });
  });

  it('tells whether a list reaches the threshold, and refuses a list that differs by a few', async () => {
    const list = (from: number, count: number) => Array.from({ length: count }, (_, at) => personAt(from + at));
    expect(await answerTo('most-listed', { identifiers: list(0, 40) })).toEqual({ kind: 'matchRate', reached: true });
    expect(await answerTo('most-listed', { identifiers: list(4_000, 40) })).toMatchObject({ reached: false });
    await expect(ask('most-listed', { identifiers: [...list(0, 40), personAt(4_100)] })).rejects.toMatchObject(overlap);
    await expect(ask('most-listed', { identifiers: list(0, 5) })).rejects.toMatchObject({
      reason: expect.stringContaining('5 different identifiers'),
    });
  });
});

describe('the citizen', () => {
  const at = { participant: provider, kind: 'citizenNumber' } as const;
  const address = '192.0.2.1';

  it('sees with a one-time code who used data about them, for what and on which basis, and may object', async () => {
    const person = personAt(50);
    await ask('valid-licence', { person });
    const { code } = await test.citizens.makeCode({ ...at, identifier: person, officer: 'officer-1' });
    const wrong = { code: 'ANSWER_CODE_WRONG' };
    const open = (identifier: string, given: string, from = address) =>
      test.citizens.openSession({ ...at, identifier, code: given, address: from });
    await expect(open(personAt(51), code)).rejects.toMatchObject(wrong);
    await expect(open(person, 'AAAAA-AAAAA')).rejects.toMatchObject(wrong);
    const { token } = await open(person.toLowerCase(), code.toLowerCase().replace('-', ''));
    await expect(open(person, code)).rejects.toMatchObject(wrong);
    const page = { perPage: 10 };
    const seen = await test.citizens.listUses(token, page);
    expect(seen.lookups).toEqual([]);
    expect(seen.items).toHaveLength(1);
    const [use] = seen.items;
    expect(use).toMatchObject({
      department: { zh: consumer },
      dataset: { zh: '低保对象名单' },
      kind: 'answer',
      question: { zh: '持有有效许可证吗' },
      matter: { en: 'Subsidy for ecological farms' },
      legalBasis: { zh: '《社会救助暂行办法》第十三条' },
      caseNumber: 'AG-2026-1',
      objection: null,
    });
    const { id } = await test.citizens.object(token, { use: use?.id ?? '', words: '我没有申请补贴' });
    await expect(test.citizens.object(token, { use: randomUUID(), words: 'x' })).rejects.toMatchObject({
      code: 'ANSWER_USE_UNKNOWN',
    });
    const inbox = await test.citizens.listObjections(provider, { ...page, state: 'open' });
    const about = {
      ...{ at: use?.at, department: use?.department, dataset: { zh: '低保对象名单' }, kind: 'answer' },
      ...{ purpose: 'SUBSIDY', matter: { en: 'Subsidy for ecological farms' } },
    };
    expect(inbox.items).toMatchObject([{ id, words: '我没有申请补贴', state: 'open', about }]);
    expect(JSON.stringify(inbox)).not.toContain('AG-2026-1');
    expect(JSON.stringify(inbox)).not.toContain(person);
    const answer = { participant: provider, id, decision: 'upheld', words: '已更正', officer: 'officer-2' } as const;
    await test.citizens.answerObjection(answer);
    const again = await test.citizens.listUses(token, page);
    expect(again.items[0]?.objection).toMatchObject({ state: 'upheld', answer: '已更正' });
    expect(again.lookups).toMatchObject([{ by: 'person' }]);
    test.passTime(16 * 60_000);
    await expect(test.citizens.listUses(token, page)).rejects.toMatchObject({ code: 'ANSWER_SESSION_OVER' });
  });

  it('may ask all departments at once, each by its own pseudonym, and nothing that is kept joins them', async () => {
    const person = personAt(55);
    await ask('valid-licence', { person });
    const use: PersonUse = {
      ...{ participant: other, consumer: { did: 'did:key:zA', name: words('税务局') }, dataset: 'urn:uuid:other' },
      ...{
        datasetTitle: words('户籍'),
        kind: 'delivery',
        items: ['name'],
        question: null,
        grant: '0x1',
        agreement: 'a',
      },
      ...{ transfer: 't', purpose: 'TAX', caseNumber: null, at: test.house.now(), identifierKind: 'citizenNumber' },
    };
    await test.store.transaction((tx) => test.citizens.recordUse(tx, use, [person]));
    const { code } = await test.citizens.makeCode({ ...at, identifier: person, officer: 'officer-1' });
    const { token } = await test.citizens.openSession({ ...at, identifier: person, code, address: '192.0.2.7' });
    const everywhere = (identifier: string) =>
      test.citizens.askEverywhere(token, { identifier, kind: 'citizenNumber', perPage: 10 });
    await expect(everywhere(personAt(56))).rejects.toMatchObject({ code: 'ANSWER_CODE_WRONG' });
    const [home, police, ...more] = await everywhere(person);
    expect([home?.department.slug, police?.department.slug, more]).toEqual([provider, other, []]);
    expect([home?.items[0]?.dataset.zh, police?.items[0]?.dataset.zh]).toEqual(['低保对象名单', '户籍']);
    // In the session of the other department the person goes on, and only there.
    const theirs = police?.session.token ?? '';
    const { id } = await test.citizens.object(theirs, { use: police?.items[0]?.id ?? '', words: '不是我' });
    expect((await test.citizens.listObjections(other, { perPage: 10 })).items).toMatchObject([{ id }]);
    expect((await test.citizens.listUses(theirs, { perPage: 10 })).lookups).toMatchObject([{ by: 'person' }]);
    const kept = await test.store.sql<{ pseudonym: Buffer; expires_at: Date }[]>`
      SELECT pseudonym, expires_at FROM exchange.citizen_sessions ORDER BY expires_at DESC LIMIT 2`;
    expect(new Set(kept.map(({ pseudonym }) => pseudonym.toString('hex'))).size).toBe(2);
    const proved = await records(other, 'act');
    expect(proved.map(({ detail }) => detail)).toContainEqual({ act: 'citizen.session', provedBy: provider });
    expect(JSON.stringify(proved)).not.toContain(person);
    // However the question goes on, the department that checked who the person is stays named, and no other.
    await test.citizens.askEverywhere(theirs, { identifier: person, kind: 'citizenNumber', perPage: 10 });
    const back = (await records(provider, 'act')).map(({ detail }) => detail);
    expect(back).toContainEqual({ act: 'citizen.session', provedBy: provider });
    expect(JSON.stringify(back)).not.toContain(`"provedBy":"${other}"`);
    for (let times = 0; times < 8; times += 1) await everywhere(person);
    await expect(everywhere(person)).rejects.toMatchObject({ code: 'ANSWER_TOO_MANY_LOOKUPS' });
  });

  it('loses a code after five wrong attempts or fifteen minutes, and guessing is slowed down', async () => {
    const person = personAt(60);
    const make = async () => (await test.citizens.makeCode({ ...at, identifier: person, officer: 'officer-1' })).code;
    const open = (code: string, from: string) =>
      test.citizens.openSession({ ...at, identifier: person, code, address: from });
    const code = await make();
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(open('BBBBB-BBBBB', '192.0.2.2')).rejects.toMatchObject({ code: 'ANSWER_CODE_WRONG' });
    await expect(open(code, '192.0.2.3')).rejects.toMatchObject({ code: 'ANSWER_CODE_WRONG' });
    const late = await make();
    test.passTime(15 * 60_000 + 1);
    await expect(open(late, '192.0.2.3')).rejects.toMatchObject({ code: 'ANSWER_CODE_WRONG' });
    const guesses = Array.from({ length: 25 }, () => open('CCCCC-CCCCC', '192.0.2.4').catch((error) => error.code));
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(['ANSWER_CODE_WRONG', 'ANSWER_TOO_MANY_LOOKUPS']));
    const many = Array.from({ length: 6 }, () => make().catch((error) => error.code));
    expect(await Promise.all(many)).toContain('ANSWER_TOO_MANY_LOOKUPS');
  });

  it('is told that an officer looked, and every look is a record under the pseudonym', async () => {
    const person = personAt(70);
    const before = (await records(provider, 'act')).length;
    const look = () => test.citizens.lookAtCounter({ ...at, identifier: person, officer: 'officer-9', perPage: 10 });
    expect((await look()).items).toEqual([]);
    expect((await look()).lookups).toMatchObject([{ by: 'officer' }]);
    const looks = (await records(provider, 'act')).slice(before);
    expect(looks).toHaveLength(2);
    expect(JSON.stringify(looks)).not.toContain(person);
    await expect(
      test.citizens.lookAtCounter({ ...at, identifier: '430101199001011234', officer: 'officer-9', perPage: 10 }),
    ).rejects.toMatchObject({ code: 'ANSWER_IDENTIFIER_INVALID' });
  });
});

describe('the duty to delete', () => {
  const parts = () => {
    const { house, identity, registry, audit, grants, delivery, answers } = test;
    return { house, identity, registry, audit, grants, delivery, answers };
  };
  const duty = async (participant: string, grantId: string) =>
    (await test.duties.list(participant, { perPage: 50 })).items.find((one) => one.grant === grantId);

  it('follows the end of a grant on both sides, and ends with a receipt that the provider confirms', async () => {
    const ended = await test.agree(consumer, dataset, { items: ['question:count'] });
    await test.grants.revoke({ participant: provider, id: ended.id, reason: 'no longer needed' });
    await test.settle();
    expect(await duty(consumer, ended.id)).toMatchObject({ role: 'consumer', state: 'open', why: 'revoked' });
    expect(await duty(provider, ended.id)).toMatchObject({ role: 'provider', state: 'open' });
    for (let step = 0; step < 3; step += 1) await workDutiesOnce(parts());
    const done = await duty(consumer, ended.id);
    expect(done).toMatchObject({ state: 'received', handedOut: false });
    expect(await duty(provider, ended.id)).toMatchObject({ state: 'received', receipt: done?.receipt });
    const { did, payload } = await test.identity.verify(done?.receipt ?? '', { type: 'xy-deletion-receipt+jwt' });
    expect(did).toBe((await test.identity.ensure(consumer)).did);
    expect(payload).toMatchObject({ grant: ended.id, ended: { why: 'revoked' }, meaning: { en: /cannot prove/ } });
  });

  it('asks a person about files that were handed out, and signs their word', async () => {
    const agreed = await test.agree(consumer, dataset, { items: ['person_id', 'state'] });
    const stop = new AbortController();
    const running = test.delivery.run(stop.signal);
    const { id } = await test.delivery.receive({
      participant: consumer,
      agreement: agreed.agreement,
      format: 'xy:pull-csv',
      purpose: 'SUBSIDY',
      caseNumber: 'AG-2026-3',
      destination: { kind: 'file', name: 'licences.csv' },
    });
    const done = { timeout: 30_000, interval: 20 };
    const taken = vi.waitFor(
      async () => expect((await test.delivery.readIntake(consumer, id)).state).toBe('done'),
      done,
    );
    await taken.finally(() => stop.abort());
    await running;
    const [{ digest } = { digest: null }] = await test.delivery.holdings(consumer, agreed.agreement);
    await test.store.sql`UPDATE exchange.intakes SET handed_out_at = now() WHERE id = ${id}`;
    await test.grants.renounce({ participant: consumer, id: agreed.id, reason: 'the matter is over' });
    await test.settle();
    await workDutiesOnce(parts());
    const waiting = await duty(consumer, agreed.id);
    expect(waiting).toMatchObject({ state: 'waiting', why: 'renounced', handedOut: true });
    expect(waiting?.deleted).toMatchObject([{ kind: 'file', name: id, digest, method: 'unlink' }]);
    expect(await test.delivery.holdings(consumer, agreed.agreement)).toEqual([]);
    const statement = { copies: 'kept', words: '案卷依法保存十年', by: 'person-7' } as const;
    await expect(test.duties.confirmCopies(provider, waiting?.id ?? '', statement)).rejects.toMatchObject({
      code: 'ANSWER_DUTY_UNKNOWN',
    });
    await test.duties.confirmCopies(consumer, waiting?.id ?? '', statement);
    await workDutiesOnce(parts());
    const theirs = await duty(provider, agreed.id);
    expect(theirs).toMatchObject({
      state: 'received',
      handedOut: true,
      statement: { copies: 'kept', words: '案卷依法保存十年' },
    });
    expect(JSON.stringify(theirs)).not.toContain('person-7');
  });

  it('takes no receipt of another department', async () => {
    const ended = await test.agree(consumer, dataset, { items: ['question:count'] });
    await test.grants.revoke({ participant: provider, id: ended.id, reason: 'over' });
    await test.settle();
    const row = await duty(provider, ended.id);
    const receipt = { grant: ended.id, agreement: ended.agreement, deletedAt: new Date().toISOString() };
    const jws = await test.identity.sign(other, 'xy-deletion-receipt+jwt', {
      ...receipt,
      handedOut: false,
      deleted: [],
      statement: null,
    });
    const path = `/dsp/${provider}/data/receipts`;
    const body = JSON.stringify({ '@type': 'xy:DeletionReceipt', receipt: jws });
    const { did: audience } = await test.identity.ensure(provider);
    const token = await test.identity.makeToken({ slug: other, audience, method: 'POST', path, body });
    const call = { participant: provider, authorization: `Bearer ${token}`, method: 'POST', path, body };
    await expect(test.duties.receive(call)).rejects.toMatchObject({ code: 'ANSWER_RECEIPT_REFUSED' });
    expect(await duty(provider, ended.id)).toEqual(row);
  });

  it('escalates on both sides when it is overdue, one level after the other, and shows', async () => {
    const ended = await test.agree(other, dataset, { items: ['question:count'] });
    await test.grants.revoke({ participant: provider, id: ended.id, reason: 'misused' });
    await test.settle();
    // The consumer's connector is switched off: nothing of its side is done.
    await test.store.sql`UPDATE exchange.deletion_duties SET next_at = 'infinity' WHERE participant = ${other}`;
    const level = async () => {
      await workDutiesOnce(parts());
      return (await duty(provider, ended.id))?.escalation;
    };
    expect(await level()).toBe(0);
    test.passTime(7 * 86_400_000 + 1_000);
    expect(await level()).toBe(1);
    test.passTime(7 * 86_400_000);
    expect(await level()).toBe(3);
    const overdue = await test.duties.list(provider, { perPage: 10, overdue: true });
    expect(overdue.items.map((one) => one.grant)).toEqual([ended.id]);
  });
});

it('is served to people and programs of the department, and to nobody else’s', async () => {
  const app = fastify();
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    const member = String(request.headers.member ?? '');
    if (member !== '') request.principal = { member, id: 'person-1' } as unknown as Principal;
  });
  app.setErrorHandler((error, _, reply) => {
    const { status, statusCode, code } = error as XiangyuError & { statusCode?: number };
    return reply.code(status ?? statusCode ?? 500).send({ code: code ?? String(error) });
  });
  const accesses: string[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    if (method !== 'HEAD') accesses.push(`${method} ${url} ${config?.access}`);
  });
  await app.register(answerRoutes(test.answers));
  await app.register(dutyRoutes(test.duties));
  await app.register(citizenRoutes(test.citizens));
  const call = async (method: 'GET' | 'POST', url: string, payload?: object, member = provider) => {
    const path = `/api/exchange${url}`;
    const answer = await app.inject({ method, url: path, headers: { member }, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
  };
  const { items: few, nextPageToken } = (await call('GET', '/questions?perPage=2')).body;
  expect([few.length, nextPageToken]).toEqual([2, expect.any(String)]);
  expect((await call('GET', '/questions?perPage=50')).body.items).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 'area-of', bounds: { low: 0, high: 1_000 } })]),
  );
  expect((await call('GET', '/questions?pageToken=x')).body).toEqual({ code: 'ANSWER_PAGE_TOKEN_WRONG' });
  expect((await call('POST', '/questions', { id: 'X' })).status).toBe(400);
  const stated = { transfer, question: 'valid-licence', purpose: 'SUBSIDY', caseNumber: 'AG-1' };
  const asked = await call('POST', '/answers', { ...stated, parameters: { person: personAt(0) } }, consumer);
  expect(asked.body).toMatchObject({ state: 'answered', answer: { kind: 'holds', holds: true } });
  expect((await call('GET', `/answers/${asked.body.id}`, undefined, other)).status).toBe(404);
  expect((await call('GET', '/answers', undefined, consumer)).body.items[0]).toEqual(asked.body);
  expect((await call('GET', `/answers/questions/${transfer}`, undefined, consumer)).body.items).toHaveLength(8);
  expect((await call('GET', '/duties?role=provider')).body.items[0]).toMatchObject({ role: 'provider' });
  const session = { department: provider, identifier: personAt(0), kind: 'citizenNumber', code: 'AAAAA-AAAAA' };
  const wrong = await call('POST', '/citizen/sessions', session);
  expect([wrong.status, wrong.body, wrong.headers['cache-control']]).toEqual([
    404,
    { code: 'ANSWER_CODE_WRONG' },
    'no-store',
  ]);
  const nowhere = await call('POST', '/citizen/sessions', { ...session, department: 'nowhere' });
  expect(nowhere.body).toEqual({ code: 'ANSWER_CODE_WRONG' });
  expect((await call('POST', '/citizen/uses', { session: 'x' })).status).toBe(401);
  expect(accesses.filter((line) => line.endsWith('public')).sort()).toEqual([
    'POST /api/exchange/citizen/everywhere public',
    'POST /api/exchange/citizen/objections public',
    'POST /api/exchange/citizen/sessions public',
    'POST /api/exchange/citizen/uses public',
  ]);
  expect(accesses.filter((line) => line.endsWith('undefined'))).toEqual([]);
  await app.close();
});

it('forgets what is needed no more', async () => {
  test.passTime(40 * 86_400_000);
  await forgetOnce(test.house);
  for (const table of ['answers_given', 'answer_groups', 'answer_budgets']) {
    const [left] = await test.store.sql`SELECT count(*)::int AS count FROM ${test.store.sql(`exchange.${table}`)}`;
    expect([table, left]).toEqual([table, { count: 0 }]);
  }
  const uses = async () => (await test.store.sql`SELECT id FROM exchange.citizen_uses`).length;
  await forgetPersons(test.house);
  expect(await uses()).toBeGreaterThan(0);
  test.passTime(3 * 366 * 86_400_000);
  await forgetPersons(test.house);
  expect(await uses()).toBe(0);
  expect(await test.store.sql`SELECT * FROM exchange.citizen_use_subjects`).toHaveLength(0);
});
