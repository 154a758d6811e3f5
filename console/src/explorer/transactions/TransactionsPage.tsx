import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Segmented, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { listTransactions, type TransactionSummary } from '../api/transactions.ts';
import { CursorTable } from '../parts/CursorTable.tsx';
import type { TransactionsSearch } from '../searches.ts';
import { useTransactionColumns } from './useTransactionColumns.tsx';

/** The executed transactions of both spaces, the newest first. */
export function TransactionsPage() {
  const { t } = useTranslation(['chain', 'transactions']);
  const navigate = useNavigate();
  const { cursor, ...filters } = useSearch({ from: '/explorer/transactions' });
  const columns = useTransactionColumns();
  const show = (search: TransactionsSearch) => void navigate({ to: '/explorer/transactions', search });
  const { space, status } = filters;
  return (
    <>
      <PageHead title={t('nav.transactions')} lead={t('transactions:lead')} />
      <Card>
        <Space wrap className="filters">
          <Segmented
            value={space ?? 'both'}
            onChange={(next) => {
              const { space: _, ...rest } = filters;
              show(next === 'core' || next === 'espace' ? { ...rest, space: next } : rest);
            }}
            options={[
              { value: 'both', label: t('transactions:bothSpaces') },
              { value: 'espace', label: t('space.espace') },
              { value: 'core', label: t('space.core') },
            ]}
          />
          <Select
            value={status ?? 'any'}
            aria-label={t('transactions:status')}
            onChange={(next) => {
              const { status: _, ...rest } = filters;
              show(next === 'success' || next === 'failed' ? { ...rest, status: next } : rest);
            }}
            options={[
              { value: 'any', label: t('transactions:anyStatus') },
              { value: 'success', label: t('status.success') },
              { value: 'failed', label: t('status.failed') },
            ]}
          />
        </Space>
        <CursorTable<TransactionSummary>
          listKey={['transactions', filters]}
          read={(from, signal) => listTransactions({ cursor: from, space, status }, signal)}
          cursor={cursor}
          onCursor={(next) => show(next ? { ...filters, cursor: next } : filters)}
          rowKey={({ hash, space: side }) => `${side} ${hash}`}
          columns={columns}
          empty={t('transactions:empty')}
        />
      </Card>
    </>
  );
}
