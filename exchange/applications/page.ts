import { applicationErrors } from './errors.ts';

/** One page of a list; `nextPageToken` is null on the last. */
export interface Page<Item> {
  items: Item[];
  nextPageToken: string | null;
}

/** Which page of a list. */
export interface PageParameters {
  /** Most items of the page. */
  perPage: number;
  /** `nextPageToken` of the page before; none for the first. */
  pageToken?: string | undefined;
}

/** The sort key, one text, after which a list goes on; null for the first page. @throws APPLICATION_PAGE_TOKEN_WRONG */
export function readPageToken(token: string | undefined, pattern: RegExp): string | null {
  if (token === undefined) return null;
  const key = Buffer.from(token, 'base64url').toString('utf8');
  if (!pattern.test(key)) throw applicationErrors.pageTokenWrong();
  return key;
}

/** Cuts a page out of up to `perPage + 1` rows, the last of which only says that there are more. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  perPage: number,
  keyOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  const nextPageToken = last === undefined ? null : Buffer.from(keyOf(last)).toString('base64url');
  return { items: shown.map(toItem), nextPageToken };
}
