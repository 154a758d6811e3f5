import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shorten } from '../../format/shorten.ts';
import type { Group } from '../api/audit.ts';
import { connectorsQuery, useDepartments } from '../queries.ts';
import { useKindName } from './RecordTags.tsx';

/** Names what statistics are counted by. */
export function useKeyName(by: Group): (key: string | null) => string {
  const { t } = useTranslation('xAudit');
  const kindName = useKindName();
  const nameOf = useDepartments();
  const { data = [] } = useQuery(connectorsQuery);
  return (key) => {
    if (key === null) return t('statistics.without');
    if (by === 'kind') return kindName(key);
    if (by !== 'counterparty') return by === 'dataset' ? shorten(key.replace('urn:uuid:', '')) : key;
    const slug = data.find(({ did }) => did === key)?.slug;
    return slug ? nameOf(slug) : shorten(key, 12, 6);
  };
}
