import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { listPage } from '../api/common.ts';
import { type Grant, type GrantState, grantStates, type NamedGrant } from '../api/grants.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { useMay } from '../parts/useMay.ts';
import { useIsAuthority } from '../queries.ts';
import { GrantLine } from './GrantLine.tsx';

/** Grants that the department gave and those that it holds. */
export function GrantsPage() {
  const { t } = useTranslation('xGrants');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Gate right="exchange:read">
        <GrantsTabs />
        <Grants />
      </Gate>
    </>
  );
}

/** The lists of grants that the reader may see. */
export function GrantsTabs() {
  const { t } = useTranslation('xGrants');
  const may = useMay();
  const isAuthority = useIsAuthority();
  const arbitrates = may('exchange:arbitrate');
  // Grants go on naming a department that was the authority when they were issued.
  const { data: named } = useQuery({
    queryKey: ['exchange', 'list', '/grants/arbitrated', 'any'],
    queryFn: ({ signal }) => listPage<NamedGrant>('/grants/arbitrated', { perPage: 1 }, signal),
    enabled: arbitrates,
    staleTime: 60_000,
    retry: false,
  });
  const showsNamed = arbitrates && (isAuthority || (named?.items.length ?? 0) > 0);
  return (
    <Tabs
      label={t('title')}
      tabs={[
        { to: '/exchange/grants', text: t('tabs.all') },
        { to: '/exchange/grants', text: t('tabs.provider'), search: { role: 'provider' } },
        { to: '/exchange/grants', text: t('tabs.consumer'), search: { role: 'consumer' } },
        ...(showsNamed ? [{ to: '/exchange/grants/named' as const, text: t('tabs.named') }] : []),
      ]}
    />
  );
}

function Grants() {
  const { t } = useTranslation('xGrants');
  const { role, state } = useSearch({ from: '/exchange/grants' });
  const navigate = useNavigate({ from: '/exchange/grants' });
  return (
    <>
      <div className="x-filters">
        <Select<GrantState>
          allowClear
          value={state ?? null}
          placeholder={t('anyState')}
          aria-label={t('anyState')}
          options={grantStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, state: value ?? undefined }) as never })
          }
        />
      </div>
      <PagedList<Grant>
        path="/grants"
        query={{ role, state }}
        keyOf={({ id, role: side }) => `${id}${side}`}
        empty={t('none')}
        refetchMs={5_000}
      >
        {(grant) => <GrantLine grant={grant} />}
      </PagedList>
    </>
  );
}
