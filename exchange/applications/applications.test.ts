import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Action, openRights, type Role } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import { createContext } from '../../host/index.ts';
import type { Dataset } from '../catalogue/catalogue.ts';
import { grantedRows } from '../delivery/plane/grantedRows.ts';
import type { RowCondition } from '../delivery/sources/source.ts';
import type { JsonObject } from '../house.ts';
import { evaluatePolicy, parsePolicy, placeOfUse } from '../policy/policy.ts';
import { escalateDue } from './clocks/runClocks.ts';
import { tellOfRulings } from './clocks/tellOfRulings.ts';
import { wireForm } from './consumer/wireForm.ts';
import { receiveNotice } from './disputes/receiveNotice.ts';
import { noticeType } from './disputes/sendNotice.ts';
import type { Application, ApplicationForm, ApplicationState } from './model.ts';
import { askingRoutes } from './routes.ts';
import { openTestAsking, type TestAsking, testActor, testForm, testMatter } from './testing.ts';

let asking: TestAsking;
let conditional: Dataset;
let open: Dataset;
const actor = testActor;
const farms = { participant: 'farms', actor };
const civil = { participant: 'civil', actor };
const dayMs = 86_400_000;

beforeAll(async () => {
  asking = await openTestAsking();
  await asking.applications.saveMatter('farms', actor, testMatter);
  conditional = await asking.publish();
  open = await asking.publish({
    title: { zh: '救助站名录', en: 'Aid stations' },
    sharing: 'unconditional',
    conditions: null,
    level: 1,
    items: [
      { name: 'person_id', title: { zh: '编号', en: 'Number' }, type: 'text', sharing: 'unconditional', level: 1 },
      { name: 'grade', title: { zh: '等级', en: 'Grade' }, type: 'integer', sharing: 'unconditional', level: 1 },
      { name: 'changed_at', title: { zh: '变更时间', en: 'Changed' }, type: 'time', sharing: 'none', level: 1 },
    ],
  });
}, 60_000);
afterAll(() => asking.close());

const form = (changes: Partial<ApplicationForm> = {}) => testForm(asking.house.now(), changes);
const apply = (dataset: Dataset, changes: Partial<ApplicationForm> = {}) =>
  asking.applications.apply({ ...farms, provider: 'civil', dataset: dataset.id, form: form(changes) });

/** Waits until an application is in a state, and brings to the chain what is granted meanwhile. */
async function until(participant: string, id: string, state: ApplicationState): Promise<Application> {
  return vi.waitFor(
    async () => {
      await asking.settle();
      const found = await asking.applications.read(participant, id);
      expect(`${participant}: ${found.state}`).toBe(`${participant}: ${state}`);
      return found;
    },
    { timeout: 25_000, interval: 30 },
  );
}
const both = async (id: string, state: ApplicationState) => {
  const given = await until('civil', id, state);
  return { given, asked: await until('farms', id, state) };
};
const recordsOf = (participant: string, application: string) =>
  asking.store.sql<{ kind: string; outcome: string }[]>`
    SELECT kind, outcome FROM exchange.records WHERE participant = ${participant} AND application = ${application}`;

test('unconditional data are approved, agreed and granted within seconds; the items that are not shared never', async () => {
  const started = performance.now();
  const { id } = await apply(open, { caseSystem: '' });
  // Nothing is in force before its grant is on the chain.
  const { agreement } = await vi.waitFor(async () => {
    const waiting = await asking.applications.read('civil', id);
    const negotiation = await asking.dsp.readNegotiation('civil', waiting.negotiation ?? '');
    expect([waiting.state, negotiation?.state, negotiation?.inner]).toEqual(['approved', 'VERIFIED', 'chain']);
    return waiting;
  }, 25_000);
  expect(await asking.grants.readByAgreement('civil', agreement ?? '')).toMatchObject({ state: 'pending' });
  const { given, asked } = await both(id, 'granted');
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(given.decision).toMatchObject({ mode: 'unconditional', outcome: 'approved', by: null });
  expect(given.agreement).toBe(asked.agreement);
  const grant = await asking.grants.readByAgreement('farms', asked.agreement ?? '');
  expect(grant).toMatchObject({ state: 'active', purpose: 'XK-001', items: ['grade'], maxCount: 100 });
  const closed = await apply(open, { items: ['grade', 'changed_at'] });
  const refused = await both(closed.id, 'refused');
  expect(refused.given.decision).toMatchObject({ mode: 'published', ground: 'law', signed: expect.any(String) });
  expect(refused.asked.decision).toMatchObject({ ground: 'law', words: { zh: '信息项不予共享：changed_at' } });
  const covered = await apply(open, { caseSystem: '', from: asked.terms?.from ?? '', to: asked.terms?.to ?? '' });
  expect(covered.id).toBe(id);
});

