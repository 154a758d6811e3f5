import { expect, test } from 'vitest';
import { grantedRows } from '../delivery/plane/grantedRows.ts';
import { describeUse } from '../grants/describeUse.ts';
import { digestPolicy, evaluatePolicy, type Policy, parsePolicy, placeOfUse, rowsOf } from '../policy/policy.ts';
import type { StandingRule } from './matters/matter.ts';
import type { ApplicationForm, Terms } from './model.ts';
import { type JudgeParameters, judge } from './provider/judge.ts';
import { areSameRules, buildRules, rulesToJson } from './terms/buildRules.ts';
import { cutToLimits, findWider, termsOf } from './terms/terms.ts';

const now = new Date('2026-11-20T02:00:00Z');
const form: ApplicationForm = {
  matter: 'XK-001',
  matterName: { zh: '生态农场补贴', en: 'Subsidy for ecological farms' },
  legalBasis: '《农业法》',
  caseSystem: '补贴系统',
  items: ['name', 'area'],
  ways: ['rows'],
  frequency: { times: 20, period: 'P1D' },
  maxCount: 100,
  from: '2026-11-20T00:00:00Z',
  to: '2026-12-20T00:00:00Z',
  reason: '核验面积',
  applicant: { name: '王', office: '农业处', phone: '' },
  emergency: null,
};
const item = (name: string, sharing: 'unconditional' | 'conditional' | 'none') => ({
  name,
  sharing,
  title: { zh: name, en: name },
  type: 'text' as const,
  sensitive: false,
  key: false,
  level: 1 as const,
  mask: null,
  required: false,
  validity: null,
});
const dataset: JudgeParameters['dataset'] = {
  sharing: 'conditional',
  legalGround: null,
  items: [item('name', 'unconditional'), item('area', 'conditional'), item('secret', 'none')],
  methods: ['pull', 'answer'],
  terms: { purposes: null, recipients: null, regions: null, longestDays: 60, mostRequests: 1_000, deletion: true },
};
const rule: StandingRule & { freeToday: number } = {
  id: 'r',
  participant: 'land',
  matter: 'XK-001',
  consumer: 'farm',
  dataset: 'd',
  items: ['name', 'area'],
  ways: ['rows'],
  perDay: 30,
  longestDays: 31,
  until: null,
  enabled: true,
  madeBy: '李',
  madeAt: now.toISOString(),
  freeToday: 20,
};
const ask = (
  changes: Partial<Omit<JudgeParameters, 'form' | 'dataset'>> & { form?: object; dataset?: object } = {},
) => {
  const judged = judge({
    consumer: 'farm',
    rules: [],
    ruling: null,
    barred: false,
    emergency: { hours: 24, count: 10 },
    now,
    ...changes,
    form: { ...form, ...changes.form },
    dataset: { ...dataset, ...changes.dataset },
  });
  return judged.outcome === 'approve' ? judged.mode : judged.outcome === 'refuse' ? judged.ground : judged.outcome;
};
const hurry = { emergency: { ground: 'flood in the county' } };
const ruling: Terms = termsOf(form);

test('what the law keeps back is refused whatever the hurry and whatever was ruled', () => {
  for (const changes of [{}, { ruling }, { form: hurry }, { rules: [rule] }]) {
    expect(ask({ ...changes, dataset: { sharing: 'none', legalGround: '《保密法》' } })).toBe('law');
    expect(ask({ ...changes, form: { ...('form' in changes ? changes.form : {}), items: ['name', 'secret'] } })).toBe(
      'law',
    );
  }
  expect(() => ask({ form: { items: ['name', 'owner'] } })).toThrow('$.xy:application.items[1]');
});

