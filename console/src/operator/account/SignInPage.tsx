import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveSecondFactor } from '../../api/account.ts';
import { sessionQuery } from '../queries.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { OtherWays } from './OtherWays.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import { SingleSignOnForm } from './SingleSignOnForm.tsx';

/** Password, passkey, wallet or single sign-on; then the second factor where it is due. */
export function SignInPage() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const [step, setStep] = useState<'start' | 'secondFactor' | 'sso'>('start');
  // An identity provider sends the browser back with a code only.
  const [refused] = useState(() => new URLSearchParams(window.location.search).has('error'));
  const enter = async () => {
    await client.invalidateQueries();
    await navigate({ to: '/' });
  };
  const goOn = (answer: { secondFactorNeeded: boolean }) =>
    answer.secondFactorNeeded ? setStep('secondFactor') : enter();
  if (session?.principal) return <Navigate to="/" />;
  if (step === 'secondFactor') {
    return (
      <AccountFrame title={t('secondFactor.title')} lead={t('signIn.lead')}>
        <SecondFactorForm give={giveSecondFactor} onDone={enter} />
      </AccountFrame>
    );
  }
  if (step === 'sso') {
    return (
      <AccountFrame title={t('signIn.sso')} lead={t('signIn.lead')}>
        <SingleSignOnForm onBack={() => setStep('start')} />
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('signIn.title')} lead={t('signIn.lead')}>
      {refused && (
        <Alert
          type="error"
          showIcon
          title={t('signIn.errorTitle')}
          description={t('signIn.errorText')}
          className="in-card"
        />
      )}
      <PasswordForm onSignedIn={goOn} />
      <OtherWays onSignedIn={goOn} onSingleSignOn={() => setStep('sso')} />
    </AccountFrame>
  );
}
