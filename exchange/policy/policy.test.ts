import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { XiangyuError } from '../../errors.ts';
import { digestPolicy, evaluatePolicy, type Policy, type PolicyRequest, parsePolicy } from './policy.ts';
import { addDuration, parseInstant } from './times.ts';

const at = new Date('2026-11-20T02:00:00.400Z');
const request: PolicyRequest = {
  stage: 'request',
  action: 'use',
  target: 'urn:uuid:d',
  assignee: 'did:key:zConsumer',
  purpose: 'XK-001',
  caseNumber: '2026-77',
  at,
  count: 3,
  recipient: 'did:key:zConsumer',
  place: '430104',
  items: ['name', 'area'],
  since: new Date('2026-11-01T00:00:00Z'),
  uses: { P1D: 3 },
};

const policyOf = (constraint: unknown[], more: object = {}) =>
  parsePolicy({ '@id': 'urn:uuid:p', '@type': 'Offer', permission: [{ action: 'use', constraint }], ...more });
const one = (leftOperand: string, operator: string, rightOperand: unknown) => ({ leftOperand, operator, rightOperand });
const holds = (constraint: unknown, changes: Partial<PolicyRequest> = {}) =>
  evaluatePolicy(policyOf([constraint]), { ...request, ...changes }).allowed;
const prohibits = (constraint: unknown, changes: Partial<PolicyRequest> = {}) =>
  !evaluatePolicy(
    parsePolicy({
      '@id': 'p',
      '@type': 'Set',
      permission: { action: 'use' },
      prohibition: { action: 'use', constraint },
    }),
    { ...request, ...changes },
  ).allowed;

test.each<[string, string, unknown, boolean]>([
  ['purpose', 'eq', 'XK-001', true],
  ['purpose', 'eq', 'xk-001', false],
  ['purpose', 'neq', 'XK-002', true],
  ['purpose', 'isAnyOf', ['XK-001', 'XK-002'], true],
  ['purpose', 'isNoneOf', ['XK-001', 'XK-002'], false],
  ['dateTime', 'lteq', '2026-11-20T02:00:00Z', true],
  ['dateTime', 'lt', '2026-11-20T02:00:00Z', false],
  ['dateTime', 'gteq', '2026-11-20T10:00:00+08:00', true],
  ['dateTime', 'gt', '2026-11-20T02:00Z', false],
  // Without a zone it would mean another moment on another machine.
  ['dateTime', 'lteq', '2027-11-20T02:00:00', false],
  ['dateTime', 'lteq', '2027-02-30T02:00:00Z', false],
  ['count', 'lteq', '3', true],
  ['count', 'lt', 3, false],
  ['count', 'lteq', '0x10', false],
  ['elapsedTime', 'lteq', 'P1M', true],
  ['elapsedTime', 'lteq', 'P19D', false],
  ['elapsedTime', 'lteq', 'P19DT2H', true],
  ['recipient', 'eq', { '@id': 'did:key:zConsumer' }, true],
  ['spatial', 'isPartOf', '430000', true],
  ['spatial', 'isPartOf', '4301', true],
  ['spatial', 'isPartOf', ['500000', '430104000000'], true],
  ['spatial', 'isPartOf', '43010', false],
  ['spatial', 'eq', '430100', false],
  ['spatial', 'hasPart', '430104001002', true],
  ['spatial', 'isNoneOf', ['43'], false],
  ['xy:items', 'isPartOf', ['name', 'area', 'owner'], true],
  ['xy:items', 'isPartOf', ['name'], false],
  ['xy:items', 'isPartOf', [], false],
  ['xy:items', 'hasPart', 'area', true],
  ['xy:items', 'eq', ['area', 'name'], true],
  ['xy:items', 'isAllOf', ['area', 'owner'], false],
  ['xy:caseNumber', 'neq', '', true],
  ['xy:frequency', 'lteq', '3/P1D', true],
  ['xy:frequency', 'lteq', '2/P1D', false],
  ['xy:frequency', 'lteq', '9/P7D', false],
  ['weather', 'eq', 'fine', false],
  ['purpose', 'resembles', 'XK-001', false],
  ['purpose', 'lt', 'Z', false],
  ['toString', 'eq', 'x', false],
])('%s %s %j holds: %s', (left, operator, right, expected) => {
  expect(holds(one(left, operator, right))).toBe(expected);
});

