import { useTranslation } from 'react-i18next';
import { PageHead } from '../PageHead.tsx';

/** The member's signing keys, and the wallets that accounts come from. */
export function WalletsPage() {
  const { t } = useTranslation('wallets');
  return <PageHead title={t('title')} />;
}