test('a person checks, returns once, gets it again, and approves less with a reason; the consumer takes it', async () => {
  const { id } = await apply(conditional, { items: ['grade', 'person_id'] });
  const received = await until('civil', id, 'inReview');
  expect(received.clock).toMatchObject({ stage: 'firstCheck', workingDaysLeft: 2 });
  expect(received.form.applicant).toEqual({ name: '王小明', office: '农业处', phone: '0731-1' });
  expect(received.form.matterName.en).toBe('Subsidy for ecological farms');
  const { applications } = asking;
  expect((await applications.confirmCheck({ ...civil, id })).clock).toMatchObject({
    stage: 'answer',
    workingDaysLeft: 10,
  });
  await applications.returnForChanges({ ...civil, id, note: '请说明办件系统名称' });
  const returned = await until('farms', id, 'returned');
  expect(returned.note).toBe('请说明办件系统名称');
  expect((await applications.read('civil', id)).clock).toMatchObject({
    paused: true,
    dueAt: null,
    workingDaysLeft: 10,
  });
  await applications.amend({ ...farms, id, form: form({ items: ['grade', 'person_id'], caseSystem: '惠农补贴系统' }) });
  const again = await until('civil', id, 'inReview');
  expect(again.form.caseSystem).toBe('惠农补贴系统');
  await expect(applications.approve({ ...civil, id, narrow: { items: ['grade'], reason: ' ' } })).rejects.toMatchObject(
    {
      code: 'APPLICATION_REASON_MISSING',
    },
  );
  await expect(
    applications.approve({ ...civil, id, narrow: { items: ['grade', 'changed_at'], reason: '多给一项' } }),
  ).rejects.toMatchObject({ code: 'APPLICATION_WIDER' });
  await applications.approve({ ...civil, id, narrow: { items: ['grade'], maxCount: 50, reason: '只需等级即可核验' } });
  const narrowed = await until('farms', id, 'narrowed');
  expect(narrowed).toMatchObject({ note: '只需等级即可核验', terms: { items: ['grade'], maxCount: 50 } });
  await applications.acceptNarrowed({ ...farms, id });
  const { asked } = await both(id, 'granted');
  const grant = await asking.grants.readByAgreement('farms', asked.agreement ?? '');
  expect(grant).toMatchObject({ state: 'active', items: ['grade'], maxCount: 50 });
  const policy = parsePolicy(grant?.policy);
  const use = {
    stage: 'request' as const,
    action: 'use',
    target: conditional.id,
    assignee: grant?.consumer ?? '',
    purpose: 'XK-001',
    caseNumber: 'A-1',
    at: asking.house.now(),
    count: 1,
    recipient: 'farms',
    place: null,
    items: ['grade'],
  };
  expect(evaluatePolicy(policy, use)).toMatchObject({ allowed: true });
  expect(evaluatePolicy(policy, { ...use, caseNumber: null }).allowed).toBe(false);
  expect(evaluatePolicy(policy, { ...use, items: ['person_id'] }).allowed).toBe(false);
  const kinds = (await recordsOf('civil', id)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['application', 'decision', 'act']));
  const steps = await applications.steps('civil', id, { perPage: 50 });
  expect(steps.items.map(({ step }) => step)).toEqual([
    'received',
    'waits',
    'checked',
    'returned',
    'amended',
    'waits',
    'narrowed',
    'approved',
    'granted',
  ]);
});

