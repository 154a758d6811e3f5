import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import type { EventRecord } from './storedEvent.ts';

type JsonObject = Record<string, JsonValue>;

const standardContext = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** Puts events into an EPCISQueryDocument (EPCIS 2.0 section 9.6) in which every name still means what it meant. */
export function renderEvents(events: readonly EventRecord[], queryName = 'SimpleEventQuery'): JsonObject {
  const urls = new Set<string>([standardContext]);
  const terms = new Map<string, JsonValue>();
  const eventList = events.map((record) => {
    const clash = mergeContext(record.envelope['@context'] ?? null, urls, terms);
    const event = { ...record.document, recordTime: record.record_time.toISOString() } as unknown as JsonObject;
    if (clash) event['@context'] = [clash, ...[event['@context'] ?? []].flat()];
    return event;
  });
  const prefixes = Object.fromEntries(terms);
  const shared = events.every(({ envelope }) => envelope === events[0]?.envelope) || events.length === 1;
  return {
    ...(shared && events[0] ? documentFields(events[0].envelope) : {}),
    '@context': [...urls, ...(terms.size > 0 ? [prefixes] : [])],
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: new Date().toISOString(),
    epcisBody: { queryResults: { queryName, resultsBody: { eventList } } },
  };
}

/** Document-level extension fields; they matter to the hash (`ignoreFields`), so a lone event brings them along. */
function documentFields(envelope: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(envelope).filter(([key]) => key.includes(':')));
}

/** Adds a context to the shared one; gives the part that would change what is there, for the event to carry itself. */
function mergeContext(context: JsonValue, urls: Set<string>, terms: Map<string, JsonValue>): JsonObject | null {
  const clash: JsonObject = {};
  for (const part of [context].flat()) {
    if (typeof part === 'string' && !part.endsWith('/epcis-context.jsonld')) urls.add(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) continue;
    for (const [term, meaning] of Object.entries(part)) {
      const earlier = terms.get(term);
      if (earlier === undefined) terms.set(term, meaning);
      else if (canonicalizeJson(earlier) !== canonicalizeJson(meaning)) clash[term] = meaning;
    }
  }
  return Object.keys(clash).length > 0 ? clash : null;
}
