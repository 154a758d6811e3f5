import { useQuery } from '@tanstack/react-query';
import { listMembers } from '../api/listMembers.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

/** Names members by their slug; a slug that is not among the first members stays as it is. */
export function useMemberNames(): (slug: string) => string {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['memberNames'],
    queryFn: ({ signal }) => listMembers(null, signal),
    staleTime: 300_000,
  });
  return (slug) => pickText(data?.items.find((member) => member.slug === slug)?.name, language) ?? slug;
}
