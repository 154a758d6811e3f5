import { allianceErrors } from './errors.ts';

export interface PageParameters {
  /** Most items of the page. */
  perPage: number;
  /** `nextPageToken` of the page before; none for the first. */
  pageToken?: string | undefined;
}

export interface Page<Item> {
  items: Item[];
  /** Token of the next page; null on the last. */
  nextPageToken: string | null;
}

/**
 * Reads the sort key that a page token stands for: `parts` texts, or none for the first page.
 *
 * @throws ALLIANCE_PAGE_TOKEN_WRONG
 */
export function readPageToken(token: string | undefined, parts: number): string[] {
  if (token === undefined) return [];
  try {
    const key: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  } catch (cause) {
    throw allianceErrors.pageTokenWrong({}, { cause });
  }
  throw allianceErrors.pageTokenWrong();
}

/** Cuts a page out of up to `perPage + 1` items, the last of which only says that there are more. */
export function toPage<Item>(items: Item[], perPage: number, keyOf: (item: Item) => string[]): Page<Item> {
  const shown = items.slice(0, perPage);
  const last = items.length > perPage ? shown.at(-1) : undefined;
  const nextPageToken = last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return { items: shown, nextPageToken };
}
