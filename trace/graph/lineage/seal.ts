import { readPrefixes } from '../../epcis/terms.ts';
import type { LocalText } from '../../names.ts';
import type { EventRecord } from '../../query/storedEvent.ts';
import { type EventThing, readThings } from '../../things.ts';

/** An event with whether its viewer may see it. */
export interface SeenRecord extends EventRecord {
  visible: boolean;
}

/** Gives things that only sealed events name other names, in which nothing of them can be read. */
export function openMask(known: ReadonlySet<string>): (key: string) => string {
  const masked = new Map<string, string>();
  return (key) => {
    if (known.has(key)) return key;
    const name = masked.get(key) ?? `sealed:${masked.size + 1}`;
    masked.set(key, name);
    return name;
  };
}

/** The things of a stored event. */
export function readRecordThings({ envelope, document }: EventRecord): EventThing[] {
  return readThings(document, readPrefixes(envelope['@context'], document['@context'])).things;
}

/** Names of members for showing; the slug where there is none. */
export const nameMember = (names: ReadonlyMap<string, LocalText>, slug: string) => ({
  slug,
  name: names.get(slug) ?? { zh: slug, en: slug },
});
