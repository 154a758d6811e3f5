import type { Page, PageParameters } from './answers.ts';
import { answerErrors } from './errors.ts';

/** The sort key that a token stands for, as texts; null for the first page. @throws ANSWER_PAGE_TOKEN_WRONG */
export function readPageToken(
  { pageToken }: PageParameters,
  isKey: (key: readonly string[]) => boolean,
): string[] | null {
  if (pageToken === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(pageToken, 'base64url').toString('utf8'));
    const isText = (part: unknown): part is string => typeof part === 'string' && !part.includes('\0');
    if (Array.isArray(key) && key.every(isText) && isKey(key)) return key;
  } catch (cause) {
    throw answerErrors.pageTokenWrong({}, { cause });
  }
  throw answerErrors.pageTokenWrong();
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The time and id after which a list, the newest first, goes on; far in the future for the first page. */
export function readTimeToken(page: PageParameters): { at: Date; id: string } {
  const key = readPageToken(
    page,
    ([at = '', id = '', ...more]) => more.length === 0 && !Number.isNaN(Date.parse(at)) && uuidPattern.test(id),
  );
  return { at: new Date(key?.[0] ?? '9999-01-01T00:00:00Z'), id: key?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
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
