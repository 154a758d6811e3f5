import { readExtension, readPrefixes } from '../epcis/terms.ts';
import type { EventRecord } from '../query/storedEvent.ts';

/** Extension field of an event: the SHA-256 of a picture in hexadecimal, or a list of them. */
const photoField = 'https://ns.xiangyu.example/epcis/photo';
/** More pictures of one event are not looked at. */
const mostPhotos = 12;

/** The hashes of the pictures that an event names, in its order. */
export function readPhotos({ envelope, document }: Pick<EventRecord, 'envelope' | 'document'>): string[] {
  const prefixes = readPrefixes(envelope['@context'], document['@context']);
  const named = [readExtension(prefixes, document, [photoField])].flat();
  const hashes = named.filter((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) as string[];
  return [...new Set(hashes)].slice(0, mostPhotos);
}
