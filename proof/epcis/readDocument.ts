import { errors } from './errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { expandName, type Prefixes, resolveContext } from './resolveContext.ts';

/** The events of a document and what the document says about all of them. */
export interface ReadDocument {
  events: JsonObject[];
  prefixes: Prefixes;
  /** Expanded names of extensions that stay out of the hash. */
  ignored: ReadonlySet<string>;
}

const IGNORE_FIELDS = ':ignoreFields';

/**
 * Extensions named by a `<prefix>:ignoreFields` array. Only names with a prefix count: a document cannot take the
 * standard's own fields out of the identity of its events.
 */
function collectIgnored(object: JsonObject, prefixes: Prefixes, into: Set<string>): void {
  for (const key in object) {
    const names = object[key];
    if (!key.endsWith(IGNORE_FIELDS) || !Array.isArray(names)) continue;
    for (const name of names) if (typeof name === 'string' && name.includes(':')) into.add(expandName(name, prefixes));
  }
}

function readEvents(list: JsonValue | undefined): JsonObject[] {
  const events = Array.isArray(list) ? list : list === undefined || list === null ? [] : [list];
  return events.map((event, index) => {
    if (isJsonObject(event) && typeof event.type === 'string') return event;
    throw errors.notEpcis({ problem: `event ${index} is not an object with a type` });
  });
}

/** Finds the events of an EPCISDocument, an EPCISQueryDocument or a bare event. Throws PROOF_NOT_EPCIS. */
export function readDocument(document: JsonValue): ReadDocument {
  if (!isJsonObject(document)) throw errors.notEpcis({ problem: 'it is not a JSON object' });
  const prefixes = resolveContext(document);
  const ignored = new Set<string>();
  const body = document.epcisBody;
  if (body === undefined) {
    if (typeof document.type !== 'string' || document.eventTime === undefined) {
      throw errors.notEpcis({ problem: 'it has neither an epcisBody nor the type and eventTime of an event' });
    }
    return { events: [document], prefixes, ignored };
  }
  if (!isJsonObject(body)) throw errors.notEpcis({ problem: 'epcisBody is not an object' });
  collectIgnored(document, prefixes, ignored);
  const results = body.queryResults;
  if (isJsonObject(results)) {
    collectIgnored(results, prefixes, ignored);
    const resultsBody = results.resultsBody;
    return { events: readEvents(isJsonObject(resultsBody) ? resultsBody.eventList : undefined), prefixes, ignored };
  }
  return { events: readEvents(body.eventList ?? body.event), prefixes, ignored };
}
