import { type CompanyPrefixes, toDigitalLink, toEpcUrn } from '../../proof/index.ts';
import { collectCompanyPrefixes } from './companyPrefixes.ts';
import type { JsonObject } from './json.ts';
import { mapIdentifiers } from './mapIdentifiers.ts';

/** Values of the header GS1-EPC-Format, EPCIS 2.0 section 12.6. */
export type EpcFormat = 'No_Preference' | 'Always_GS1_Digital_Link' | 'Always_EPC_URN' | 'Never_Translates';

/**
 * A document, a query's answer or one event with every identifier of an object, class, place, party, transaction and
 * sensor device in the format asked for; master data included. `No_Preference` and `Never_Translates` leave all as it
 * was captured. What has no form in the format (a URI of one's own, a key without URN) stays as it is, extensions and
 * ILMD are never touched, and the event hash is the same before and after. The document given is not changed.
 *
 * A URN says where its company prefix ends, a Digital Link does not. Prefixes are taken from `known` and from the URNs of
 * the document itself; a link of a company that is in neither is divided after the usual number of digits (see `toEpcUrn`). Events that
 * were captured with URNs are stored as they came, so that for them nothing is guessed.
 */
export function translateEpcs(document: JsonObject, format: EpcFormat, known?: CompanyPrefixes): JsonObject {
  if (format === 'Always_GS1_Digital_Link') {
    return mapIdentifiers(document, (uri) => (uri.startsWith('urn:epc:') ? (toDigitalLink(uri) ?? uri) : uri));
  }
  if (format !== 'Always_EPC_URN') return document;
  const prefixes = collectCompanyPrefixes(document, known);
  return mapIdentifiers(document, (uri) => toEpcUrn(uri, prefixes) ?? uri);
}
