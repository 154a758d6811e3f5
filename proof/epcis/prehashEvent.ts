import { canonicalScalar } from './canonicalValue.ts';
import { EVENT_FIELDS, TRAILING_FIELDS } from './fieldOrder.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { expandCurie, type Prefixes } from './resolveContext.ts';
import { joinSorted } from './sortText.ts';
import { writeOthers, writeStandard } from './writeFields.ts';

/** The type of an event; one of a vocabulary of one's own in full, whatever prefix the document has for it. */
function typeName(type: JsonValue, prefixes: Prefixes): string {
  const colon = typeof type === 'string' ? type.indexOf(':') : -1;
  return canonicalScalar(typeof type === 'string' && colon > 0 ? expandCurie(type, colon, prefixes) : type);
}

/**
 * The text that is hashed for one event: `eventType=…eventTime=…` without separators (CBV 2.0, event hash). `ignored`
 * holds the expanded names of extensions of the event that do not count.
 */
export function prehashEvent(event: JsonObject, ignored: ReadonlySet<string>, prefixes: Prefixes): string {
  const tail: string[] = [];
  let text = `eventType=${typeName(event.type ?? null, prefixes)}`;
  text += writeStandard(event, EVENT_FIELDS, prefixes, tail);
  for (const field of TRAILING_FIELDS) {
    const value = event[field.name];
    if (value === undefined || value === null) continue;
    const trailing = field.write(value, prefixes, tail);
    if (trailing !== '') tail.push(trailing);
  }
  writeOthers(event, EVENT_FIELDS, prefixes, tail, tail, ignored);
  return tail.length === 0 ? text : text + joinSorted(tail);
}
