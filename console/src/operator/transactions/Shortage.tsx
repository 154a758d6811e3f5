import { useTranslation } from 'react-i18next';
import { Coins } from '../../explorer/parts/Amount.tsx';

/** What an account lacks for a transaction, which waits until it has it. */
export function Shortage({ wei }: { wei: string }) {
  const { t } = useTranslation('outgoing');
  return (
    <span>
      {t('missing')} <Coins drip={wei} />
    </span>
  );
}
