import type { CompanyPrefixes } from '../../proof/index.ts';
import type { JsonObject } from './json.ts';
import { mapIdentifiers } from './mapIdentifiers.ts';

const prefixOfUrn = /^urn:epc:(?:id|class|idpat):[a-z]+:(\d{6,12})\./;

/** The GS1 company prefixes that the URNs of a document show, and those of `known`. */
export function collectCompanyPrefixes(document: JsonObject, known: CompanyPrefixes = new Set()): CompanyPrefixes {
  const prefixes = new Set(known);
  mapIdentifiers(document, (uri) => {
    const prefix = uri.startsWith('urn:epc:') ? prefixOfUrn.exec(uri)?.[1] : undefined;
    if (prefix !== undefined) prefixes.add(prefix);
    return uri;
  });
  return prefixes;
}
