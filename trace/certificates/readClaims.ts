import type { EpcisEvent } from '../epcis/event.ts';
import { type Prefixes, readExtension } from '../epcis/terms.ts';
import { toThingKey } from '../things.ts';

const growingMethod = [
  'urn:epcglobal:cbv:mda:growingMethodCode',
  'urn:epcglobal:cbv:mda#growingMethodCode',
  'https://gs1.org/voc/growingMethod',
  'https://ref.gs1.org/voc/growingMethod',
];
const organicClaim = ['https://gs1.org/voc/organicClaim', 'https://ref.gs1.org/voc/organicClaim'];

const saysOrganic = (value: unknown): boolean =>
  [value].flat().some((one) => {
    const text = typeof one === 'object' && one !== null ? (one as { id?: unknown }).id : one;
    return typeof text === 'string' && /(^|[-/:#])organic$/i.test(text);
  });

/** What an event claims of organic origin. */
export interface OrganicClaims {
  /** Canonical addresses that `certificationInfo` cites. */
  cited: string[];
  /** Further certificates among its business transactions; they need not be about organic farming. */
  papers: string[];
  /** True when the event itself says that its goods are organic. */
  claimed: boolean;
}

/** Reads the claims of an event: `certificationInfo`, papers of the type `cert`, ILMD and extensions that say organic. */
export function readClaims(event: EpcisEvent, prefixes: Prefixes): OrganicClaims {
  const cited = [event.certificationInfo ?? []].flat().map(toThingKey);
  const papers = (event.bizTransactionList ?? [])
    .filter(({ type }) => type !== undefined && /(^|[:/-])cert$/.test(type))
    .map(({ bizTransaction }) => toThingKey(bizTransaction));
  const fields = [event.ilmd ?? {}, event as unknown as Record<string, unknown>];
  const claimed = fields.some(
    (some) =>
      saysOrganic(readExtension(prefixes, some, growingMethod)) ||
      readExtension(prefixes, some, organicClaim) !== undefined,
  );
  return { cited: [...new Set(cited)], papers: [...new Set(papers)].filter((uri) => !cited.includes(uri)), claimed };
}
