import { type Page, readPage } from '../../api/page.ts';
import { requestWithHeaders } from '../../api/request.ts';

export type { Page } from '../../api/page.ts';

/** What a list is asked for; what is undefined or empty is left out. */
export type ListQuery = Record<string, string | number | boolean | null | undefined>;

/** Path of the room's API with a query. */
export function pathOf(path: string, query: ListQuery = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/api/cooperation${path}${text === '' ? '' : `?${text}`}`;
}

/** One page of a list of the room. */
export async function listPage<Item>(path: string, query: ListQuery, signal?: AbortSignal): Promise<Page<Item>> {
  const { body, headers } = await requestWithHeaders(pathOf(path, query), { signal });
  return readPage<Item>(body, headers);
}
