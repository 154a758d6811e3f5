import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SentTransactionDetail } from '../../api/transactions.ts';
import { Coins, GasPrice, Whole } from '../../explorer/parts/Amount.tsx';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { EpochLink, TransactionLink } from '../../explorer/parts/links.tsx';
import { RawData } from '../../explorer/parts/RawData.tsx';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Attempts } from './Attempts.tsx';
import { explainSent } from './explainSent.ts';
import { KeyName } from './KeyName.tsx';
import { sentQuery, useSignerNames } from './queries.ts';
import { readShortage } from './readShortage.ts';
import { SentActions } from './SentActions.tsx';
import { SentSteps } from './SentSteps.tsx';
import { Shortage } from './Shortage.tsx';
import { StateTag } from './StateTag.tsx';

/** Everything known of one transaction, beside the list. */
export function SentDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('outgoing');
  const query = useQuery(sentQuery(id));
  return (
    <Drawer open onClose={onClose} size={720} title={t('detail', { id })} className="explorer">
      <Loaded query={query}>{(transaction) => <Detail transaction={transaction} />}</Loaded>
    </Drawer>
  );
}

function Detail({ transaction }: { transaction: SentTransactionDetail }) {
  const { t } = useTranslation('outgoing');
  const language = useLanguage();
  const nameOf = useSignerNames();
  const { hash, reason, lastError, notes, fee, gas, gasUsed, maxFee, attempts, blockNumber, success } = transaction;
  const { contractAddress, signer, to } = transaction;
  const bad = transaction.state === 'failed' || success === false;
  const shortage = bad ? null : readShortage(lastError);
  const why = reason === 'reverted' || reason === 'nonceTaken' ? t(`why.${reason}`) : reason;
  return (
    <div className="stack">
      <div className="sent-head">
        <StateTag transaction={transaction} />
        <SentActions transaction={transaction} />
      </div>
      {(bad || lastError) && (
        <Alert
          type={bad ? 'error' : 'warning'}
          showIcon
          title={(bad ? why : null) ?? t(bad ? 'why.reverted' : shortage === null ? 'lastError' : 'waitsForFunds')}
          description={
            shortage === null ? (
              lastError && <span className="anywhere">{explainSent(lastError, language)}</span>
            ) : (
              <Shortage wei={shortage} />
            )
          }
        />
      )}
      <SentSteps transaction={transaction} />
      {notes.length > 0 && (
        <div>
          <b>{t('notes')}</b>
          <ul className="sent-notes">
            {notes.map((note, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same note may come twice, and none changes its place.
              <li key={at}>{explainSent(note, language)}</li>
            ))}
          </ul>
        </div>
      )}
      <Facts
        rows={[
          [t('hash'), hash && <TransactionLink key="hash" hash={hash} full />],
          [t('signer'), <KeyName key="signer" address={signer} name={nameOf(signer)} full />],
          [t('to'), to && <KeyName key="to" address={to} name={nameOf(to)} full />],
          [t('created'), contractAddress && <KeyName key="created" address={contractAddress} full />],
          [t('value'), <Coins key="value" drip={transaction.value} />],
          [t('nonce'), transaction.nonce],
          [t('block'), blockNumber === null ? null : <EpochLink key="block" number={blockNumber} />],
          [t('gas'), gas && <Gas key="gas" used={gasUsed} limit={gas} />],
          [t('maxFee'), maxFee && <GasPrice key="price" drip={maxFee} />],
          [t('fee'), fee && <Coins key="fee" drip={fee} />],
          [
            t('key'),
            <span key="key" className="reference">
              <code>{transaction.idempotencyKey}</code>
              <CopyButton text={transaction.idempotencyKey} />
            </span>,
          ],
          [t('data'), <RawData key="data" hex={transaction.data} />],
          [t('attempts'), attempts.length === 0 ? null : <Attempts key="attempts" attempts={attempts} />],
        ]}
      />
    </div>
  );
}

function Gas({ used, limit }: { used: string | null; limit: string }) {
  return (
    <>
      {used ? <Whole digits={used} /> : '—'} / <Whole digits={limit} />
    </>
  );
}
