import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Application } from '../api/applications.ts';
import { ApplicationLine } from '../applications/ApplicationLine.tsx';
import { StateFilters } from '../applications/StateFilters.tsx';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';

const route = getRouteApi('/exchange/inbox');

/** Applications of other departments, with the time that is left for each. */
export function InboxPage() {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const { state, overdue } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHead title={t('exchange:pages.inbox')} lead={t('inboxLead')} />
      <Gate right="exchange:read">
        <StateFilters
          state={state}
          overdue={overdue}
          onChange={(changes) =>
            void navigate({ search: (now) => ({ ...now, ...changes }) as typeof now, replace: true })
          }
        />
        <PagedList<Application>
          path="/inbox"
          query={{ state, overdue }}
          keyOf={({ id }) => id}
          empty={t('noneInbox')}
          refetchMs={15_000}
        >
          {(application) => <ApplicationLine application={application} />}
        </PagedList>
      </Gate>
    </>
  );
}