test('the published conditions: recipients, purposes, ways, a case system', () => {
  const terms = (changes: object) => ({ terms: { ...dataset.terms, ...changes } });
  expect(ask({ dataset: terms({ recipients: ['police'] }) })).toBe('policyDocument');
  expect(ask({ dataset: terms({ purposes: ['XK-002'] }) })).toBe('policyDocument');
  expect(ask({ form: { ways: ['match'] } })).toBe('policyDocument');
  // A question is an item of both ways that ask one.
  const asking = { methods: ['answer', 'match'] };
  for (const way of ['answer', 'match'])
    expect(ask({ form: { ways: [way], items: ['question:listed'] }, dataset: asking })).toBe('person');
  expect(() => ask({ form: { items: ['question:listed'] } })).toThrow('$.xy:application.items[0]');
  expect(ask({ form: { caseSystem: ' ' } })).toBe('policyDocument');
  const regions = { dataset: terms({ regions: ['4301', '4302'] }) };
  expect(ask(regions)).toBe('policyDocument');
  expect(ask({ ...regions, form: { place: '4303' } })).toBe('policyDocument');
  expect(ask({ ...regions, form: { place: '430102' } })).toBe('person');
  expect(ask({ dataset: terms({ recipients: ['farm'], purposes: ['XK-001'] }) })).toBe('person');
});

test('unconditional only when every item asked for is; not beyond the published limits', () => {
  const open = { sharing: 'unconditional' };
  expect(ask({ dataset: open, form: { items: ['name'] } })).toBe('unconditional');
  expect(ask({ dataset: open })).toBe('person');
  expect(ask({ dataset: open, form: { items: ['name'], to: '2027-11-20T00:00:00Z' } })).toBe('person');
  expect(ask({ dataset: open, form: { items: ['name'], maxCount: null } })).toBe('person');
});

test('a standing rule covers items, ways, period and what is still free of the day', () => {
  expect(ask({ rules: [rule] })).toBe('standingRule');
  for (const wrong of [
    { items: ['name'] },
    { ways: ['answer' as const] },
    { longestDays: 29 },
    { until: '2026-12-01T00:00:00Z' },
    { freeToday: 19 },
  ])
    expect(ask({ rules: [{ ...rule, ...wrong }] })).toBe('person');
  expect(ask({ rules: [rule], form: { frequency: null } })).toBe('person');
  expect(ask({ rules: [rule], form: { frequency: { times: 1, period: 'PT1H' } } })).toBe('person');
});

test('an emergency is given at once, short and few; a barred department and a later need wait for a person', () => {
  const judged = judge({
    form: { ...form, ...hurry },
    dataset,
    consumer: 'farm',
    rules: [],
    ruling: null,
    barred: false,
    emergency: { hours: 24, count: 10 },
    now,
  });
  expect(judged).toMatchObject({ mode: 'emergency', terms: { to: '2026-11-21T02:00:00.000Z', maxCount: 10 } });
  expect(ask({ form: hurry, barred: true })).toBe('person');
  expect(ask({ form: { ...hurry, from: '2026-11-23T00:00:00Z' } })).toBe('person');
});

test('conditions on rows are of shared items with values of their type; a person decides on those that look elsewhere', () => {
  const rows = (...conditions: object[]) => ({ form: { rows: conditions } });
  const area = { column: 'area', is: 'startsWith', value: '43' };
  const open = { dataset: { sharing: 'unconditional' } };
  expect(ask({ rules: [rule], ...rows(area) })).toBe('standingRule');
  expect(ask({ ...open, form: { items: ['name'], rows: [area] } })).toBe('person');
  expect(ask({ form: { ...hurry, items: ['name'], rows: [area] } })).toBe('person');
  expect(
    ask({
      rules: [rule],
      dataset: { items: [{ ...item('area', 'conditional'), mask: { kind: 'redact' } }] },
      form: { items: ['area'], rows: [area] },
    }),
  ).toBe('person');
  const wrong = (type: string, condition: object) => () =>
    ask({
      dataset: { items: [{ ...item('area', 'conditional'), type }] },
      form: { items: ['area'], rows: [{ column: 'area', ...condition }] },
    });
  const root = '$.xy:application.rows[0]';
  expect(() => ask(rows({ ...area, column: 'secret' }))).toThrow(`${root}.column`);
  expect(wrong('integer', { is: 'gteq', value: '10' })).toThrow(`${root}.value: a whole number`);
  expect(wrong('integer', area)).toThrow(`${root}.is`);
  expect(wrong('boolean', { is: 'lt', value: true })).toThrow(`${root}.is`);
  expect(wrong('date', { in: ['2026-01-01', '2026-13-01'] })).toThrow(`${root}.in[1]`);
  expect(wrong('json', { is: 'eq', value: 'x' })).toThrow(`${root}.value`);
  expect(wrong('number', { is: 'gteq', value: 1.5 })()).toBe('person');
});

