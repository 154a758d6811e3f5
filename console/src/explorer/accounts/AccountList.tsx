import { useTranslation } from 'react-i18next';
import { listAccountTransactions, listAccountTransfers } from '../api/accounts.ts';
import type { Space } from '../api/common.ts';
import type { TransactionSummary, Transfer } from '../api/transactions.ts';
import { CursorTable } from '../parts/CursorTable.tsx';
import { AddressLink, TransactionLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { TokenAmount } from '../parts/TokenAmount.tsx';
import { useTransactionColumns } from '../transactions/useTransactionColumns.tsx';

interface AccountListProps {
  address: string;
  space: Space;
  list: 'transactions' | 'transfers';
  /** The transfers of the token that the address is, instead of those that it took part in. */
  ofToken?: boolean;
  cursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
}

/** The transactions or the token transfers of an address in one space. */
export function AccountList({ address, space, list, cursor, onCursor, ofToken = false }: AccountListProps) {
  const { t } = useTranslation(['accounts', 'chain', 'transactions']);
  const columns = useTransactionColumns();
  if (list === 'transactions') {
    return (
      <CursorTable<TransactionSummary>
        listKey={['account', address, space, list]}
        read={(from, signal) => listAccountTransactions(address, { space, cursor: from }, signal)}
        cursor={cursor}
        onCursor={onCursor}
        rowKey={({ hash, space: side }) => `${side} ${hash}`}
        columns={columns.filter(({ key }) => key !== 'space')}
        empty={t('noTransactions')}
      />
    );
  }
  return (
    <CursorTable<Transfer>
      listKey={['account', address, space, list, ofToken]}
      read={(from, signal) =>
        listAccountTransfers(address, { space, cursor: from, of: ofToken ? 'token' : 'account' }, signal)
      }
      cursor={cursor}
      onCursor={onCursor}
      rowKey={({ transactionHash, logIndex, tokenId }) => `${transactionHash} ${logIndex} ${tokenId ?? ''}`}
      columns={[
        {
          title: t('chain:transaction'),
          key: 'hash',
          render: (_, { transactionHash }) => <TransactionLink hash={transactionHash} />,
        },
        { title: t('amount'), key: 'amount', render: (_, transfer) => <TokenAmount transfer={transfer} /> },
        { title: t('transactions:from'), key: 'from', render: (_, { from }) => <AddressLink address={from} plain /> },
        { title: t('transactions:to'), key: 'to', render: (_, { to }) => <AddressLink address={to} plain /> },
        { title: t('chain:time'), key: 'time', render: (_, { time }) => <Time at={time} /> },
      ]}
      empty={t('noTransfers')}
    />
  );
}
