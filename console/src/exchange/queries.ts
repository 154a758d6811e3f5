import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { sessionQuery } from '../operator/queries.ts';
import { getAuthority, listConnectors } from './api/connectors.ts';

/** Who has a connector. */
export const connectorsQuery = queryOptions({
  queryKey: ['exchange', 'connectors'],
  queryFn: ({ signal }) => listConnectors(signal),
  staleTime: 60_000,
});
/** Who rules on disputes. */
export const authorityQuery = queryOptions({
  queryKey: ['exchange', 'authority'],
  queryFn: ({ signal }) => getAuthority(signal),
  staleTime: 60_000,
});

/** Names departments by their slugs. */
export function useDepartments(): (slug: string) => string {
  const language = useLanguage();
  const { data } = useQuery(connectorsQuery);
  return (slug) => pickText(data?.find((connector) => connector.slug === slug)?.name, language) ?? slug;
}

/** The own department's slug; null for a visitor. */
export function useOwnDepartment(): string | null {
  const { data } = useQuery(sessionQuery);
  return data?.principal?.member ?? null;
}

/** Whether the own department is the data authority; false until that is known. */
export function useIsAuthority(): boolean {
  const own = useOwnDepartment();
  const { data } = useQuery({ ...authorityQuery, enabled: own !== null });
  return own !== null && data?.slug === own;
}

/** Joins words as the language does. */
export function useJoin(): (texts: string[]) => string {
  const { t } = useTranslation('common');
  return (texts) => texts.join(t('listSeparator'));
}
