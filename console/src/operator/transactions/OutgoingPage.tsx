import '../../explorer/explorer.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  listSentTransactions,
  type SentTransaction,
  type TransactionState,
  transactionStates,
} from '../../api/transactions.ts';
import { Coins } from '../../explorer/parts/Amount.tsx';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { CursorTable } from '../../explorer/parts/CursorTable.tsx';
import { shortenAddress, TransactionLink } from '../../explorer/parts/links.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import type { OutgoingSearch } from '../../explorer/searches.ts';
import { PageHead } from '../PageHead.tsx';
import { SentActions } from './SentActions.tsx';
import { SentDetail } from './SentDetail.tsx';
import { StateTag } from './StateTag.tsx';

/** The transactions that the platform sends for the member: where each is, and what can still be done about it. */
export function OutgoingPage() {
  const { t } = useTranslation('outgoing');
  const navigate = useNavigate();
  const { state, cursor, id } = useSearch({ from: '/outgoing' });
  const show = (search: OutgoingSearch) => void navigate({ to: '/outgoing', search, resetScroll: false });
  const filter = state ? { state } : {};
  const address = (text: string | null) =>
    text === null ? (
      '—'
    ) : (
      <span className="reference">
        <code title={text}>{shortenAddress(text)}</code>
        <CopyButton text={text} />
      </span>
    );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Card>
        <Select<TransactionState | 'any'>
          className="filters state-filter"
          value={state ?? 'any'}
          aria-label={t('state')}
          onChange={(next) => show(next === 'any' ? {} : { state: next })}
          options={[
            { value: 'any' as const, label: t('any') },
            ...transactionStates.map((value) => ({ value, label: t(`is.${value}`) })),
          ]}
        />
        <CursorTable<SentTransaction>
          listKey={['outgoing', state ?? '']}
          refreshMs={3_000}
          read={(from, signal) => listSentTransactions({ state, cursor: from }, signal)}
          cursor={cursor}
          onCursor={(next) => show({ ...filter, ...(next ? { cursor: next } : {}) })}
          rowKey={(one) => one.id}
          empty={t('empty')}
          columns={[
            {
              title: t('number'),
              key: 'id',
              render: (_, one) => (
                <button type="button" className="text-button" onClick={() => show({ ...filter, id: one.id })}>
                  {one.id}
                </button>
              ),
            },
            { title: t('state'), key: 'state', render: (_, one) => <StateTag transaction={one} /> },
            { title: t('signer'), key: 'signer', render: (_, { signer }) => address(signer) },
            { title: t('to'), key: 'to', render: (_, one) => address(one.to ?? one.contractAddress) },
            { title: t('value'), key: 'value', align: 'right', render: (_, { value }) => <Coins drip={value} /> },
            { title: t('nonce'), key: 'nonce', align: 'right', render: (_, { nonce }) => nonce ?? '—' },
            {
              title: t('hash'),
              key: 'hash',
              render: (_, { hash }) => (hash ? <TransactionLink hash={hash} plain /> : '—'),
            },
            {
              title: t('queuedAt'),
              key: 'time',
              render: (_, { times }) => (times.queued ? <Time at={times.queued} /> : '—'),
            },
            { title: t('actions'), key: 'actions', render: (_, one) => <SentActions transaction={one} /> },
          ]}
        />
      </Card>
      {id && <SentDetail id={id} onClose={() => show({ ...filter, ...(cursor ? { cursor } : {}) })} />}
    </>
  );
}