test('what cannot be decided permits nothing and lifts no prohibition', () => {
  for (const open of [
    one('weather', 'eq', 'fine'),
    one('purpose', 'resembles', 'x'),
    one('dateTime', 'gt', 'soon'),
    one('spatial', 'eq', '43'),
  ]) {
    expect(holds(open, { place: null })).toBe(false);
    expect(prohibits(open, { place: null })).toBe(true);
    expect(prohibits({ or: [open, one('purpose', 'eq', 'other')] }, { place: null })).toBe(true);
  }
  expect(holds(one('purpose', 'neq', 'XK-002'), { purpose: null })).toBe(false);
  expect(holds(one('xy:caseNumber', 'neq', ''), { caseNumber: ' ' })).toBe(false);
  expect(prohibits({ and: [one('weather', 'eq', 'fine'), one('purpose', 'eq', 'other')] })).toBe(false);
});

test('before the first request, what is only asked for later does not hinder; what is over does', () => {
  const early: Partial<PolicyRequest> = { stage: 'negotiation', caseNumber: null, items: null };
  expect(holds(one('xy:caseNumber', 'neq', ''), early)).toBe(true);
  expect(prohibits(one('xy:caseNumber', 'eq', 'blocked'), early)).toBe(false);
  expect(holds(one('dateTime', 'gteq', '2026-12-01T00:00:00Z'), early)).toBe(true);
  expect(holds(one('dateTime', 'gteq', '2026-12-01T00:00:00Z'), { stage: 'start' })).toBe(false);
  expect(holds(one('dateTime', 'lt', '2026-11-01T00:00:00Z'), early)).toBe(false);
  expect(holds(one('purpose', 'eq', 'XK-001'), { ...early, purpose: null })).toBe(false);
  expect(holds(one('xy:caseNumber', 'neq', ''), { caseNumber: null })).toBe(false);
});

test('denied by default: no permission, another action, another dataset, another party, a foreign profile', () => {
  const decide = (policy: object, changes: Partial<PolicyRequest> = {}) =>
    evaluatePolicy(parsePolicy({ '@id': 'p', '@type': 'Set', ...policy }), { ...request, ...changes }).allowed;
  const use = { permission: { action: 'use' } };
  expect(decide(use)).toBe(true);
  expect(decide(use, { action: 'xy:answer' })).toBe(true);
  expect(decide(use, { action: 'sell' })).toBe(false);
  expect(decide({ permission: { action: 'xy:answer' } })).toBe(false);
  expect(decide({ prohibition: { action: 'sell' } })).toBe(false);
  expect(decide({ ...use, prohibition: { action: 'xy:match' } })).toBe(true);
  expect(decide({ ...use, prohibition: { action: 'xy:match' } }, { action: 'xy:match' })).toBe(false);
  expect(decide({ ...use, target: 'urn:uuid:other' })).toBe(false);
  expect(decide({ ...use, assignee: 'did:key:zOther' })).toBe(false);
  expect(decide({ ...use, profile: 'https://example.org/p' })).toBe(false);
  expect(decide({ ...use, obligation: { action: 'delete' } })).toBe(true);
  expect(decide({ ...use, obligation: { action: 'compensate' } })).toBe(false);
  expect(decide({ ...use, obligation: { action: 'constructor' } })).toBe(false);
  const overdue = { action: 'inform', constraint: one('dateTime', 'lteq', '2026-11-19T00:00:00Z') };
  expect(decide({ permission: { action: 'use', duty: overdue } })).toBe(false);
  expect(decide({ permission: { action: 'use', duty: overdue } }, { fulfilled: ['inform'] })).toBe(true);
});

