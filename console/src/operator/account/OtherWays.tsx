import { IdcardOutlined, KeyOutlined, WalletOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../api/account.ts';
import { hasBrowserWallet, signInWithWallet } from '../../api/browserWallet.ts';
import { canUsePasskeys, signInWithPasskey } from '../../api/passkeys.ts';
import { Problem } from '../Problem.tsx';
import { methodsQuery } from './queries.ts';

export interface OtherWaysProps {
  onSignedIn: (answer: SignedIn) => unknown;
  onSingleSignOn: () => void;
}

/** Passkey, single sign-on and wallet: those that work in this browser at this address. */
export function OtherWays({ onSignedIn, onSingleSignOn }: OtherWaysProps) {
  const { t } = useTranslation('account');
  const { data: methods } = useQuery(methodsQuery);
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onSignedIn });
  const wallet = useMutation({ mutationFn: signInWithWallet, onSuccess: onSignedIn });
  const error = passkey.error ?? wallet.error;
  return (
    <>
      <Divider plain>{t('signIn.or')}</Divider>
      <div className="stack account-actions">
        {canUsePasskeys(methods?.passkeyDomain) && (
          <Button
            size="large"
            block
            icon={<KeyOutlined />}
            loading={passkey.isPending}
            onClick={() => passkey.mutate()}
            data-testid="passkey"
          >
            {t('signIn.passkey')}
          </Button>
        )}
        <Button size="large" block icon={<IdcardOutlined />} onClick={onSingleSignOn} data-testid="sso">
          {t('signIn.sso')}
        </Button>
        {hasBrowserWallet() && (
          <Button
            size="large"
            block
            icon={<WalletOutlined />}
            loading={wallet.isPending}
            onClick={() => wallet.mutate()}
            data-testid="wallet"
          >
            {t('signIn.wallet')}
          </Button>
        )}
        {error && <Problem error={error} />}
      </div>
    </>
  );
}
