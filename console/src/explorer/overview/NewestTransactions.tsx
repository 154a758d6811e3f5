import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndexNews } from '../../live/LiveProvider.tsx';
import { listTransactions } from '../api/transactions.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { AddressLink, TransactionLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { SpaceTag, StatusMark } from '../parts/tags.tsx';

const queryKey = ['explorer', 'newestTransactions'];

/** The last few transactions of both spaces. */
export function NewestTransactions() {
  const { t } = useTranslation('chain');
  const client = useQueryClient();
  const query = useQuery({ queryKey, queryFn: ({ signal }) => listTransactions({ limit: 8 }, signal) });
  useIndexNews(() => {
    if (!query.isFetching) void client.invalidateQueries({ queryKey });
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('transactions.empty')} />
        ) : (
          <ul className="newest">
            {items.map((transaction) => (
              <li key={transaction.hash}>
                <span>
                  <TransactionLink hash={transaction.hash} plain /> <SpaceTag space={transaction.space} />
                  <small className="muted">
                    <AddressLink address={transaction.from} plain /> →{' '}
                    {transaction.to ? (
                      <AddressLink address={transaction.to} plain />
                    ) : transaction.created ? (
                      <AddressLink address={transaction.created} plain />
                    ) : (
                      t('transactions.creation')
                    )}
                  </small>
                </span>
                <span className="newest-end">
                  <StatusMark status={transaction.status} />
                  <small className="muted">
                    <Time at={transaction.time} />
                  </small>
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
