import '../../keys/keys.css';
import './security.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../PageHead.tsx';
import { Problem } from '../../Problem.tsx';
import { accountQuery } from '../queries.ts';
import { RequireSignIn } from '../RequireSignIn.tsx';
import { LinkedWalletsCard, SingleSignOnCard } from './LinkedCards.tsx';
import { PasskeysCard } from './PasskeysCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import { SecondFactorCard } from './SecondFactorCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';

/** The own account: everything that one can sign in with, and where one is signed in. */
export function AccountPage() {
  const { t } = useTranslation('security');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <RequireSignIn title={t('signInFirst')}>
        <Cards />
      </RequireSignIn>
    </>
  );
}

function Cards() {
  const { t } = useTranslation('security');
  const { data: account, error, refetch } = useQuery(accountQuery);
  if (error && !account) return <Problem error={error} onRetry={refetch} />;
  if (!account) return <Skeleton active />;
  const { requiredByOrganisation, usedInThisSession } = account.secondFactor;
  return (
    <>
      {requiredByOrganisation && !usedInThisSession && (
        <Alert type="warning" showIcon title={t('due')} className="in-card" />
      )}
      <div className="cards">
        <ProfileCard account={account} />
        <PasswordCard account={account} />
        <SecondFactorCard account={account} />
        <PasskeysCard account={account} />
        <LinkedWalletsCard account={account} />
        <SingleSignOnCard account={account} />
        <SessionsCard />
      </div>
    </>
  );
}