test('a refusal has a ground; the data authority rules, and its ruling is honoured automatically', async () => {
  const rows: RowCondition[] = [{ column: 'grade', is: 'lteq', value: 3 }];
  const { applications } = asking;
  const { id } = await apply(conditional, { rows, items: ['grade', 'person_id'] });
  await until('civil', id, 'inReview');
  await applications.refuse({ ...civil, id, ground: 'sensitive', text: '涉及个人敏感信息' });
  const refused = await until('farms', id, 'refused');
  expect(refused.decision).toMatchObject({ ground: 'sensitive', words: { zh: '涉及个人敏感信息' } });
  await applications.dispute({ ...farms, id, reason: '依法履职所必需' });
  const dispute = await vi.waitFor(async () => {
    const { items } = await applications.listDisputes('bureau', { perPage: 10, open: true });
    const [found] = items;
    if (!found) throw new Error('not there yet');
    return found;
  }, 25_000);
  expect(dispute).toMatchObject({
    application: id,
    provider: { slug: 'civil' },
    consumer: { slug: 'farms' },
    refusal: { ground: 'sensitive', text: '涉及个人敏感信息' },
    clock: { stage: 'ruling', workingDaysLeft: 10 },
  });
  expect(JSON.stringify(dispute)).not.toContain('王小明');
  await until('civil', id, 'disputed');
  const words = { zh: '提供等级一项', en: 'give the grade' };
  const ruling = {
    outcome: 'grant' as const,
    terms: {
      items: ['grade'],
      from: dispute.form.from,
      to: dispute.form.to,
      maxCount: 40,
      frequency: dispute.form.frequency,
    },
    words,
  };
  await expect(applications.rule({ ...civil, id: dispute.id, ruling })).rejects.toMatchObject({
    code: 'APPLICATION_NOT_AUTHORITY',
  });
  await applications.rule({ participant: 'bureau', actor, id: dispute.id, ruling });
  const { given } = await both(id, 'granted');
  expect(given.decision).toMatchObject({ mode: 'ruling', by: null });
  expect(given.terms).toMatchObject({ items: ['grade'], maxCount: 40, rows });
});

test('nobody but the data authority makes a ruling', async () => {
  const { identity, dsp, registry } = asking.context;
  const id = '00000000-0000-4000-8000-00000000feed';
  const whole = { ...form({ items: ['grade'] }), matterName: testMatter.name };
  const { items, from, to, maxCount, frequency } = whole;
  const ruling = await identity.sign('farms', 'xy-ruling', {
    id: 'r-1',
    application: id,
    provider: 'civil',
    consumer: 'farms',
    dataset: conditional.id,
    matter: whole.matter,
    outcome: 'grant',
    terms: { items, from, to, maxCount, frequency: frequency && { ...frequency } },
    words: { zh: '准予共享', en: 'granted' },
    at: from,
  });
  const provider = await registry.find('civil');
  const wire = await wireForm({ identity }, { id, form: whole, encryptionKey: provider?.encryptionKey ?? {} });
  const found = await dsp.requestDataset({ participant: 'farms', counterparty: 'civil', dataset: conditional.id });
  const [offer] = [found?.hasPolicy ?? []].flat() as JsonObject[];
  const { id: negotiation } = await dsp.startNegotiation({
    participant: 'farms',
    counterparty: 'civil',
    offer: { ...offer, target: conditional.id },
    extension: { 'xy:application': wire, 'xy:ruling': ruling },
    reuse: false,
  });
  await vi.waitFor(async () => {
    const ended = await dsp.readNegotiation('farms', negotiation);
    expect(ended?.state).toBe('TERMINATED');
    expect(ended?.ending?.reason.join(' ')).toContain('$.xy:ruling: the data authority did not sign it');
  }, 25_000);
  await expect(asking.applications.read('civil', id)).rejects.toMatchObject({ code: 'APPLICATION_UNKNOWN' });
});