test('a ruling is honoured for what it names and no more', () => {
  expect(ask({ ruling })).toBe('ruling');
  expect(ask({ ruling: { ...ruling, items: ['name'] } })).toBe('person');
  expect(ask({ ruling: { ...ruling, maxCount: 99 } })).toBe('person');
  // Fewer rows are less, but by which rows come an item would be told that was not ruled.
  const rows = [{ column: 'area', is: 'gteq' as const, value: '1' }];
  const named = { ...ruling, items: ['name'] };
  expect(ask({ ruling: named, form: { items: ['name'], rows } })).toBe('person');
  expect(ask({ ruling: { ...named, rows }, form: { items: ['name'], rows } })).toBe('ruling');
});

test('terms are wider in what they name; the published limits cut', () => {
  const terms = termsOf(form);
  expect(findWider(terms, terms)).toEqual([]);
  const more: Terms = {
    items: ['name', 'secret'],
    from: '2026-11-19T00:00:00Z',
    to: '2026-12-21T00:00:00Z',
    maxCount: null,
    frequency: { times: 20, period: 'PT1H' },
  };
  expect(findWider(more, terms)).toEqual(['items', 'from', 'to', 'maxCount', 'frequency']);
  expect(findWider({ ...terms, frequency: null }, terms)).toEqual(['frequency']);
  expect(findWider({ ...terms, frequency: { times: 20, period: 'P7D' } }, terms)).toEqual([]);
  const city = { ...terms, place: '430100' };
  expect(findWider(terms, city)).toEqual(['place']);
  expect(findWider({ ...terms, place: '430102' }, city)).toEqual([]);
  expect(findWider({ ...terms, place: '43' }, city)).toEqual(['place']);
  const some = { ...terms, rows: [{ column: 'area', is: 'eq' as const, value: '1' }] };
  expect(findWider(terms, some)).toEqual(['rows']);
  expect(findWider(some, terms)).toEqual([]);
  expect(findWider({ ...some, rows: [...some.rows, { column: 'name', in: ['x'] }] }, some)).toEqual([]);
  expect(cutToLimits(terms, { longestDays: 10, mostRequests: 5 })).toMatchObject({
    to: '2026-11-30T00:00:00.000Z',
    maxCount: 5,
  });
  expect(cutToLimits(terms, { longestDays: null, mostRequests: null })).toEqual(terms);
});

