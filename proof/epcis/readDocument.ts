import { inBoth } from '../words.ts';
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

const refuse = (en: string, zh: string) => errors.notEpcis(...inBoth({ problem: { en, zh } }));

function readEvents(list: JsonValue | undefined): JsonObject[] {
  const events = Array.isArray(list) ? list : list === undefined || list === null ? [] : [list];
  return events.map((event, index) => {
    if (isJsonObject(event) && typeof event.type === 'string') return event;
    throw refuse(`event ${index} is not an object with a type`, `序号 ${index} 的事件不是带有 type 的对象`);
  });
}

/** Finds the events of an EPCISDocument, an EPCISQueryDocument or a bare event. Throws PROOF_NOT_EPCIS. */
export function readDocument(document: JsonValue): ReadDocument {
  if (!isJsonObject(document)) throw refuse('it is not a JSON object', '不是 JSON 对象');
  const prefixes = resolveContext(document);
  const ignored = new Set<string>();
  const body = document.epcisBody;
  if (body === undefined) {
    if (typeof document.type !== 'string' || document.eventTime === undefined) {
      throw refuse(
        'it has neither an epcisBody nor the type and eventTime of an event',
        '既没有 epcisBody，也没有事件的 type 和 eventTime',
      );
    }
    return { events: [document], prefixes, ignored };
  }
  if (!isJsonObject(body)) throw refuse('epcisBody is not an object', 'epcisBody 不是对象');
  collectIgnored(document, prefixes, ignored);
  const results = body.queryResults;
  if (isJsonObject(results)) {
    collectIgnored(results, prefixes, ignored);
    const resultsBody = results.resultsBody;
    return { events: readEvents(isJsonObject(resultsBody) ? resultsBody.eventList : undefined), prefixes, ignored };
  }
  return { events: readEvents(body.eventList ?? body.event), prefixes, ignored };
}