test('a standing rule approves up to its number a day, over all agreements together', async () => {
  const { applications } = asking;
  const rule = await applications.saveRule('civil', actor, {
    matter: testMatter.code,
    consumer: 'farms',
    dataset: conditional.id,
    items: ['grade'],
    ways: ['rows', 'answer'],
    perDay: 30,
    longestDays: 31,
    until: null,
  });
  const first = await apply(conditional, { ways: ['answer'] });
  const { given } = await both(first.id, 'granted');
  expect(given.decision).toMatchObject({ mode: 'standingRule' });
  const second = await apply(conditional, { ways: ['rows'], reason: '第二次' });
  expect((await until('civil', second.id, 'inReview')).decision).toBeNull();
  await applications.withdraw({ ...farms, id: second.id, reason: '不再需要' });
  await both(second.id, 'withdrawn');
  const third = await apply(conditional, { ways: ['rows'], frequency: { times: 10, period: 'P1D' } });
  expect((await both(third.id, 'granted')).given.decision).toMatchObject({ mode: 'standingRule' });
  await applications.endRule('civil', actor, rule.id);
});

test('an emergency is given at once, reviewed, and misuse ends the grant and bars the department', async () => {
  const { applications } = asking;
  const emergency = { ground: '洪水转移安置，须立即核对人员' };
  const { id } = await apply(conditional, { emergency, items: ['person_id'], reason: '抢险' });
  const { given, asked } = await both(id, 'granted');
  expect(given.decision).toMatchObject({ mode: 'emergency' });
  expect(given.clock).toMatchObject({ stage: 'review', workingDaysLeft: 3 });
  const hours = (Date.parse(asked.terms?.to ?? '') - asking.house.now().getTime()) / 3_600_000;
  expect(hours).toBeLessThanOrEqual(24);
  const text = '当日并无汛情';
  const reviewed = await applications.reviewEmergency({ ...civil, id, finding: 'misuse', text });
  expect(reviewed).toMatchObject({ review: 'misuse', clock: null });
  const grant = await asking.grants.readByAgreement('civil', given.agreement ?? '');
  expect(grant?.state).toBe('revoked');
  await expect(applications.reviewEmergency({ ...civil, id, finding: 'justified', text })).rejects.toMatchObject({
    code: 'APPLICATION_IN_OTHER_STATE',
  });
  const next = await apply(conditional, { emergency, items: ['person_id'], reason: '再次抢险' });
  const waiting = await until('civil', next.id, 'inReview');
  expect(waiting.clock?.stage).toBe('firstCheck');
  await applications.liftBar({ ...civil, consumer: 'farms', reason: '已整改到位' });
  await applications.withdraw({ ...farms, id: next.id, reason: '误报' });
  await both(next.id, 'withdrawn');
});

