import { request } from '../../api/request.ts';

/** One page of an explorer list; `nextCursor` is null on the last. */
export interface CursorPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

export type Query = Record<string, string | number | undefined>;

/** Reads `/api/explorer/<path>` with a query from which undefined values are left out. */
export function readExplorer<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return request(`/api/explorer/${path}${text === '' ? '' : `?${text}`}`, { signal });
}
