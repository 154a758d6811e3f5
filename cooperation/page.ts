import { cooperationErrors } from './errors.ts';

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

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The sort key that a page token stands for; null for the first page. @throws COOPERATION_PAGE_TOKEN_WRONG */
export function readPageToken(token: string | undefined, isKey: (key: unknown[]) => boolean): string[] | null {
  if (token === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.every((part) => typeof part === 'string' && !part.includes('\0')) && isKey(key))
      return key;
  } catch (cause) {
    throw cooperationErrors.pageTokenWrong({}, { cause });
  }
  throw cooperationErrors.pageTokenWrong();
}

/** The id after which a list by id goes on; null for the first page. @throws COOPERATION_PAGE_TOKEN_WRONG */
export function readIdToken(token: string | undefined): string | null {
  return readPageToken(token, ([id, ...more]) => more.length === 0 && uuidPattern.test(String(id)))?.[0] ?? null;
}

/** Cuts a page out of up to `perPage + 1` rows, the last of which only says that there are more. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  { perPage, keyOf, toItem }: { perPage: number; keyOf: (row: Row) => string[]; toItem: (row: Row) => Item },
): Page<Item> {
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  const nextPageToken = last === undefined ? null : Buffer.from(JSON.stringify(keyOf(last))).toString('base64url');
  return { items: shown.map(toItem), nextPageToken };
}

/** As `toPage`, for a list by id. */
export function toIdPage<Row extends { id: string }, Item>(
  rows: readonly Row[],
  perPage: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  return toPage(rows, { perPage, keyOf: ({ id }) => [id], toItem });
}
