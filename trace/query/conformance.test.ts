import { describe, expect, test } from 'vitest';
import { hasConformance, readConformanceJson } from '../testing/conformance.ts';
import { parseEventQuery } from './parseQuery.ts';

interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

type Definitions = Record<string, Schema>;

/** A value that a parameter's schema allows. */
function example(schema: Schema, definitions: Definitions): unknown {
  const { $ref, enum: words, type, format, items, anyOf, oneOf } = schema;
  if ($ref !== undefined) return example(definitions[$ref.split('/').at(-1) ?? ''] ?? {}, definitions);
  if (words) return words[0];
  const choice = (anyOf ?? oneOf)?.at(-1);
  if (choice) return example(choice, definitions);
  if (type === 'array') return [example(items ?? {}, definitions)];
  if (type === 'integer' || type === 'number') return 5;
  if (type === 'boolean') return true;
  return format === 'date-time' ? '2025-07-01T08:00:00Z' : 'urn:epc:id:sgtin:6901234.000003.1';
}

/** A name that a pattern of names allows, with a prefix that is known. */
const nameOf = (pattern: string) =>
  pattern
    .replaceAll('\\\\', '\\')
    .replace(/^\^|\$$/g, '')
    .replace('[a-z][a-zA-Z0-9]*\\:\\w+', 'xy:field')
    .replace('[a-z][a-zA-Z0-9_]+', 'owning_party')
    .replace('\\w+_\\w+', 'bizLocation_city')
    .replace('[A-Z0-9]{2,4}', 'CEL');

describe.skipIf(!hasConformance)('the query language as GS1 publishes it', () => {
  test('every query parameter of the OpenAPI is understood', () => {
    const { paths, components } = readConformanceJson('gs1-epcis/openapi.json') as {
      paths: Record<string, { get: { parameters: { $ref: string }[] } }>;
      components: { parameters: Record<string, { name: string; in: string; schema: Schema }>; schemas: Definitions };
    };
    const parameters = (paths['/events']?.get.parameters ?? []).flatMap(({ $ref }) => {
      const parameter = components.parameters[$ref.split('/').at(-1) ?? ''];
      return parameter?.in === 'query' ? [parameter] : [];
    });
    expect(parameters.length).toBeGreaterThan(50);
    for (const { name, schema } of parameters) {
      const value = name.startsWith('order')
        ? { orderBy: 'eventTime', orderDirection: 'ASC' }[name]
        : example(schema, components.schemas);
      const given = { [name]: value, ...(name === 'eventCountLimit' && { orderBy: 'eventTime' }) };
      expect(() => parseEventQuery(given), name).not.toThrow();
    }
  });

  test('every property of the query schema is understood', () => {
    const { definitions } = readConformanceJson('gs1-epcis/query-schema.json') as {
      definitions: Definitions & {
        'EPCIS-Query': { properties: Definitions; patternProperties: Definitions };
      };
    };
    const { properties, patternProperties } = definitions['EPCIS-Query'];
    const named = Object.entries(patternProperties).map(([pattern, schema]) => [nameOf(pattern), schema] as const);
    expect(named.length).toBeGreaterThan(100);
    for (const [name, schema] of [...Object.entries(properties), ...named]) {
      const value = { orderBy: 'recordTime', '@context': {} }[name] ?? example(schema, definitions);
      const given = { [name]: value, ...(name === 'eventCountLimit' && { orderBy: 'eventTime' }) };
      expect(() => parseEventQuery(given, { json: true }), name).not.toThrow();
    }
  });
});
