import { readConformanceJson } from '../conformance.ts';
import { corrections } from './corrections.ts';
import { at, type JsonObject, objectAt } from './json.ts';

/** An operation of GS1's description of the REST interface. */
export interface Operation {
  /** Such as `GET /events/{eventID}`. */
  name: string;
  path: string;
  method: string;
  pattern: RegExp;
}

/** GS1's OpenAPI description, corrected where it must be. */
export interface Description {
  document: JsonObject;
  operations: readonly Operation[];
  /** The operation that answers a request below /epcis; undefined for one that the standard does not have. */
  find(method: string, path: string): Operation | undefined;
  /** A part of the description and the JSON pointer to it, references followed. */
  follow(pointer: string): { value: JsonObject; pointer: string };
}

/** Reads the description. */
export function readDescription(): Description {
  const document = readConformanceJson('gs1-epcis/openapi.json') as JsonObject;
  for (const { apply } of corrections) apply(document);
  const operations = Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    ['get', 'post', 'delete', 'options']
      .filter((method) => at(item, method) !== undefined)
      .map((method) => ({ name: `${method.toUpperCase()} ${path}`, path, method, pattern: toPattern(path) })),
  );
  const follow = (pointer: string): ReturnType<Description['follow']> => {
    const value = objectAt(document, ...pointer.split('/').slice(1).map(unescapeToken));
    return typeof value.$ref === 'string' ? follow(value.$ref.slice(1)) : { value, pointer };
  };
  return {
    document,
    operations,
    find: (method, path) => operations.find((one) => one.method === method.toLowerCase() && one.pattern.test(path)),
    follow,
  };
}

/** Names are matched as they stand, so `/events` is not taken for an eventID: no template competes with a name. */
function toPattern(path: string): RegExp {
  const steps = path.split('/').map((step) => (step.startsWith('{') ? '[^/]+' : step));
  return new RegExp(`^/epcis${path === '/' ? '' : steps.join('/')}/?$`);
}

/** A key as a reference token of a JSON pointer, RFC 6901 section 3. */
export const escapeToken = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeToken = (token: string) => token.replaceAll('~1', '/').replaceAll('~0', '~');
