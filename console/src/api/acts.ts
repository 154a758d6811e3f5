import { type Page, readPage } from './page.ts';
import { requestWithHeaders } from './request.ts';

/** An administrative act, with its statement in the evidence log. */
export interface Act {
  id: string;
  time: string;
  actor: { kind: 'person' | 'key' | 'platform'; id: string | null; name: string };
  member: string;
  action: string;
  what: { zh: string; en: string };
  resource: { type: string; id: string; member: string | null };
  detail: Record<string, unknown>;
  statementId: string;
  bundle: string;
}

/** One page of the administrative acts of the own organisation, newest first. */
export async function listActs(
  area: string | null,
  nextPageToken: string | null,
  signal?: AbortSignal,
): Promise<Page<Act>> {
  const query = new URLSearchParams();
  if (area !== null) query.set('area', area);
  if (nextPageToken !== null) query.set('nextPageToken', nextPageToken);
  const { body, headers } = await requestWithHeaders(`/api/acts?${query}`, { signal });
  return readPage<Act>(body, headers);
}
