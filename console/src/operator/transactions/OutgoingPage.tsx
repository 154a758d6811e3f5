import '../../explorer/explorer.css';
import './transactions.css';
import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Card, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { listSentTransactions, type SentTransaction, transactionStates } from '../../api/transactions.ts';
import { CursorTable } from '../../explorer/parts/CursorTable.tsx';
import { shortenAddress } from '../../explorer/parts/links.tsx';
import type { OutgoingSearch } from '../../explorer/searches.ts';
import { PageHead } from '../PageHead.tsx';
import { followEvents } from './followEvents.ts';
import { LimitsCard } from './LimitsCard.tsx';
import { refreshSent, sentListKey, signersQuery } from './queries.ts';
import { RequireTransact, useMayTransact } from './RequireTransact.tsx';
import { SentDetail } from './SentDetail.tsx';
import { useSentColumns } from './useSentColumns.tsx';

/** The transactions that the platform sends for the member: where each is, and what can still be done about it. */
export function OutgoingPage() {
  const { t } = useTranslation('outgoing');
  const may = useMayTransact();
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          may && (
            <Link to="/outgoing/new" search={{}}>
              <Button type="primary" size="large" icon={<PlusOutlined />} data-testid="new-transaction" tabIndex={-1}>
                {t('new')}
              </Button>
            </Link>
          )
        }
      />
      <RequireTransact>
        <SentList />
      </RequireTransact>
    </>
  );
}

function SentList() {
  const { t } = useTranslation('outgoing');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { state, signer, cursor, id } = useSearch({ from: '/outgoing' });
  const { data: keys } = useQuery(signersQuery);
  useEffect(() => followEvents(() => refreshSent(client)), [client]);
  const show = (search: OutgoingSearch) => void navigate({ to: '/outgoing', search, resetScroll: false });
  const filter = { ...(state ? { state } : {}), ...(signer ? { signer } : {}) };
  const here = { ...filter, ...(cursor ? { cursor } : {}) };
  const columns = useSentColumns((opened) => show({ ...here, id: opened }));
  return (
    <div className="stack sent-page">
      <LimitsCard />
      <Card>
        <div className="filters sent-filters">
          <Select
            allowClear
            value={state ?? null}
            placeholder={t('any')}
            aria-label={t('state')}
            onChange={(next) => show({ ...(next ? { state: next } : {}), ...(signer ? { signer } : {}) })}
            options={transactionStates.map((value) => ({ value, label: t(`is.${value}`) }))}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={signer ?? null}
            placeholder={t('anySigner')}
            aria-label={t('signer')}
            onChange={(next) => show({ ...(state ? { state } : {}), ...(next ? { signer: next } : {}) })}
            options={
              keys?.map(({ address, name }) => ({ value: address, label: `${name} · ${shortenAddress(address)}` })) ??
              []
            }
          />
        </div>
        <CursorTable<SentTransaction>
          listKey={[sentListKey, state ?? '', signer ?? '']}
          refreshMs={15_000}
          read={(from, signal) => listSentTransactions({ state, signer, cursor: from }, signal)}
          cursor={cursor}
          onCursor={(next) => show({ ...filter, ...(next ? { cursor: next } : {}) })}
          rowKey={(one) => one.id}
          empty={t('empty')}
          columns={columns}
        />
      </Card>
      {id && <SentDetail id={id} onClose={() => show(here)} />}
    </div>
  );
}
