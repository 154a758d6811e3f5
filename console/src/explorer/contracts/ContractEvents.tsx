import { useTranslation } from 'react-i18next';
import { listContractLogs } from '../api/accounts.ts';
import type { Space } from '../api/common.ts';
import type { Log } from '../api/transactions.ts';
import { CursorTable } from '../parts/CursorTable.tsx';
import { DecodedArguments } from '../parts/DecodedArguments.tsx';
import { EpochLink, TransactionLink } from '../parts/links.tsx';
import { RawData } from '../parts/RawData.tsx';
import { Time } from '../parts/Time.tsx';

interface ContractEventsProps {
  address: string;
  space: Space;
  cursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
}

/** The events that a contract made, the newest first, in the words of its ABI where it is known. */
export function ContractEvents({ address, space, cursor, onCursor }: ContractEventsProps) {
  const { t } = useTranslation(['contracts', 'chain', 'transactions']);
  return (
    <CursorTable<Log>
      listKey={['events', address, space]}
      read={(from, signal) => listContractLogs(address, { space, cursor: from }, signal)}
      cursor={cursor}
      onCursor={onCursor}
      rowKey={({ epoch, index }) => `${epoch} ${index}`}
      empty={t('noEvents')}
      columns={[
        {
          title: t('tab.events'),
          key: 'event',
          render: (_, { decoded, topics, data }) => (
            <details className="event">
              <summary>
                <b>{decoded?.name ?? t('transactions:unknownEvent')}</b>
              </summary>
              {decoded ? (
                <DecodedArguments args={decoded.args} />
              ) : (
                <>
                  {topics.map((topic) => (
                    <p key={topic}>
                      <code>{topic}</code>
                    </p>
                  ))}
                  <RawData hex={data} />
                </>
              )}
            </details>
          ),
        },
        {
          title: t('chain:transaction'),
          key: 'transaction',
          render: (_, { transactionHash }) => <TransactionLink hash={transactionHash} />,
        },
        { title: t('chain:epoch'), key: 'epoch', render: (_, { epoch }) => <EpochLink number={epoch} /> },
        { title: t('chain:time'), key: 'time', render: (_, { time }) => <Time at={time} /> },
      ]}
    />
  );
}