test('every decision names rule and value in both languages', () => {
  const policy = policyOf([
    one('purpose', 'eq', 'XK-009'),
    { or: [one('count', 'lteq', '1'), one('count', 'eq', '2')] },
  ]);
  const { reasons } = evaluatePolicy(policy, request);
  expect(reasons).toEqual([
    { rule: 'permission[0]', ok: true, words: { zh: '许可“use”', en: 'it permits "use"' } },
    {
      rule: 'permission[0].constraint[0]',
      ok: false,
      words: {
        zh: '用途须等于“XK-009”，实为“XK-001”：不满足',
        en: 'the purpose must be XK-009; it is XK-001, which does not hold',
      },
    },
    {
      rule: 'permission[0].constraint[1]',
      ok: false,
      words: expect.objectContaining({ zh: expect.stringContaining('使用次数不得超过“1”，实为“3”') }),
    },
  ]);
});

test('one policy in all its notations is one normal form with one digest', () => {
  const short = {
    '@context': ['https://w3id.org/dspace/2025/1/context.jsonld'],
    '@id': 'urn:uuid:p',
    '@type': 'Offer',
    permission: [
      { action: 'use', constraint: [one('xy:items', 'isPartOf', ['a']), { and: [one('count', 'lteq', '5')] }] },
    ],
  };
  const long = {
    'odrl:permission': {
      'odrl:action': { '@id': 'http://www.w3.org/ns/odrl/2/use' },
      'http://www.w3.org/ns/odrl/2/constraint': [
        {
          'odrl:rightOperand': [{ '@value': 'a' }],
          'odrl:operator': { '@id': 'odrl:isPartOf' },
          'odrl:leftOperand': 'https://ns.xiangyu.example/exchange/items',
        },
        { 'odrl:and': { '@list': [one('odrl:count', 'odrl:lteq', { '@value': 5, '@type': 'xsd:integer' })] } },
      ],
    },
    'odrl:uid': { '@id': 'urn:uuid:p' },
    '@type': ['odrl:Offer'],
    'xy:note': 'dropped',
  };
  expect(parsePolicy(long)).toEqual(parsePolicy(short));
  expect(digestPolicy(parsePolicy(long))).toBe(digestPolicy(parsePolicy(short)));
  expect(digestPolicy(parsePolicy({ ...short, '@id': 'urn:uuid:q' }))).not.toBe(digestPolicy(parsePolicy(short)));
});

const nested = (levels: number): unknown => (levels === 0 ? one('count', 'eq', '1') : { and: [nested(levels - 1)] });
const rule = { action: 'use' };
test.each<[string, unknown]>([
  ['$', 'text'],
  ['$', null],
  ['$.@id', { '@type': 'Offer', permission: [rule] }],
  ['$.@type', { '@id': 'p', '@type': 'Ticket', permission: [rule] }],
  ['$', { '@id': 'p', '@type': 'Offer' }],
  ['$.permission', { '@id': 'p', '@type': 'Offer', permission: [] }],
  ['$.permission[1].action', { '@id': 'p', '@type': 'Offer', permission: [rule, {}] }],
  ['$.permission[0].target', { '@id': 'p', '@type': 'Offer', permission: [{ ...rule, target: 'x' }] }],
  ['$.permission[0].assignee', { '@id': 'p', '@type': 'Offer', permission: [{ ...rule, assignee: 'x' }] }],
  [
    '$.permission[0].constraint[0].refinement',
    {
      '@id': 'p',
      '@type': 'Offer',
      permission: [{ ...rule, constraint: [{ ...one('count', 'eq', '1'), refinement: [] }] }],
    },
  ],
  [
    '$.permission[0].constraint[0].operator',
    { '@id': 'p', '@type': 'Offer', permission: [{ ...rule, constraint: [{ leftOperand: 'a', rightOperand: 'b' }] }] },
  ],
  [
    '$.permission[0].constraint[0].rightOperand',
    { '@id': 'p', '@type': 'Offer', permission: [{ ...rule, constraint: [one('count', 'eq', null)] }] },
  ],
  [
    '$.permission[0].constraint[0].rightOperand.x',
    { '@id': 'p', '@type': 'Offer', permission: [{ ...rule, constraint: [one('count', 'eq', { x: 1 })] }] },
  ],
  [
    '$.permission[0].constraint[0]',
    { '@id': 'p', '@type': 'Offer', permission: [{ ...rule, constraint: [{ and: [nested(0)], or: [nested(0)] }] }] },
  ],
  [
    '$.permission[0].constraint[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0]',
    { '@id': 'p', '@type': 'Offer', permission: [{ ...rule, constraint: [nested(8)] }] },
  ],
  ['$.inheritFrom', { '@id': 'p', '@type': 'Offer', permission: [rule], inheritFrom: 'q' }],
  ['$.conflict', { '@id': 'p', '@type': 'Offer', permission: [rule], conflict: 'perm' }],
  ['$.odrl:permission', { '@id': 'p', '@type': 'Offer', permission: [rule], 'odrl:permission': [rule] }],
  ['$.timestamp', { '@id': 'p', '@type': 'Agreement', permission: [rule], timestamp: 'today' }],
])('refused at %s', (path, value) => {
  const refused = () => parsePolicy(value);
  expect(refused).toThrow(expect.objectContaining({ code: 'POLICY_INVALID', status: 400 }));
  try {
    refused();
  } catch (error) {
    expect((error as XiangyuError).message).toContain(`wrong at ${path}: `);
  }
});

