import { isRecord } from './problem.ts';

/** One page of a list and the token of the next, null on the last. */
export interface Page<Item> {
  items: Item[];
  nextPageToken: string | null;
}

/** Reads a page from a list answer: an array, or an object that holds one, with the token in the body or the headers. */
export function readPage<Item>(body: unknown, headers: Headers): Page<Item> {
  const fields = isRecord(body) ? body : {};
  const list = Array.isArray(body) ? body : (Object.values(fields).find(Array.isArray) ?? []);
  const token = fields.nextPageToken;
  return {
    items: list as Item[],
    nextPageToken: typeof token === 'string' && token !== '' ? token : readNextPageToken(headers.get('link')),
  };
}

/** The `nextPageToken` of a `Link: <…>; rel="next"` header (EPCIS 2.0 section 12.6), or null on the last page. */
export function readNextPageToken(link: string | null): string | null {
  for (const part of link?.split(/,\s*(?=<)/) ?? []) {
    const target = /^\s*<([^>]*)>.*\brel="?next"?/.exec(part)?.[1];
    if (target !== undefined) return new URL(target, 'http://page.invalid').searchParams.get('nextPageToken');
  }
  return null;
}
