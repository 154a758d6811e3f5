import type { JsonValue } from '../canonicalizeJson.ts';
import { digestJson, digestLink } from './digestLink.ts';
import type { ExchangeBundle } from './exchangeBundle.ts';
import { ensure } from './exchangeCheck.ts';
import { isObject, type OpenView } from './openView.ts';

/** Follows the chain from the first record of a view to the last, over the links of other records; gives what is not shown. */
function followChain({ participant, records, links }: OpenView): string[] {
  const gaps: string[] = [];
  let at: { sequence: number; digest: string } | null = null;
  let used = 0;
  for (const record of records) {
    const name = `record ${record.sequence} of ${participant}`;
    if (at) {
      ensure(record.sequence > at.sequence, `The ${name} is not in its place.`);
      const first = at.sequence + 1;
      let { sequence, digest }: { sequence: number; digest: string } = at;
      for (let link = links[used]; link && link.sequence < record.sequence; link = links[used]) {
        ensure(link.sequence === sequence + 1, `The links before ${name} have a gap.`);
        sequence = link.sequence;
        digest = digestLink({ ...link, participant, previous: digest });
        used += 1;
      }
      const isShown = sequence === record.sequence - 1;
      ensure(isShown || sequence === at.sequence, `The links before ${name} have a gap.`);
      if (isShown) ensure(record.previous === digest, `The ${name} does not follow what is before it.`);
      else gaps.push(`${first} to ${record.sequence - 1} of ${participant}`);
    }
    at = record;
  }
  ensure(used === links.length, `The links of ${participant} are not between its records.`);
  return gaps;
}

/** The chains of all views; gaps are named. @throws CheckFailed */
export function checkChains(views: readonly OpenView[]): string {
  const gaps = views.flatMap(followChain);
  const shown = 'Every record follows the one before it';
  return gaps.length === 0 ? `${shown}, without a gap.` : `${shown}; not shown: ${gaps.join(', ')}.`;
}

/** Ids and times of records. @throws CheckFailed */
export function checkRecords(views: readonly OpenView[], agreement: string): string {
  const records = views.flatMap((view) => view.records);
  const ids = new Set(records.map(({ id }) => id));
  ensure(ids.size === records.length, 'Two records have the same id.');
  ensure(
    records.some(({ facts }) => facts.agreement === agreement),
    `No record is about the agreement ${agreement}.`,
  );
  return `${records.length} records of ${views.map(({ participant }) => participant).join(' and ')}.`;
}

/** That every view holds what its department says it has to hold. @throws CheckFailed */
export function checkManifests(bundle: ExchangeBundle, views: readonly OpenView[]): string {
  const sameList = (a: readonly JsonValue[], b: readonly JsonValue[]) => digestJson([...a]) === digestJson([...b]);
  for (const [at, { participant, claims, records, links }] of views.entries()) {
    const of = `of ${participant}`;
    ensure(claims.agreement === bundle.agreement, `The manifest ${of} is about another agreement.`);
    ensure(claims.participant === participant, `The manifest ${of} is of another department.`);
    const digests = records.map(({ digest }) => digest);
    ensure(sameList(claims.records, digests), `The records ${of} are not those of its manifest.`);
    const proofs = (bundle.views[at]?.records ?? []).map(({ proof }) => ({ ...proof }) as JsonValue);
    ensure(claims.proofs === digestJson(proofs), `The proofs ${of} are not those of its manifest.`);
    const shown = links.map((link) => ({ ...link }) as JsonValue);
    ensure(claims.links === digestJson(shown), `The links ${of} are not those of its manifest.`);
  }
  return 'Every view is complete by the word of its department.';
}

/** Digests of the documents that a view's records and manifest name. */
export function namedDocuments({ records, claims }: OpenView): string[] {
  const named = records.flatMap(({ documents }) => Object.values(documents));
  return [...named, ...Object.values(claims.dids), ...(claims.grant === null ? [] : [claims.grant])];
}

/** That all documents are there, and no others. @throws CheckFailed */
export function checkDocuments(bundle: ExchangeBundle, views: readonly OpenView[]): string {
  const named = new Set(views.flatMap(namedDocuments));
  for (const digest of named) {
    ensure(Object.hasOwn(bundle.documents, digest), `The document ${digest} is missing.`);
  }
  for (const digest of Object.keys(bundle.documents))
    ensure(named.has(digest), `Nothing names the document ${digest}.`);
  return `All ${named.size} documents are there.`;
}

/** A document of the bundle that is JSON. @throws CheckFailed */
export function readDocument(bundle: ExchangeBundle, digest: string, what: string): { [key: string]: JsonValue } {
  let value: unknown;
  try {
    value = JSON.parse(bundle.documents[digest] ?? '');
  } catch {
    value = null;
  }
  ensure(isObject(value), `${what} is no JSON object.`);
  return value;
}