test('what is overdue is told to a superior, then to the data authority; a department cannot be hurried by a wrong message', async () => {
  const { applications } = asking;
  const { id } = await apply(conditional, {
    items: ['person_id'],
    reason: '逾期',
    to: new Date(Date.now() + 90 * dayMs).toISOString(),
  });
  await until('civil', id, 'inReview');
  for (const [member, name, role] of [
    ['civil', 'chief', 'admin'],
    ['civil', 'reader', 'viewer'],
    ['farms', 'farmer', 'admin'],
    ['bureau', 'arbiter', 'steward'],
  ] as const)
    await asking.addPerson(member, name, role);
  const letters = async () => (await asking.readMail()).filter(({ text }) => text.includes(id));
  const recipients = async () => (await letters()).map(({ to }) => to);
  asking.passTime(14 * dayMs);
  await asking.escalate();
  expect(await recipients()).toEqual(['chief@civil.example']);
  expect((await applications.read('civil', id)).clock).toMatchObject({ light: 'red', escalated: 1 });
  const overdue = await applications.list({ participant: 'civil', role: 'provider', overdue: true, perPage: 10 });
  expect(overdue.items.map((one) => one.id)).toContain(id);
  asking.passTime(4 * dayMs);
  await asking.escalate();
  expect((await applications.read('civil', id)).clock).toMatchObject({ escalated: 2 });
  await vi.waitFor(async () => {
    const [notice] = await asking.store.sql`
      SELECT content FROM exchange.notices
      WHERE participant = 'bureau' AND direction = 'in' AND kind = 'overdue' AND application = ${id}
        AND content->>'stage' = 'firstCheck'`;
    expect(notice?.content).toMatchObject({ provider: 'civil', consumer: 'farms', stage: 'firstCheck' });
    expect(await recipients()).toContain('arbiter@bureau.example');
  }, 25_000);
  // Once a stage and level, and only to those who may act.
  expect((await recipients()).sort()).toEqual(['arbiter@bureau.example', ...Array(2).fill('chief@civil.example')]);
  // Nobody tells the data authority that others are late.
  const { did } = await asking.context.identity.ensure('farms');
  const jws = await asking.context.identity.sign('farms', noticeType, {
    ...{ id: randomUUID(), kind: 'overdue', to: 'bureau', application: randomUUID(), at: new Date().toISOString() },
    content: { provider: 'civil', consumer: 'market', matter: 'XK-001', stage: 'answer' },
  });
  const caller = { did, slug: 'farms', token: '', tokenDigest: '' };
  await expect(receiveNotice(asking.context, { participant: 'bureau', caller, jws })).rejects.toMatchObject({
    code: 'APPLICATION_NOTICE_REFUSED',
  });
  const [first, ...others] = await letters();
  expect(first?.subject).toBe('数据申请初审已超期');
  expect(first?.text).toContain(`https://platform.example/exchange/inbox/${id}`);
  expect(first?.text).toContain('Subsidy for ecological farms');
  expect(others.filter(({ text }) => text.includes('The data authority is told'))).toHaveLength(1);
  // On a machine of a department's own nobody can be written to: the log says it.
  const other = await apply(conditional, { items: ['person_id'], reason: '另案', maxCount: 7 });
  await until('civil', other.id, 'inReview');
  asking.passTime(14 * dayMs);
  const log: string[] = [];
  const destination = { write: (line: string) => void log.push(line) };
  const context = createContext({ signal: new AbortController().signal, destination });
  await escalateDue({ ...asking.context, post: null, house: { ...asking.context.house, context } });
  const warned = log.map((line) => JSON.parse(line)).find((line) => line.application === other.id);
  expect(warned).toMatchObject({
    participant: 'civil',
    stage: 'firstCheck',
    told: 0,
    msg: 'an application is overdue',
  });
  expect((await asking.readMail()).filter(({ text }) => text.includes(other.id))).toEqual([]);
  // The data authority's own clock: those who rule are told, once.
  await applications.refuse({ ...civil, id: other.id, ground: 'other', text: '不符合规定' });
  await until('farms', other.id, 'refused');
  await applications.dispute({ ...farms, id: other.id, reason: '依法履职所必需' });
  await vi.waitFor(async () => {
    const { items } = await applications.listDisputes('bureau', { perPage: 10, open: true });
    expect(items.map(({ application }) => application)).toContain(other.id);
  }, 25_000);
  expect(await tellOfRulings(asking.context, 10)).toBe(0);
  asking.passTime(30 * dayMs);
  expect(await tellOfRulings(asking.context, 10)).toBe(1);
  expect(await tellOfRulings(asking.context, 10)).toBe(0);
  const rulers = (await asking.readMail()).filter(({ text }) => text.includes(other.id));
  expect(rulers.map(({ to, subject }) => [to, subject])).toEqual([['arbiter@bureau.example', '裁决已超期']]);
  expect(rulers[0]?.text).toContain('https://platform.example/exchange/disputes');
  const stranger = await asking.app.inject({
    method: 'POST',
    url: '/dsp/bureau/data/notices',
    payload: { notice: 'x' },
  });
  expect(stranger.statusCode).toBe(401);
});

