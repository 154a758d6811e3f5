import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Application } from '../api/applications.ts';
import { Gate } from '../parts/Gate.tsx';
import { NeedConnector } from '../parts/NeedConnector.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useMay } from '../parts/useMay.ts';
import { ApplicationLine } from './ApplicationLine.tsx';
import { StateFilters } from './StateFilters.tsx';

const route = getRouteApi('/exchange/applications');

/** What the own department applied for. */
export function ApplicationsPage() {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const { state, overdue } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const find = may('exchange:apply') && (
    <Link to="/exchange/catalogue">
      <Button type="primary">{t('newApplication')}</Button>
    </Link>
  );
  return (
    <>
      <PageHead title={t('exchange:pages.applications')} lead={t('mineLead')} actions={find} />
      <Gate right="exchange:read">
        <NeedConnector />
        <StateFilters
          state={state}
          overdue={overdue}
          onChange={(changes) =>
            void navigate({ search: (now) => ({ ...now, ...changes }) as typeof now, replace: true })
          }
        />
        <PagedList<Application>
          path="/applications"
          query={{ state, overdue }}
          keyOf={({ id }) => id}
          empty={t('noneMine')}
          emptyAction={find}
          refetchMs={15_000}
        >
          {(application) => <ApplicationLine application={application} />}
        </PagedList>
      </Gate>
    </>
  );
}
