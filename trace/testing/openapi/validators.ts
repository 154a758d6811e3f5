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
  /** The schema of one parameter of the query language, or null for a name that it does not have. */
  queryParameter(name: string): JsonObject | null;
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
    queryParameter: (name) => {
      const own = objectAt(parameters, 'properties');
      if (Object.hasOwn(own, name)) return resolve(querySchema, objectAt(own, name));
      const patterns = Object.entries(objectAt(parameters, 'patternProperties'));
      const found = patterns.find(([pattern]) => new RegExp(pattern).test(name));
      return found ? resolve(querySchema, objectAt(found[1])) : null;
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

function resolve(root: JsonObject, schema: JsonObject): JsonObject {
  if (typeof schema.$ref !== 'string') return schema;
  const path = decodeURIComponent(schema.$ref).slice(2).split('/');
  return resolve(root, objectAt(root, ...path));
}

function describe({ errors }: Check): string {
  const said = (errors ?? []).slice(0, 5);
  return said
    .map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
    .join('; ');
}
