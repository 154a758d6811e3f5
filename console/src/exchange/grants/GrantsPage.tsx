import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Grant, type GrantState, grantStates } from '../api/grants.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { useMay } from '../parts/useMay.ts';
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
  return (
    <Tabs
      label={t('title')}
      tabs={[
        { to: '/exchange/grants', text: t('tabs.all') },
        { to: '/exchange/grants', text: t('tabs.provider'), search: { role: 'provider' } },
        { to: '/exchange/grants', text: t('tabs.consumer'), search: { role: 'consumer' } },
        ...(may('exchange:arbitrate') ? [{ to: '/exchange/grants/named' as const, text: t('tabs.named') }] : []),
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