test('wrong forms are refused with their place and leave nothing; what would happen is told beforehand', async () => {
  const { applications } = asking;
  const refused = (changes: object) => apply(conditional, changes as Partial<ApplicationForm>);
  await expect(refused({ items: [] })).rejects.toMatchObject({ code: 'APPLICATION_INVALID' });
  await expect(refused({ to: '2020-01-01T00:00:00Z' })).rejects.toThrow('$.form.to');
  await expect(refused({ rows: [{ column: 'grade', null: true }] })).rejects.toThrow('$.form.rows[0]');
  await expect(refused({ ways: ['theft'] })).rejects.toThrow('$.form.ways[0]');
  await expect(refused({ matter: 'XK-404' })).rejects.toMatchObject({ code: 'APPLICATION_MATTER_UNKNOWN' });
  const { terms } = conditional;
  const local = await asking.publish({ terms: { ...terms, regions: ['430100'] } });
  await expect(apply(local)).rejects.toThrow('$.form.place: the data may be used in 430100 only');
  const grade = { column: 'grade', is: 'lteq', value: 2 } as const;
  const outside = await until('farms', (await apply(local, { place: '430200' })).id, 'refused');
  expect(outside.decision).toMatchObject({
    ground: 'policyDocument',
    words: { en: expect.stringContaining('430200') },
  });
  const { id } = await until('civil', (await apply(local, { place: '430100', rows: [grade] })).id, 'inReview');
  const since = { column: 'changed_at', is: 'gteq', value: '2026-01-01T00:00:00Z' } as const;
  const narrow = { place: '430102', rows: [since], reason: '仅芙蓉区使用' };
  const later = { ...since, value: 2026 };
  await expect(applications.approve({ ...civil, id, narrow: { ...narrow, rows: [later] } })).rejects.toThrow(
    '$.narrow.rows[0].value',
  );
  await applications.approve({ ...civil, id, narrow });
  expect((await until('farms', id, 'narrowed')).terms).toMatchObject({ place: '430102', rows: [grade, since] });
  await applications.acceptNarrowed({ ...farms, id });
  const { agreement } = await until('farms', id, 'granted');
  const grant = await asking.grants.readByAgreement('civil', agreement ?? '');
  if (!grant) throw new Error('There is no grant.');
  expect([placeOfUse(grant.policy), grantedRows(grant.policy)]).toEqual(['430102', [grade, since]]);
  const wrongItem = await apply(conditional, { items: ['owner'] });
  const ended = await until('farms', wrongItem.id, 'refused');
  expect(ended.note).toContain('$.xy:application.items[0]');
  await expect(applications.read('civil', wrongItem.id)).rejects.toMatchObject({ code: 'APPLICATION_UNKNOWN' });
  const whole = { ...form(), matterName: testMatter.name };
  const told = await applications.forecast({ participant: 'civil', consumer: 'farms', dataset: open.id, form: whole });
  expect(told).toMatchObject({ outcome: 'approved', decision: { allowed: true } });
  expect(asking.wire.problems).toEqual([]);
});

test('more applications at once than there are connections to the database', async () => {
  const asked = Array.from({ length: 10 }, (_, index) =>
    apply(open, { caseSystem: '', maxCount: 200 + index, reason: `第 ${index} 件` }),
  );
  const made = await Promise.all(asked);
  expect(new Set(made.map(({ id }) => id)).size).toBe(10);
  for (const { id } of made) await until('farms', id, 'granted');
});

/** The routes as the platform mounts them; `as` is `department/role`. */
async function openRoutes(): Promise<FastifyInstance> {
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } });
  const rights = openRights({ isFounded: () => true });
  app.decorateRequest('principal', null);
  app.addHook('preParsing', async (request) => {
    const [member = '', role = ''] = String(request.headers['x-as']).split('/');
    request.principal = {
      kind: 'person',
      id: role,
      name: role,
      member,
      roles: [role as Role],
      scopes: [],
      standing: 'admitted',
      platform: false,
      secondFactor: true,
    };
    const { access } = request.routeOptions.config;
    rights.require({ principal: request.principal, action: access as Action });
  });
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.send(error);
    return reply.code(error.status).send({ code: error.code, detail: error.message });
  });
  await app.register(askingRoutes(asking.applications));
  return app;
}

