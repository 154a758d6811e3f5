import '../../explorer/explorer.css';
import '../keys/keys.css';
import './wallets.css';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../PageHead.tsx';
import { RequireTransact } from '../transactions/RequireTransact.tsx';
import { KeysCard } from './KeysCard.tsx';
import { WalletsCard } from './WalletsCard.tsx';

/** The member's signing keys, and the wallets that accounts come from. */
export function WalletsPage() {
  const { t } = useTranslation('wallets');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <RequireTransact>
        <div className="stack">
          <KeysCard />
          <WalletsCard />
        </div>
      </RequireTransact>
    </>
  );
}
