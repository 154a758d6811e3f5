import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { TransactionDetail } from '../api/transactions.ts';
import { Coins, GasPrice, Whole } from '../parts/Amount.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Facts } from '../parts/Facts.tsx';
import { AddressLink, BlockLink, EpochLink, TransactionLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';

/** The fields of a transaction and its receipt. */
export function TransactionFacts({ transaction }: { transaction: TransactionDetail }) {
  const { t } = useTranslation(['transactions', 'chain']);
  const language = useLanguage();
  const price = (drip: string | null) => (drip === null ? null : <GasPrice drip={drip} />);
  const { hash, to, created, coreTransactionHash, phantoms, alsoPackedIn, burntFee, storageCollateralized } =
    transaction;
  return (
    <Facts
      rows={[
        [
          t('chain:hash'),
          <span key="hash" className="reference">
            <code data-testid="transaction-hash">{hash}</code>
            <CopyButton text={hash} />
          </span>,
        ],
        [t('chain:time'), <Time key="time" at={transaction.time} />],
        [
          t('place'),
          <span key="place">
            {t('chain:epoch')} <EpochLink number={transaction.epoch} /> ·{' '}
            {t('position', { position: transaction.position + 1 })}
          </span>,
        ],
        [t('chain:block'), <BlockLink key="block" hash={transaction.blockHash} full />],
        [t('from'), <AddressLink key="from" address={transaction.from} full />],
        [t('to'), to ? <AddressLink key="to" address={to} full /> : null],
        [t('created'), created ? <AddressLink key="created" address={created} full /> : null],
        [t('value'), <Coins key="value" drip={transaction.value} exact />],
        [
          t('fee'),
          <span key="fee">
            <Coins drip={transaction.fee} exact />
            {transaction.gasSponsored && <span className="chip">{t('gasSponsored')}</span>}
          </span>,
        ],
        [t('burnt'), burntFee === null ? null : <Coins key="burnt" drip={burntFee} exact />],
        [
          t('gas'),
          <span key="gas">
            <Whole digits={transaction.gasUsed} /> / <Whole digits={transaction.gasLimit} />
          </span>,
        ],
        [t('gasPrice'), price(transaction.effectiveGasPrice ?? transaction.gasPrice)],
        [t('maxFee'), price(transaction.maxFeePerGas)],
        [t('maxPriorityFee'), price(transaction.maxPriorityFeePerGas)],
        [
          t('collateral'),
          storageCollateralized === null || storageCollateralized === '0' ? null : (
            <span key="collateral">
              <Whole digits={storageCollateralized} />{' '}
              {transaction.storageSponsored && <span className="chip">{t('storageSponsored')}</span>}
            </span>
          ),
        ],
        [t('nonce'), <Whole key="nonce" digits={transaction.nonce} />],
        [t('type'), t('typeText', { type: formatNumber(transaction.type, language) })],
        [
          t('madeBy'),
          coreTransactionHash === null ? null : <TransactionLink key="made" hash={coreTransactionHash} full />,
        ],
        [
          t('made'),
          phantoms.length === 0 ? null : phantoms.map((one) => <TransactionLink key={one} hash={one} full />),
        ],
        [
          t('alsoIn'),
          alsoPackedIn.length === 0 ? null : alsoPackedIn.map((one) => <BlockLink key={one} hash={one} full />),
        ],
      ]}
    />
  );
}
