import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shorten } from '../../format/shorten.ts';
import type { Group } from '../api/audit.ts';
import { useKnownNames } from '../parts/useKnownNames.ts';
import { connectorsQuery, useDepartments } from '../queries.ts';
import { useKindName } from './RecordTags.tsx';

/** Names what statistics are counted by. */
export function useKeyName(by: Group): (key: string | null) => string {
  const { t } = useTranslation('xAudit');
  const kindName = useKindName();
  const nameOf = useDepartments();
  const { datasetName, matterName } = useKnownNames();
  const { data = [] } = useQuery(connectorsQuery);
  return (key) => {
    if (key === null) return t('statistics.without');
    if (by === 'kind') return kindName(key);
    if (by === 'dataset') return datasetName(key) ?? shorten(key.replace('urn:uuid:', ''));
    if (by === 'purpose') return matterName(key) ?? key;
    if (by === 'day') return key;
    const slug = data.find(({ did }) => did === key)?.slug;
    return slug ? nameOf(slug) : shorten(key, 12, 6);
  };
}
