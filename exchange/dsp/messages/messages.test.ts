import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../house.ts';
import { findOfficialProblems, haveOfficialSchemas, readOfficialExamples } from '../testing/officialSchemas.ts';
import { findProblems, type SchemaName, schemaNames } from './checkMessage.ts';
import { messageContext, withContext } from './context.ts';
import { readJson } from './readJson.ts';

type Value = unknown;
type Place = (string | number)[];

const typeOf = ({ file, value }: { file: string; value: Record<string, unknown> }): string => {
  if (file.startsWith('common_example_protocol-version')) return 'VersionResponse';
  if (file.includes('did-service')) return 'DidService';
  return String(value['@type']);
};

/** Every place in a value, the value itself left out. */
function placesOf(value: Value, at: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return at.length > 0 ? [at] : [];
  const below = Object.entries(value).flatMap(([key, member]) =>
    placesOf(member, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length > 0 ? [at, ...below] : below;
}

/** A copy with something else, or nothing, at a place. */
function changed(value: Value, [first, ...rest]: Place, to: { value: Value } | null): Value {
  const copy = structuredClone(value) as Record<string | number, Value>;
  if (first === undefined) return to?.value;
  if (rest.length > 0) copy[first] = changed(copy[first], rest, to);
  else if (to) copy[first] = to.value;
  else if (Array.isArray(copy)) copy.splice(Number(first), 1);
  else delete copy[first];
  return copy;
}

const others: Value[] = [null, 5, '', 'x', [], {}, [{}], ['x']];
const additions: [string, Value][] = [
  ['providerPid', 'p'],
  ['consumerPid', 'c'],
  ['callbackAddress', 'https://a.example'],
  ['hasPolicy', []],
  ['target', 'urn:t'],
  ['reason', []],
  ['and', []],
  ['xy:more', { any: 'thing' }],
];

/** A value with everything done to it that a place allows, one thing at a time. */
function* mutations(value: Value): Generator<Value> {
  for (const place of placesOf(value)) {
    yield changed(value, place, null);
    for (const other of others) yield changed(value, place, { value: other });
  }
  const objects = [[], ...placesOf(value)].filter((place) => {
    const at = place.reduce<Value>((inner, key) => (inner as Record<string | number, Value>)[key], value);
    return at !== null && typeof at === 'object' && !Array.isArray(at);
  });
  for (const place of objects)
    for (const [key, more] of additions) yield changed(value, [...place, key], { value: more });
}

describe.skipIf(!haveOfficialSchemas)('messages of the protocol', () => {
  const examples = haveOfficialSchemas ? readOfficialExamples() : [];

  it('knows all 27 examples, and the official schemas, mended, take them', () => {
    expect(examples).toHaveLength(27);
    for (const example of examples) {
      const type = typeOf(example);
      expect.soft(findOfficialProblems(type, example.value), example.file).toEqual([]);
      if (type !== 'DidService') expect.soft(findProblems(type as SchemaName, example.value), example.file).toEqual([]);
    }
  });

  it('covers every type that has an example', () => {
    const types = new Set(examples.map(typeOf));
    types.delete('DidService');
    expect([...types].sort()).toEqual([...schemaNames].sort());
  });

  it('refuses whatever the official schemas refuse, and little else', () => {
    const stricter = new Map<string, string>();
    let refused = 0;
    for (const example of examples) {
      const type = typeOf(example);
      if (type === 'DidService') continue;
      for (const value of mutations(example.value)) {
        const official = findOfficialProblems(type, value);
        const own = findProblems(type as SchemaName, value);
        if (official.length > 0) {
          refused += 1;
          expect(own.length, `${type} ${JSON.stringify(value)}: ${official[0]}`).toBeGreaterThan(0);
        } else if (own.length > 0) {
          for (const problem of own) stricter.set(problem.replace(/\d+/g, 'N').replace(/^\/(?:\S*\/)?/, ''), type);
        }
      }
    }
    expect(refused).toBeGreaterThan(1_000);
    expect([...stricter.keys()].sort()).toMatchInlineSnapshot(`
      [
        "@id must not have fewer than N characters",
        "N must not be valid",
        "accessService must be string",
        "accessService must match exactly one schema in oneOf",
        "agreement must have required properties timestamp",
        "agreementId must not have fewer than N characters",
        "assignee must not have fewer than N characters",
        "assigner must not have fewer than N characters",
        "callbackAddress must not have fewer than N characters",
        "consumerPid must not have fewer than N characters",
        "dataset must not have fewer than N characters",
        "format must not have fewer than N characters",
        "offer must have required properties target",
        "providerPid must not have fewer than N characters",
        "target must not have fewer than N characters",
      ]
    `);
  });

  it('takes members of others as JSON-LD does', () => {
    for (const example of examples) {
      const type = typeOf(example);
      if (type !== 'DidService')
        expect(findProblems(type as SchemaName, { ...example.value, 'ex:more': 1 })).toEqual([]);
    }
  });
});

describe('the contexts of a message', () => {
  it('are the protocol’s alone unless a name or value has our prefix, whatever the body said', () => {
    const contextOf = (body: JsonObject) => withContext(body)['@context'] as string[];
    expect(contextOf({ code: 'text with "xy:quotes', to: ['axy:b'] })).toEqual(messageContext);
    expect(contextOf({ '@context': ['xy:nothing'], code: '1' })).toEqual(messageContext);
    for (const own of [{ 'xy:grant': 1 }, { offer: { permission: [{ constraint: [{ leftOperand: 'xy:items' }] }] } }])
      expect(contextOf(own)).toHaveLength(2);
  });
});

describe('the body of a message', () => {
  it('is a JSON object that a database can hold', () => {
    expect(readJson('{"a":[1]}')).toEqual({ a: [1] });
    for (const body of ['', 'null', '[]', '"x"', '{', '{"a":"\\u0000"}', '{"a\\u0000":1}', '{"a":"\\ud800"}'])
      expect(() => readJson(body), body).toThrowError(expect.objectContaining({ code: 'DSP_MESSAGE_INVALID' }));
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    expect(() => readJson(deep)).toThrowError(/nested more than 64 deep/);
  });

  it('names the place of what is wrong', () => {
    expect(
      findProblems('ContractNegotiationEventMessage', {
        '@context': ['https://w3id.org/dspace/2025/1/context.jsonld'],
        '@type': 'ContractNegotiationEventMessage',
        providerPid: 'urn:p',
        consumerPid: 'urn:c',
        eventType: 'SIGNED',
      }).join(),
    ).toContain('/eventType');
  });
});
