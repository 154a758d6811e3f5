import { gunzipSync } from 'node:zlib';

/** Places in a list: the least that the standard allows, for the privacy of holders (Bitstring Status List 1.0, section 6.1). */
export const listLength = 131_072;
/** A list may unpack to this much: 32 million places. */
const mostBytes = 4 * 1024 * 1024;

/** Packs a list with 1 at the given places: GZIP, then base64url with the multibase prefix. */
export async function packStatusList(url: string, purpose: string, places: readonly number[]): Promise<object> {
  const { createCredential, createList } = await import('@digitalbazaar/vc-bitstring-status-list');
  const list = await createList({ length: listLength });
  for (const place of places) list.setStatus(place, true);
  return createCredential({ id: url, list, statusPurpose: purpose });
}

/** A small file may unpack to any size, which the library does not limit. */
function unpack(encodedList: string): Buffer {
  return gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: mostBytes });
}

const bitOf = (bytes: Buffer, place: number) => ((bytes[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;

/** Every place of a packed list with 1; null for what is no list. */
export function readPlaces(encodedList: unknown): number[] | null {
  if (typeof encodedList !== 'string' || !encodedList.startsWith('u')) return null;
  try {
    const bytes = unpack(encodedList);
    return Array.from({ length: bytes.length * 8 }, (_, place) => place).filter((place) => bitOf(bytes, place));
  } catch {
    return null;
  }
}

/** The bit at a place of a packed list; null when there is none, or the list is broken, too short or too large. */
export function readStatusBit(encodedList: unknown, place: number): boolean | null {
  if (typeof encodedList !== 'string' || !encodedList.startsWith('u')) return null;
  try {
    const bytes = unpack(encodedList);
    if (bytes.length * 8 < listLength || place >= bytes.length * 8) return null;
    return bitOf(bytes, place);
  } catch {
    return null;
  }
}
