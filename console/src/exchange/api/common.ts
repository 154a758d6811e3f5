import { type Page, readPage } from '../../api/page.ts';
import { request, requestWithHeaders } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';

export type { Page } from '../../api/page.ts';
export type Words = LocalText;

/** What a list is asked for; what is undefined or empty is left out. */
export type ListQuery = Record<string, string | number | boolean | null | undefined>;

/** Path of the API of data exchange with a query. */
export function pathOf(path: string, query: ListQuery = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/api/exchange${path}${text === '' ? '' : `?${text}`}`;
}

/** One page of a list. */
export async function listPage<Item>(path: string, query: ListQuery = {}, signal?: AbortSignal): Promise<Page<Item>> {
  const { body, headers } = await requestWithHeaders(pathOf(path, query), { signal });
  return readPage<Item>(body, headers);
}

/** Something the department does. */
export function send<Answer = unknown>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  return request(`/api/exchange${path}`, { method, ...(body === undefined ? {} : { body }) });
}

/** One thing that is read. */
export function read<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return request(`/api/exchange${path}`, { signal });
}

/** The UUID of a dataset, short enough for an address. */
export const shortId = (id: string) => id.replace(/^urn:uuid:/, '');
/** The id that belongs to a short one; ids of other connectors may be anything. */
export const longId = (id: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? `urn:uuid:${id}` : id);