test('huge policies end early', () => {
  const constraint = Array.from({ length: 50 }, () => ({
    or: Array.from({ length: 50 }, () => one('count', 'eq', '1')),
  }));
  expect(() => policyOf(constraint)).toThrow('more than 400 constraints');
  const long = Array.from({ length: 40 }, () => one('purpose', 'isAnyOf', ['x'.repeat(1_900)]));
  expect(() => policyOf(long)).toThrow('characters');
  expect(() => policyOf([one('purpose', 'eq', 'x'.repeat(2_001))])).toThrow('2000');
});

test('durations follow the calendar, instants need a zone and whole seconds', () => {
  const seconds = (text: string) => Math.floor(Date.parse(text) / 1_000);
  expect(addDuration(new Date('2026-01-31T00:00:00Z'), 'P1M')).toBe(seconds('2026-02-28T00:00:00Z'));
  expect(addDuration(new Date('2024-02-29T00:00:00Z'), 'P1Y')).toBe(seconds('2025-02-28T00:00:00Z'));
  expect(addDuration(new Date('2026-01-01T00:00:00Z'), 'P1W2DT3H4M5S')).toBe(seconds('2026-01-10T03:04:05Z'));
  for (const wrong of ['', 'P', 'PT', '1D', 'P1H', 'P-1D']) expect(addDuration(at, wrong)).toBeNull();
  expect(parseInstant('2026-11-20T02:00:00.999Z')).toBe(seconds('2026-11-20T02:00:00Z'));
});

/** A small generator of pseudo-random numbers, so that a failure can be repeated from its seed. */
function makeRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <One>(from: readonly [One, ...One[]]): One => from[Math.floor(next() * from.length)] ?? from[0];
  return { next, pick };
}

type Made = { leftOperand: string; operator: string; rightOperand: string | string[] };
type Tree = Made | { and: Tree[] } | { or: Tree[] } | { xone: Tree[] } | { andSequence: Tree[] };

/** What a comparison says, written as plainly as can be: true, false, or null when it cannot be decided. */
function naiveLeaf({ leftOperand, operator, rightOperand }: Made, asked: PolicyRequest): boolean | null {
  const right = [rightOperand].flat();
  const wanted = right.join('|');
  if (leftOperand === 'count') {
    const first = Number(right[0]);
    if (operator === 'eq') return asked.count === first;
    if (operator === 'lteq') return asked.count <= first;
    return operator === 'gt' ? asked.count > first : null;
  }
  const left =
    leftOperand === 'purpose'
      ? asked.purpose === null
        ? null
        : [asked.purpose]
      : leftOperand === 'xy:items'
        ? asked.items
        : null;
  if (left === null) return null;
  if (operator === 'eq') return [...left].sort().join('|') === [...right].sort().join('|');
  if (operator === 'isPartOf') return left.every((item) => `|${wanted}|`.includes(`|${item}|`));
  if (operator === 'isAnyOf') return left.filter((item) => right.includes(item)).length > 0;
  return operator === 'isNoneOf' ? left.filter((item) => right.includes(item)).length === 0 : null;
}

