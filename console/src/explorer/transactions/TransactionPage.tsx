import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { getTransaction, type TransactionDetail } from '../api/transactions.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { ConfirmationTag, SpaceTag, StatusMark } from '../parts/tags.tsx';
import { CallCard } from './CallCard.tsx';
import { LogList } from './LogList.tsx';
import { TraceCard } from './TraceCard.tsx';
import { TransactionFacts } from './TransactionFacts.tsx';
import { TransferList } from './TransferList.tsx';

/** One transaction: what it asked for, what came of it, and how sure that is. */
export function TransactionPage() {
  const { t } = useTranslation('chain');
  const { hash } = useParams({ from: '/explorer/transactions/$hash' });
  const query = useQuery({
    queryKey: ['explorer', 'transaction', hash],
    queryFn: ({ signal }) => getTransaction(hash, signal),
    // Confirmation grows for a minute or so.
    refetchInterval: ({ state }) => (state.data && state.data.confirmation.level === 'executed' ? 5_000 : false),
  });
  return (
    <>
      <PageHead title={t('transaction')} />
      <Loaded query={query}>{(transaction) => <TransactionCards transaction={transaction} />}</Loaded>
    </>
  );
}

function TransactionCards({ transaction }: { transaction: TransactionDetail }) {
  const { t } = useTranslation(['transactions', 'chain']);
  const { error, logs, transfers, phantom } = transaction;
  return (
    <div className="stack">
      {transaction.status === 'failed' && (
        <Alert type="error" showIcon title={t('failed')} description={error ?? t('failedUnknown')} />
      )}
      {phantom && <Alert type="info" showIcon title={t('phantom')} description={t('phantomHint')} />}
      <Card
        title={
          <span className="title-tags">
            <StatusMark status={transaction.status} />
            <SpaceTag space={transaction.space} />
            <ConfirmationTag confirmation={transaction.confirmation} />
          </span>
        }
      >
        <TransactionFacts transaction={transaction} />
      </Card>
      {transfers.length > 0 && (
        <Card title={t('transfers')}>
          <TransferList transfers={transfers} />
        </Card>
      )}
      {transaction.input !== '0x' && <CallCard call={transaction.call} input={transaction.input} />}
      <Card title={t('logsTitle', { count: logs.length })}>
        {logs.length === 0 ? <p className="muted">{t('noLogs')}</p> : <LogList logs={logs} />}
      </Card>
      <TraceCard hash={transaction.hash} />
    </div>
  );
}
