import type { JsonValue } from '../../proof/index.ts';

/** Prefix to namespace, as a JSON-LD context defines them. */
export type Prefixes = ReadonlyMap<string, string>;

/** Prefixes of the EPCIS context itself. */
const standardPrefixes: [string, string][] = [
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['cbv', 'https://ref.gs1.org/cbv/'],
  ['cbvmda', 'urn:epcglobal:cbv:mda:'],
  ['gs1', 'https://gs1.org/voc/'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
];

/** The prefixes that these contexts define, a later one replacing an earlier one. Contexts behind URLs are not fetched. */
export function readPrefixes(...contexts: (JsonValue | undefined)[]): Prefixes {
  const prefixes = new Map(standardPrefixes);
  for (const context of contexts.flat()) {
    if (typeof context !== 'object' || context === null || Array.isArray(context)) continue;
    for (const [prefix, term] of Object.entries(context)) {
      const value = typeof term === 'object' && term !== null && !Array.isArray(term) ? term['@id'] : term;
      if (typeof value === 'string' && !prefix.startsWith('@')) prefixes.set(prefix, value);
    }
  }
  return prefixes;
}

/** `prefix:name` written out; anything else as it is. */
function expandTerm(prefixes: Prefixes, term: string): string {
  const colon = term.indexOf(':');
  const namespace = colon < 0 ? undefined : prefixes.get(term.slice(0, colon));
  return namespace === undefined ? term : namespace + term.slice(colon + 1);
}

const cbvForms =
  /^(?:https?:\/\/(?:ref|ns)\.gs1\.org\/cbv\/(?:BizStep|Disp|BTT)-|urn:epcglobal:cbv:(?:bizstep|disp|btt):)(\w+)$/;
const webVocabulary = /^https?:\/\/(?:www\.)?gs1\.org\/voc\/(\w+)$/;

/** A word of the CBV or the GS1 Web Vocabulary as its bare word, however it was written; a word of others as URI. */
export function bareWord(prefixes: Prefixes, term: string): string {
  const expanded = expandTerm(prefixes, term);
  return (cbvForms.exec(expanded) ?? webVocabulary.exec(expanded))?.[1] ?? expanded;
}

/** The value of the extension field whose full name is one of `names`. */
export function readExtension(prefixes: Prefixes, fields: Record<string, unknown>, names: string[]): unknown {
  for (const [key, value] of Object.entries(fields)) {
    if (key.includes(':') && names.includes(expandTerm(prefixes, key))) return value;
  }
  return undefined;
}
