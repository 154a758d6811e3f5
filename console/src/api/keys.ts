import { type Page, readPage } from './page.ts';
import { request, requestWithHeaders } from './request.ts';

export interface ApiKey {
  id: string;
  name: string;
  /** The key's readable beginning. */
  prefix: string;
  member: string;
  scopes: string[];
  createdAt: string;
  /** From then on it is refused; null for never. */
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** One page of the API keys that the signed-in person may see; never the secrets. */
export async function listKeys(nextPageToken: string | null, signal?: AbortSignal): Promise<Page<ApiKey>> {
  const query = nextPageToken === null ? '' : `?${new URLSearchParams({ nextPageToken })}`;
  const { body, headers } = await requestWithHeaders(`/api/keys${query}`, { signal });
  return readPage<ApiKey>(body, headers);
}

/** Makes a key. The answer is the only place where the secret `key` ever appears. */
export function createKey(key: {
  name: string;
  scopes: string[];
  expiresAt?: string;
}): Promise<ApiKey & { key: string }> {
  return request('/api/keys', { method: 'POST', body: key });
}

/** Ends a key at once; requests that carry it are refused from then on. */
export function revokeKey(id: string): Promise<void> {
  return request(`/api/keys/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
