import { useQuery } from '@tanstack/react-query';
import { Drawer, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { getSentTransaction, type SentTransactionDetail, transactionStates } from '../../api/transactions.ts';
import { Coins, Whole } from '../../explorer/parts/Amount.tsx';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { EpochLink, TransactionLink } from '../../explorer/parts/links.tsx';
import { RawData } from '../../explorer/parts/RawData.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { StateTag } from './StateTag.tsx';

/** Everything known of one transaction, beside the list. */
export function SentDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('outgoing');
  const query = useQuery({
    queryKey: ['outgoing', id],
    queryFn: ({ signal }) => getSentTransaction(id, signal),
    refetchInterval: 3_000,
  });
  return (
    <Drawer open onClose={onClose} size="large" title={t('detail', { id })}>
      <Loaded query={query}>{(transaction) => <Detail transaction={transaction} />}</Loaded>
    </Drawer>
  );
}

function Detail({ transaction }: { transaction: SentTransactionDetail }) {
  const { t } = useTranslation('outgoing');
  const { times, hash, reason, lastError, notes, fee, gasUsed, attempts, blockNumber } = transaction;
  const code = (text: string | null) =>
    text === null ? null : (
      <span className="reference">
        <code>{text}</code>
        <CopyButton text={text} />
      </span>
    );
  return (
    <>
      <StateTag transaction={transaction} />
      <Timeline
        className="sent-times"
        items={transactionStates.flatMap((state) => {
          const at = times[state];
          return at === undefined
            ? []
            : [
                {
                  content: (
                    <span>
                      {t(`is.${state}`)} · <Time at={at} />
                    </span>
                  ),
                },
              ];
        })}
      />
      <Facts
        rows={[
          [t('hash'), hash && <TransactionLink key="hash" hash={hash} full />],
          [t('signer'), code(transaction.signer)],
          [t('to'), code(transaction.to)],
          [t('created'), code(transaction.contractAddress)],
          [t('value'), <Coins key="value" drip={transaction.value} />],
          [t('nonce'), transaction.nonce],
          [t('block'), blockNumber === null ? null : <EpochLink key="block" number={blockNumber} />],
          [t('gasUsed'), gasUsed && <Whole key="gas" digits={gasUsed} />],
          [t('fee'), fee && <Coins key="fee" drip={fee} />],
          [t('reason'), reason],
          [t('lastError'), lastError],
          [t('notes'), notes.length === 0 ? null : notes.map((note) => <p key={note}>{note}</p>)],
          [t('key'), code(transaction.idempotencyKey)],
          [t('data'), <RawData key="data" hex={transaction.data} />],
          [
            t('attempts'),
            attempts.length === 0
              ? null
              : attempts.map((attempt) => (
                  <p key={attempt.hash}>
                    {attempt.variant} <code>{attempt.hash}</code> {attempt.signedAt && <Time at={attempt.signedAt} />}
                  </p>
                )),
          ],
        ]}
      />
    </>
  );
}
