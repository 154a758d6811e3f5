import { type TableProps, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TransactionSummary } from '../api/transactions.ts';
import { Coins } from '../parts/Amount.tsx';
import { AddressLink, EpochLink, TransactionLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { SpaceTag, StatusMark } from '../parts/tags.tsx';

/** The columns of a table of transactions. */
export function useTransactionColumns(): NonNullable<TableProps<TransactionSummary>['columns']> {
  const { t } = useTranslation(['chain', 'transactions']);
  return [
    { title: t('transaction'), key: 'hash', render: (_, { hash }) => <TransactionLink hash={hash} /> },
    { title: t('transactions:space'), key: 'space', render: (_, { space }) => <SpaceTag space={space} /> },
    { title: t('transactions:status'), key: 'status', render: (_, { status }) => <StatusMark status={status} /> },
    {
      title: t('transactions:method'),
      key: 'method',
      render: (_, { method, selector, phantom, created }) => (
        <>
          {method ? (
            <code className="method">{method}</code>
          ) : created ? (
            t('transactions:creation')
          ) : (
            <code className="muted">{selector ?? t('transactions:plain')}</code>
          )}
          {phantom && (
            <Tooltip title={t('transactions:phantomHint')}>
              <span className="chip">{t('transactions:phantom')}</span>
            </Tooltip>
          )}
        </>
      ),
    },
    { title: t('transactions:from'), key: 'from', render: (_, { from }) => <AddressLink address={from} plain /> },
    {
      title: t('transactions:to'),
      key: 'to',
      render: (_, { to, created }) =>
        to ? <AddressLink address={to} plain /> : created ? <AddressLink address={created} plain /> : '—',
    },
    { title: t('transactions:value'), key: 'value', align: 'right', render: (_, { value }) => <Coins drip={value} /> },
    {
      title: t('transactions:fee'),
      key: 'fee',
      align: 'right',
      responsive: ['xl'],
      render: (_, { fee }) => <Coins drip={fee} />,
    },
    { title: t('epoch'), key: 'epoch', responsive: ['md'], render: (_, { epoch }) => <EpochLink number={epoch} /> },
    { title: t('time'), key: 'time', render: (_, { time }) => <Time at={time} /> },
  ];
}
