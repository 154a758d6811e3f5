import { catalogueErrors } from './errors.ts';

/** One page of a list; `nextPageToken` is null on the last. */
export interface CataloguePage<Entry> {
  items: Entry[];
  nextPageToken: string | null;
}

/** Which page of a list. */
export interface PageParameters {
  /** Most entries of the page. */
  perPage: number;
  /** `nextPageToken` of the page before; none for the first. */
  pageToken?: string | undefined;
}

/** The sort key that a token stands for, as texts; null for the first page. @throws CATALOGUE_PAGE_TOKEN_WRONG */
export function readPageToken(token: string | undefined, length: number): string[] | null {
  if (token === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    const isText = (part: unknown): part is string => typeof part === 'string' && !part.includes('\0');
    if (Array.isArray(key) && key.length === length && key.every(isText)) return key;
  } catch (cause) {
    throw catalogueErrors.pageTokenWrong({}, { cause });
  }
  throw catalogueErrors.pageTokenWrong();
}

/** Cuts a page out of up to `perPage + 1` rows, the last of which only says that there are more. */
export function toPage<Row, Entry>(
  rows: readonly Row[],
  { perPage, keyOf, toEntry }: { perPage: number; keyOf: (row: Row) => string[]; toEntry: (row: Row) => Entry },
): CataloguePage<Entry> {
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  const nextPageToken = last === undefined ? null : Buffer.from(JSON.stringify(keyOf(last))).toString('base64url');
  return { items: shown.map(toEntry), nextPageToken };
}
