import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/page.ts';
import { listTransactions, type TransactionSummary } from '../api/transactions.ts';
import { CursorTable } from '../parts/CursorTable.tsx';
import { useTransactionColumns } from './useTransactionColumns.tsx';

/** The transactions of a block or an epoch, within its page. */
export function TransactionsTable({ query }: { query: Query }) {
  const { t } = useTranslation('transactions');
  const [cursor, setCursor] = useState<string>();
  const columns = useTransactionColumns();
  return (
    <CursorTable<TransactionSummary>
      listKey={['transactions', query]}
      read={(from, signal) => listTransactions({ ...query, cursor: from }, signal)}
      cursor={cursor}
      onCursor={setCursor}
      rowKey={({ hash, space }) => `${space} ${hash}`}
      columns={columns.filter(({ key }) => key !== 'time' && key !== 'epoch')}
      empty={t('empty')}
    />
  );
}
