import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Transfer, type TransferState, transferStates } from '../api/transfers.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { TransferLine } from './TransferLine.tsx';

/** Transfers of the department, on both sides, live. */
export function TransfersPage() {
  const { t } = useTranslation('xTransfers');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Gate right="exchange:read">
        <Transfers />
      </Gate>
    </>
  );
}

function Transfers() {
  const { t } = useTranslation('xTransfers');
  const { role, state, agreement } = useSearch({ from: '/exchange/transfers' });
  const navigate = useNavigate({ from: '/exchange/transfers' });
  return (
    <>
      <Tabs
        label={t('title')}
        tabs={[
          { to: '/exchange/transfers', text: t('tabs.all') },
          { to: '/exchange/transfers', text: t('tabs.consumer'), search: { role: 'consumer' } },
          { to: '/exchange/transfers', text: t('tabs.provider'), search: { role: 'provider' } },
          { to: '/exchange/answers', text: t('tabs.answers') },
        ]}
      />
      <div className="x-filters">
        <Select<TransferState>
          allowClear
          value={state ?? null}
          placeholder={t('anyState')}
          aria-label={t('anyState')}
          options={transferStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, state: value ?? undefined }) as never })
          }
        />
      </div>
      <PagedList<Transfer>
        path="/transfers"
        query={{ role, state, agreement }}
        keyOf={({ id }) => id}
        empty={t('none')}
        refetchMs={2_000}
      >
        {(transfer) => <TransferLine transfer={transfer} />}
      </PagedList>
    </>
  );
}