/** Decides by trying every way in which what is not known could be: the constraint holds when it holds in all of them. */
function naiveTruth(tree: Tree, asked: PolicyRequest): boolean | null {
  const open: Made[] = [];
  const collect = (part: Tree): void => {
    if ('leftOperand' in part) {
      if (naiveLeaf(part, asked) === null) open.push(part);
    } else Object.values(part).flat().forEach(collect);
  };
  collect(tree);
  const found = new Set<boolean>();
  for (let world = 0; world < 2 ** open.length; world++) {
    const value = (part: Tree): boolean => {
      if ('leftOperand' in part) return naiveLeaf(part, asked) ?? Math.floor(world / 2 ** open.indexOf(part)) % 2 === 1;
      if ('xone' in part) return part.xone.filter(value).length === 1;
      if ('or' in part) return part.or.filter(value).length > 0;
      return ('and' in part ? part.and : part.andSequence).filter((inner) => !value(inner)).length === 0;
    };
    found.add(value(tree));
  }
  return found.size === 1 ? found.has(true) : null;
}

describe('random policies against a naive reference', () => {
  const seed = 20_261_121;
  test(`seed ${seed}`, () => {
    const { next, pick } = makeRandom(seed);
    const leaf = (): Made => {
      const leftOperand = pick(['purpose', 'xy:items', 'count', 'weather']);
      if (leftOperand === 'count')
        return one('count', pick(['eq', 'lteq', 'gt', 'isPartOf']), pick(['1', '2', '3'])) as Made;
      return one(
        leftOperand,
        pick(['eq', 'isPartOf', 'isAnyOf', 'isNoneOf', 'gt']),
        [pick(['a', 'b', 'c']), pick(['d', 'e'])].slice(0, pick([1, 2])),
      ) as Made;
    };
    const tree = (depth: number): Tree => {
      if (depth === 0 || next() < 0.4) return leaf();
      const parts = Array.from({ length: pick([1, 2, 3]) }, () => tree(depth - 1));
      return pick<Tree>([{ and: parts }, { or: parts }, { xone: parts }, { andSequence: parts }]);
    };
    const seen = { true: 0, false: 0, null: 0 };
    const spent = { parse: 0, evaluate: 0, policies: 0 };
    for (let round = 0; round < 3_000; round++) {
      const constraint = tree(2);
      const asked: PolicyRequest = {
        ...request,
        purpose: pick(['a', 'b', 'd', null]),
        items: pick([['a'], ['a', 'd'], ['b', 'e'], null]),
        count: pick([1, 2, 3]),
      };
      const expected = naiveTruth(constraint, asked);
      seen[`${expected}`] += 1;
      const started = performance.now();
      const permitting = policyOf([constraint]);
      const parsed = performance.now();
      const permitted = evaluatePolicy(permitting, asked).allowed;
      spent.evaluate += performance.now() - parsed;
      spent.parse += parsed - started;
      spent.policies += 1;
      const text = `seed ${seed}, round ${round}: ${JSON.stringify({ constraint, asked })}`;
      expect(permitted, text).toBe(expected === true);
      expect(prohibits(constraint, asked), text).toBe(expected !== false);
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
    // Thousands a second on a busy machine; ten thousands on an idle one.
    expect((spent.policies / spent.evaluate) * 1_000).toBeGreaterThan(2_000);
    expect((spent.policies / spent.parse) * 1_000).toBeGreaterThan(2_000);
  });
});

const examples = new URL('../../../shared/conformance/dsp/examples/', import.meta.url);
test.skipIf(!existsSync(examples))('policies of the published examples are read', () => {
  const policies: Policy[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('@type' in value && ['Offer', 'Agreement'].includes(String(value['@type']))) policies.push(parsePolicy(value));
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const file of readdirSync(examples)) visit(JSON.parse(readFileSync(new URL(file, examples), 'utf8')));
  expect(policies.length).toBeGreaterThan(5);
});
