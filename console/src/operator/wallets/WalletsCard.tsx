import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wallet } from '../../api/wallets.ts';
import { Problem } from '../Problem.tsx';
import { AddAccount } from './AddAccount.tsx';
import { CreateWallet } from './CreateWallet.tsx';
import { ImportWallet } from './ImportWallet.tsx';
import { walletsQuery } from './queries.ts';
import { WalletRow } from './WalletRow.tsx';

/** The member's wallets: recovery words from which any number of accounts come. */
export function WalletsCard() {
  const { t } = useTranslation('wallets');
  const { data, error, refetch } = useQuery(walletsQuery);
  const [opened, setOpened] = useState<'create' | 'import' | null>(null);
  const [growing, setGrowing] = useState<Pick<Wallet, 'id' | 'name'> | null>(null);
  return (
    <Card
      title={t('wallets')}
      className="wallet-card"
      extra={
        <Space wrap>
          <Button onClick={() => setOpened('import')} data-testid="import-wallet">
            {t('importWallet')}
          </Button>
          <Button icon={<PlusOutlined />} onClick={() => setOpened('create')} data-testid="create-wallet">
            {t('createWallet')}
          </Button>
        </Space>
      }
    >
      <p className="muted">{t('walletsLead')}</p>
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noWallets')} />}
      <ul className="wallet-list">
        {data?.map((wallet) => (
          <WalletRow key={wallet.id} wallet={wallet} onGrow={() => setGrowing(wallet)} />
        ))}
      </ul>
      {opened === 'create' && (
        <CreateWallet
          onClose={() => setOpened(null)}
          onMade={(wallet) => {
            setOpened(null);
            setGrowing(wallet);
          }}
        />
      )}
      {opened === 'import' && <ImportWallet onClose={() => setOpened(null)} />}
      {growing && <AddAccount wallet={growing} onClose={() => setGrowing(null)} />}
    </Card>
  );
}