test('over HTTP: each step by who may, lists in pages, exact places of wrong values', async () => {
  const app = await openRoutes();
  type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  const ask = async (as: string, method: Method, path: string, payload?: object) => {
    const url = `/api/exchange${path}`;
    const answer = await app.inject({ method, url, headers: { 'x-as': as }, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  };
  const body = { provider: 'civil', dataset: conditional.id, form: form({ items: ['person_id'], reason: '经由接口' }) };
  expect((await ask('farms/viewer', 'POST', '/applications', body)).status).toBe(403);
  const wrong = await ask('farms/steward', 'POST', '/applications', { ...body, form: { ...body.form, colour: 1 } });
  expect(wrong.status).toBe(400);
  const made = await ask('farms/steward', 'POST', '/applications', body);
  expect(made).toMatchObject({
    status: 201,
    body: { state: 'inReview', clock: { stage: 'answer', workingDaysLeft: 12 } },
  });
  const { id } = made.body;
  await until('civil', id, 'inReview');
  expect((await ask('civil/viewer', 'POST', `/inbox/${id}/check`)).status).toBe(403);
  expect((await ask('civil/steward', 'POST', `/inbox/${id}/check`)).body.clock.stage).toBe('answer');
  expect((await ask('bureau/steward', 'GET', `/applications/${id}`)).body.code).toBe('APPLICATION_UNKNOWN');
  expect((await ask('farms/steward', 'POST', `/inbox/${id}/approval`, {})).body.code).toBe('APPLICATION_UNKNOWN');
  const first = await ask('civil/viewer', 'GET', '/inbox?perPage=2');
  const next = await ask('civil/viewer', 'GET', `/inbox?perPage=2&pageToken=${first.body.nextPageToken}`);
  const ids = [...first.body.items, ...next.body.items].map((one: { id: string }) => one.id);
  expect(new Set(ids).size).toBe(4);
  expect(ids[0]).toBe(id);
  expect((await ask('civil/viewer', 'GET', '/inbox?pageToken=x')).body.code).toBe('APPLICATION_PAGE_TOKEN_WRONG');
  const refusal = { ground: 'other', text: '数据尚在整理' };
  expect((await ask('civil/steward', 'POST', `/inbox/${id}/refusal`, refusal)).body).toMatchObject({
    state: 'refused',
  });
  expect((await ask('civil/steward', 'PATCH', '/limits', { answerDays: 7 })).body).toMatchObject({ answerDays: 7 });
  expect((await ask('civil/viewer', 'GET', '/limits')).body).toMatchObject({ answerDays: 7, firstCheckDays: 2 });
  const day = { day: '2027-02-30', working: false, name: { zh: '休', en: 'off' } };
  expect((await ask('civil/steward', 'PUT', '/calendar', day)).body.code).toBe('APPLICATION_DAY_WRONG');
  expect((await ask('civil/steward', 'PUT', '/calendar', { ...day, day: '2027-02-28' })).status).toBe(204);
  expect((await ask('civil/viewer', 'GET', '/calendar')).body.calendarKnownUntil).toMatch(/^20\d\d-12-31$/);
  expect((await ask('civil/viewer', 'GET', '/calendar')).body.items).toEqual([{ ...day, day: '2027-02-28' }]);
  expect((await ask('bureau/steward', 'GET', '/notices')).body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['dispute', 'overdue', 'misuse']),
  );
  expect((await ask('farms/viewer', 'GET', '/matters')).body.items).toMatchObject([{ code: 'XK-001' }]);
  expect((await ask('civil/viewer', 'GET', '/rules')).body.items).toMatchObject([{ enabled: false, perDay: 30 }]);
  const explained = await ask('civil/viewer', 'POST', '/policy/explanation', {
    policy: { '@id': 'p', '@type': 'Offer', permission: [{ action: 'use', constraint: [] }] },
    request: {
      stage: 'request',
      action: 'sell',
      target: 'd',
      assignee: 'a',
      purpose: null,
      caseNumber: null,
      at: '2026-11-21T00:00:00Z',
      count: 1,
      recipient: 'farms',
      place: null,
      items: null,
    },
  });
  expect(explained.body).toMatchObject({
    decision: { allowed: false, reasons: [{ rule: 'permission[0]', ok: false }] },
  });
  await app.close();
});
