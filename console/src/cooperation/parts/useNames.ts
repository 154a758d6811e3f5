import { useQuery } from '@tanstack/react-query';
import type { LocalText } from '../../i18n/language.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { type ListQuery, listPage } from '../api/common.ts';
import type { DirectoryEntry } from '../api/directory.ts';

/** Pages of a hundred members whose names are known to the lists; the others are shown by their slugs. */
const mostPages = 5;

async function readNames(signal: AbortSignal): Promise<Record<string, LocalText>> {
  const names: Record<string, LocalText> = {};
  const query: ListQuery = { perPage: 100 };
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextPageToken } = await listPage<DirectoryEntry>('/members', query, signal);
    for (const { slug, name } of items) names[slug] = name;
    if (nextPageToken === null) break;
    query.pageToken = nextPageToken;
  }
  return names;
}

/** Names members by their slugs. */
export function useNames(): (slug: string) => string {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['cooperation', 'names'],
    queryFn: ({ signal }) => readNames(signal),
    staleTime: 300_000,
  });
  return (slug) => pickText(data?.[slug], language) ?? slug;
}
