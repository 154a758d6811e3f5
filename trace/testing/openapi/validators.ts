import { createRequire } from 'node:module';
import { readConformanceJson } from '../conformance.ts';
import { allowWhatXmlHas } from './corrections.ts';
import { type Description, readDescription } from './description.ts';
import { type Json, type JsonObject, objectAt } from './json.ts';

interface Check {
  (value: unknown): boolean;
  errors?: { instancePath: string; message?: string; params: unknown }[] | null;
}
interface Ajv {
  addSchema(schema: object): Ajv;
  compile(schema: object): Check;
}

/** Says what is wrong with a value, or nothing. */
export type Explain = (value: unknown) => string | null;

/** GS1's schemas, ready to judge. */
export interface Validators {
  description: Description;
  /** The schema at a JSON pointer of the OpenAPI description. */
  part(pointer: string): Explain;
  /** EPCIS documents, query documents and events: the JSON schema of EPCIS 2.0. */
  document: Explain;
  /** The query language. */
  query: Explain;
  /** Judges a parameter of the query language as it stands in a URL. */
  queryParameter(name: string, text: string): string | null;
}

let loaded: Validators | undefined;

/** Loads the schemas once a process. */
export function loadValidators(): Validators {
  loaded ??= load();
  return loaded;
}

function load(): Validators {
  const require = createRequire(import.meta.url);
  const { Ajv: AjvClass } = require('ajv') as { Ajv: new (options: object) => Ajv };
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: Ajv) => void };
  const ajv = new AjvClass({ strict: false, validateSchema: false, validateFormats: true });
  addFormats(ajv);
  const description = readDescription();
  ajv.addSchema({ $id: 'gs1:openapi', ...description.document });
  const checks = new Map<string, Explain>();
  const compile = (key: string, schema: object): Explain => {
    const known = checks.get(key);
    if (known) return known;
    const check = ajv.compile(schema);
    const explain: Explain = (value) => (check(value) ? null : describe(check));
    checks.set(key, explain);
    return explain;
  };
  const querySchema = unescapePatterns(readConformanceJson('gs1-epcis/query-schema.json') as Json) as JsonObject;
  const documentSchema = readConformanceJson('gs1-epcis/EPCIS-JSON-Schema.json') as JsonObject;
  allowWhatXmlHas(objectAt(documentSchema, 'definitions'));
  const parameters = objectAt(querySchema, 'definitions', 'EPCIS-Query');
  return {
    description,
    part: (pointer) => compile(pointer, { $ref: `gs1:openapi#${encodeURI(pointer)}` }),
    document: (value) => compile('document', documentSchema)(value),
    query: (value) => compile('query', querySchema)(value),
    queryParameter: (name, text) => {
      const own = objectAt(parameters, 'properties');
      const patterns = Object.entries(objectAt(parameters, 'patternProperties'));
      const found = Object.hasOwn(own, name)
        ? own[name]
        : patterns.find(([pattern]) => new RegExp(pattern).test(name))?.[1];
      if (found === undefined) return 'it is none of the query language';
      const explain = compile(`query ${name}`, { definitions: querySchema.definitions, allOf: [found] });
      // A URL has texts only: the value is right when one of its readings is.
      const list = text.split('|');
      const readings = [list, list.map(Number), Number(text), text, text === 'true', text === '' ? null : text];
      const problems = readings.map(explain);
      return problems.includes(null) ? null : (problems[0] ?? null);
    },
  };
}

/** Patterns of the published schema are escaped twice: a backslash too many makes them match nothing. A colon needs none. */
const unescapePattern = (pattern: string) => pattern.replaceAll('\\\\', '\\').replaceAll('\\:', ':');

function unescapePatterns(value: Json): Json {
  if (Array.isArray(value)) return value.map(unescapePatterns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'pattern' && typeof item === 'string') return [key, unescapePattern(item)];
      return [key.startsWith('^') ? unescapePattern(key) : key, unescapePatterns(item)];
    }),
  );
}

function describe({ errors }: Check): string {
  const said = (errors ?? []).slice(0, 5);
  return said
    .map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
    .join('; ');
}
