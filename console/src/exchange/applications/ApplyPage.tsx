import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { getEntry } from '../api/catalogue.ts';
import { listPage, shortId } from '../api/common.ts';
import type { Matter } from '../api/matters.ts';
import { Gate } from '../parts/Gate.tsx';
import { ApplyForm } from './ApplyForm.tsx';
import { applicationQuery } from './applicationQuery.ts';

const route = getRouteApi('/exchange/applications/new');

/** The application for a dataset, or one that is handed in again. */
export function ApplyPage() {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const { department, dataset, id } = route.useSearch();
  return (
    <>
      <PageHead title={t('exchange:pages.apply')} lead={t('form.lead')} />
      <Gate right="exchange:apply">
        {department && dataset ? (
          <Prepared department={department} dataset={dataset} id={id} />
        ) : (
          <Alert
            type="info"
            showIcon
            title={t('form.chooseFirst')}
            action={<Link to="/exchange/catalogue">{t('form.toCatalogue')}</Link>}
          />
        )}
      </Gate>
    </>
  );
}

/** Reads what the form explains itself with. */
function Prepared({ department, dataset, id }: { department: string; dataset: string; id?: string | undefined }) {
  const entry = useQuery({
    queryKey: ['exchange', 'entry', department, shortId(dataset)],
    queryFn: ({ signal }) => getEntry(department, shortId(dataset), signal),
    staleTime: 60_000,
  });
  const matters = useQuery({
    queryKey: ['exchange', 'matters'],
    queryFn: ({ signal }) => listPage<Matter>('/matters', { perPage: 100 }, signal),
  });
  const before = useQuery({ ...applicationQuery(id ?? ''), enabled: id !== undefined });
  const { data: session } = useQuery(sessionQuery);
  const failed = entry.error ?? matters.error ?? before.error;
  if (failed) return <Problem error={failed} />;
  if (!entry.data || !matters.data || !session?.principal || (id !== undefined && !before.data))
    return <Skeleton active />;
  return (
    <ApplyForm
      department={department}
      entry={entry.data}
      matters={matters.data.items}
      person={session.principal.name}
      before={before.data}
    />
  );
}
