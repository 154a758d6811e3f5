import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { archiveWallet, type Wallet } from '../../api/wallets.ts';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { refreshWallets } from './queries.ts';

/** A wallet and what can be done with it. */
export function WalletRow({ wallet, onGrow }: { wallet: Wallet; onGrow: () => void }) {
  const { t } = useTranslation('wallets');
  const language = useLanguage();
  const client = useQueryClient();
  const { id, name, accounts, createdAt, archivedAt } = wallet;
  const archive = useMutation({ mutationFn: () => archiveWallet(id), onSettled: () => refreshWallets(client) });
  return (
    <li data-testid="wallet">
      <div className="wallet-name">
        <b>{name}</b>
        {archivedAt && <span className="chip chip-skipped">{t('archived')}</span>}
        <small className="muted">
          {t('accounts', { count: accounts })} · {t('createdAt', { date: formatDate(createdAt, language) })}
        </small>
      </div>
      {!archivedAt && (
        <div className="wallet-actions">
          <Button size="small" onClick={onGrow} data-testid="add-account">
            {t('addAccount')}
          </Button>
          <Popconfirm
            title={t('confirmArchive', { name })}
            description={t('archiveWalletText')}
            okText={t('archive')}
            cancelText={t('cancel')}
            okButtonProps={{ danger: true }}
            onConfirm={() => archive.mutate()}
          >
            <Button size="small" danger loading={archive.isPending}>
              {t('archive')}
            </Button>
          </Popconfirm>
        </div>
      )}
      {archive.error && <Problem error={archive.error} />}
    </li>
  );
}
