import { useTranslation } from 'react-i18next';
import type { SentTransactionDetail } from '../../api/transactions.ts';
import { GasPrice } from '../../explorer/parts/Amount.tsx';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { TransactionLink } from '../../explorer/parts/links.tsx';
import { Time } from '../../explorer/parts/Time.tsx';

const variants = ['original', 'bump', 'replacement', 'cancellation'] as const;

/** The signed bytes of a transaction, the present ones last: whatever raced whatever is here. */
export function Attempts({ attempts }: { attempts: SentTransactionDetail['attempts'] }) {
  const { t } = useTranslation('outgoing');
  return (
    <ol className="sent-attempts">
      {attempts.map(({ hash, variant, maxFee, signedAt, raw }) => {
        const known = variants.find((one) => one === variant);
        return (
          <li key={hash}>
            {known ? t(`variant.${known}`) : variant} · <TransactionLink hash={hash} />
            <small className="muted">
              {signedAt && <Time at={signedAt} />} {maxFee && <GasPrice drip={maxFee} />} {t('raw')}{' '}
              <CopyButton text={raw} />
            </small>
          </li>
        );
      })}
    </ol>
  );
}
