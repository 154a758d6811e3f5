import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Empty, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWalletKeys } from '../../api/wallets.ts';
import { Problem } from '../Problem.tsx';
import { CreateWalletKey } from './CreateWalletKey.tsx';
import { ImportKeystore } from './ImportKeystore.tsx';
import { KeyRow } from './KeyRow.tsx';

/** The keys that the platform signs with for the member. */
export function KeysCard() {
  const { t } = useTranslation('wallets');
  const [archived, setArchived] = useState(false);
  const [opened, setOpened] = useState<'create' | 'import' | null>(null);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['walletKeys', 'list', archived],
    queryFn: ({ pageParam, signal }) => listWalletKeys({ archived, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const keys = data?.pages.flatMap(({ items }) => items) ?? [];
  const close = () => setOpened(null);
  return (
    <Card
      title={t('keys')}
      className="wallet-card"
      extra={
        <Space wrap>
          <Button icon={<ImportOutlined />} onClick={() => setOpened('import')} data-testid="import-keystore">
            {t('import')}
          </Button>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setOpened('create')}
            data-testid="create-wallet-key"
          >
            {t('createKey')}
          </Button>
        </Space>
      }
    >
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {isPending && <Skeleton active />}
      {data && keys.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noKeys')} />}
      <ul className="wallet-list">
        {keys.map((key) => (
          <KeyRow key={key.address} walletKey={key} />
        ))}
      </ul>
      <div className="pager">
        <Checkbox checked={archived} onChange={({ target }) => setArchived(target.checked)}>
          {t('showArchived')}
        </Checkbox>
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      {opened === 'create' && <CreateWalletKey onClose={close} />}
      {opened === 'import' && <ImportKeystore onClose={close} />}
    </Card>
  );
}