test('the agreement holds what was asked within what is offered, and nothing else passes it', () => {
  const offer = parsePolicy({
    '@id': 'urn:uuid:offer',
    '@type': 'Offer',
    permission: [
      { action: 'use', constraint: [{ leftOperand: 'spatial', operator: 'isPartOf', rightOperand: ['43'] }] },
      { action: 'xy:answer' },
    ],
    prohibition: [{ action: 'sell' }],
    obligation: [{ action: 'delete' }],
  });
  const build = (changes: Partial<ApplicationForm> = {}) =>
    buildRules({
      offer,
      form: { ...form, ...changes },
      terms: termsOf({ ...form, ...changes }),
      recipient: 'did:key:zF',
    });
  const rules = build();
  expect(areSameRules(rules, build())).toBe(true);
  expect(areSameRules(rules, build({ items: ['name'] }))).toBe(false);
  const agreement = parsePolicy({
    '@id': 'urn:uuid:a',
    '@type': 'Agreement',
    target: 'd',
    assignee: 'did:key:zF',
    ...rulesToJson(rules),
  });
  expect(agreement.obligation).toEqual([{ action: 'delete' }]);
  const use = {
    stage: 'request' as const,
    action: 'use',
    target: 'd',
    assignee: 'did:key:zF',
    purpose: 'XK-001',
    caseNumber: '1',
    at: now,
    count: 1,
    recipient: 'did:key:zF',
    place: '430100',
    items: ['name'],
    uses: { P1D: 1 },
  };
  expect(evaluatePolicy(agreement, use)).toMatchObject({ allowed: true });
  for (const wrong of [
    { purpose: 'XK-002' },
    { caseNumber: null },
    { at: new Date('2026-12-20T00:00:00Z') },
    { at: new Date('2026-11-19T23:59:59Z') },
    { count: 101 },
    { recipient: 'did:key:zX' },
    { place: '500100' },
    { items: ['secret'] },
    { uses: { P1D: 21 } },
    { action: 'sell' },
  ])
    expect(evaluatePolicy(agreement, { ...use, ...wrong }).allowed, JSON.stringify(wrong)).toBe(false);
  // The region of use is found again in the agreement; what an offer lists is none.
  const local = { ...agreement, ...build({ place: '430100' }) };
  expect([placeOfUse(agreement), placeOfUse(local)]).toEqual([null, '430100']);
  const stages = (place: string | null) =>
    (['negotiation', 'start', 'request', 'running'] as const).map(
      (stage) => evaluatePolicy(local, { ...use, stage, place }).allowed,
    );
  expect(stages('430102')).toEqual([true, true, true, true]);
  expect(stages('430200')).toEqual([false, false, false, false]);
  expect(stages(null)).toEqual([true, true, false, true]);
  // What reads the rows must say that it applies the conditions; what does not is refused.
  const condition = { column: 'area', is: 'gteq', value: '10' } as const;
  const few = { ...agreement, ...build({ rows: [condition] }) };
  expect(describeUse(few)).toEqual({ place: null, rows: [{ column: 'area', is: 'gteq', value: '10' }] });
  expect(describeUse(local)).toEqual({ place: '430100', rows: [] });
  expect(rowsOf(few)).toEqual(['{"column":"area","is":"gteq","value":"10"}']);
  expect(grantedRows(few)).toEqual([condition]);
  expect(evaluatePolicy(few, { ...use, rows: rowsOf(few) }).allowed).toBe(true);
  expect(evaluatePolicy(few, use).allowed).toBe(false);
  expect(evaluatePolicy(few, { ...use, stage: 'start' }).allowed).toBe(true);
  const answers = build({ ways: ['answer'] });
  expect(answers.permission?.map(({ action }) => action)).toEqual(['xy:answer', 'xy:answer']);
  // Only the ways that were named: rows give no answers, which would look behind masks, and answers and matches give no rows.
  const actions = { rows: 'use', answer: 'xy:answer', match: 'xy:match' } as const;
  const byWay = (policy: Policy) =>
    (['start', 'request', 'running'] as const).map((stage) =>
      (['rows', 'answer', 'match'] as const).filter(
        (way) => evaluatePolicy(policy, { ...use, stage, action: actions[way] }).allowed,
      ),
    );
  for (const ways of [
    ['rows'],
    ['answer'],
    ['match'],
    ['rows', 'match'],
    ['answer', 'match'],
  ] as ApplicationForm['ways'][])
    expect(byWay({ ...agreement, ...build({ ways }) })).toEqual([ways, ways, ways]);
  expect(digestPolicy({ ...agreement, ...build({ ways: ['rows', 'match'] }) })).not.toBe(digestPolicy(agreement));
  expect(areSameRules(build({ ways: ['match', 'rows'] }), build({ ways: ['rows', 'match'] }))).toBe(true);
  const refusal = evaluatePolicy(agreement, { ...use, action: 'xy:match' }).reasons.find(({ ok }) => !ok);
  expect(refusal?.words).toEqual({
    zh: '使用方式须为其中之一“数据行与文件”，实为“隐私比对”：不满足',
    en: 'the way of using must be among rows; it is matches, which does not hold',
  });
  // Agreements from before name no ways and stay as they were signed: rows include what gives none.
  const old = build();
  const earlier = old.permission?.map(({ action, constraint = [] }) => ({
    action,
    constraint: constraint.filter((one) => !('leftOperand' in one) || one.leftOperand !== 'xy:way'),
  }));
  expect(byWay({ ...agreement, permission: earlier ?? [] })[1]).toEqual(['rows', 'answer', 'match']);
});
