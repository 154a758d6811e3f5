import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Account, linkSingleSignOn, unlinkWallet } from '../../../api/account.ts';
import { hasBrowserWallet, linkWallet } from '../../../api/browserWallet.ts';
import { Copyable } from '../../Copyable.tsx';
import { Problem } from '../../Problem.tsx';

/** Wallets whose signature signs the person in. */
export function LinkedWalletsCard({ account }: { account: Account }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['account'] });
  const link = useMutation({ mutationFn: linkWallet, onSuccess: refresh });
  const unlink = useMutation({ mutationFn: unlinkWallet, onSuccess: refresh });
  const error = link.error ?? unlink.error;
  return (
    <Card title={t('wallets.title')}>
      <div className="stack security-stack">
        <p>{t('wallets.lead')}</p>
        {account.wallets.length === 0 && <p className="muted">{t('wallets.none')}</p>}
        <ul className="security-list">
          {account.wallets.map(({ address }) => (
            <li key={address}>
              <Copyable text={address} />
              <Popconfirm
                title={t('wallets.removeConfirm')}
                okText={t('wallets.remove')}
                cancelText={t('wallets.cancel')}
                okButtonProps={{ danger: true }}
                onConfirm={() => unlink.mutateAsync(address).catch(() => undefined)}
              >
                <Button danger size="small">
                  {t('wallets.remove')}
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
        {error && <Problem error={error} />}
        {!hasBrowserWallet() && <p className="muted">{t('wallets.noWallet')}</p>}
        <div>
          <Button
            disabled={!hasBrowserWallet()}
            loading={link.isPending}
            onClick={() => link.mutate()}
            data-testid="link-wallet"
          >
            {t('wallets.add')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** The organisation's identity provider. */
export function SingleSignOnCard({ account }: { account: Account }) {
  const { t } = useTranslation('security');
  const link = useMutation({
    mutationFn: linkSingleSignOn,
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <Card title={t('sso.title')}>
      <div className="stack security-stack">
        <p>{t(account.singleSignOn ? 'sso.linked' : 'sso.notLinked')}</p>
        {link.error && <Problem error={link.error} />}
        {!account.singleSignOn && (
          <div>
            <Button loading={link.isPending} onClick={() => link.mutate()} data-testid="link-sso">
              {t('sso.link')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
