import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

/** Prefixes that the EPCIS context itself defines; a document may declare them again. */
const STANDARD_PREFIXES: readonly (readonly [string, string])[] = [
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['cbv', 'https://ref.gs1.org/cbv/'],
  ['cbvmda', 'urn:epcglobal:cbv:mda:'],
  ['gs1', 'https://gs1.org/voc/'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
];

const XMLNS = '@xmlns:';

/** The namespaces of one document, with what was expanded so far. */
export interface Prefixes {
  namespaces: ReadonlyMap<string, string>;
  /** Expanded names of fields by their written form. */
  names: Map<string, string>;
}

function collect(context: JsonValue | undefined, into: Map<string, string>): void {
  if (Array.isArray(context)) {
    for (const part of context) collect(part, into);
  } else if (isJsonObject(context)) {
    for (const [prefix, term] of Object.entries(context)) {
      const namespace = isJsonObject(term) ? term['@id'] : term;
      // Keywords (`@vocab`, `@version`) and terms within a prefix are no prefixes.
      if (typeof namespace === 'string' && !prefix.startsWith('@')) into.set(prefix, namespace);
    }
  }
}

/** Prefixes declared beside the fields of an object, as converters from XML write them. */
function collectXmlns(object: JsonObject, into: Map<string, string>): void {
  for (const key in object) {
    const value = object[key];
    if (key.startsWith(XMLNS) && typeof value === 'string') into.set(key.slice(XMLNS.length), value);
  }
}

/** The prefixes of a document: the standard ones, then those of its `@context`; nothing is fetched. */
export function resolveContext(document: JsonObject, outer?: Prefixes): Prefixes {
  const namespaces = new Map(outer?.namespaces ?? STANDARD_PREFIXES);
  collect(document['@context'], namespaces);
  collectXmlns(document, namespaces);
  return { namespaces, names: new Map() };
}

/** The prefixes of an event: those of its document unless it declares some of its own. */
export function resolveEventContext(event: JsonObject, outer: Prefixes): Prefixes {
  if (event['@context'] !== undefined) return resolveContext(event, outer);
  for (const key in event) if (key.startsWith(XMLNS)) return resolveContext(event, outer);
  return outer;
}

/** A field name as `{namespace}local` when its prefix is known, else as it is written. */
export function expandName(name: string, prefixes: Prefixes): string {
  const known = prefixes.names.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(':');
  const namespace = colon < 0 ? undefined : prefixes.namespaces.get(name.slice(0, colon));
  const expanded = namespace === undefined ? name : `{${namespace}}${name.slice(colon + 1)}`;
  prefixes.names.set(name, expanded);
  return expanded;
}

/**
 * A compact URI of the standard's own vocabularies (`cbv:`, `gs1:`) as a full one. The published hashes leave compact
 * URIs of other prefixes in values as they are written.
 */
export function expandStandardCurie(text: string, colon: number): string {
  if (colon === 3 && text.startsWith('cbv:')) return `https://ref.gs1.org/cbv/${text.slice(4)}`;
  if (colon === 3 && text.startsWith('gs1:')) return `https://gs1.org/voc/${text.slice(4)}`;
  return text;
}

/** A compact URI as a full one when its prefix is known, else as it is written; `prefix://…` is no compact URI. */
export function expandCurie(text: string, colon: number, prefixes: Prefixes): string {
  if (text.startsWith('//', colon + 1)) return text;
  const namespace = prefixes.namespaces.get(text.slice(0, colon));
  return namespace === undefined ? text : namespace + text.slice(colon + 1);
}
