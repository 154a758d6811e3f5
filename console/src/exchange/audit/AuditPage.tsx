import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { AuditRecord } from '../api/audit.ts';
import { pathOf } from '../api/common.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { recordsSearch } from '../usingSearches.ts';
import { AuditTabs } from './AuditTabs.tsx';
import { RecordFilters } from './RecordFilters.tsx';
import { RecordLine } from './RecordLine.tsx';
import { StatusCard } from './StatusCard.tsx';

/** The records of the department, for its auditors. */
export function AuditPage() {
  const { t } = useTranslation('xAudit');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Gate right="exchange:audit">
        <AuditTabs />
        <StatusCard />
        <Records />
      </Gate>
    </>
  );
}

function Records() {
  const { t } = useTranslation('xAudit');
  const search = recordsSearch(useSearch({ from: '/exchange/audit' }));
  return (
    <>
      <RecordFilters search={search} />
      <p>
        <a className="x-link" href={pathOf('/records.csv', search)} download>
          {t('csv')}
        </a>
      </p>
      <PagedList<AuditRecord> path="/records" query={{ ...search }} keyOf={({ id }) => id} empty={t('none')}>
        {(record) => <RecordLine record={record} />}
      </PagedList>
    </>
  );
}
