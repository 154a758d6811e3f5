import type { LocalText } from '../i18n/language.ts';
import { type Page, readPage } from './page.ts';
import { requestWithHeaders } from './request.ts';

export interface Member {
  slug: string;
  name: LocalText;
  kind: string;
  demo: boolean;
  createdAt: string;
}

/** One page of the alliance's members. */
export async function listMembers(nextPageToken: string | null, signal?: AbortSignal): Promise<Page<Member>> {
  const query = nextPageToken === null ? '' : `?${new URLSearchParams({ nextPageToken })}`;
  const { body, headers } = await requestWithHeaders(`/api/members${query}`, { signal });
  return readPage<Member>(body, headers);
}
