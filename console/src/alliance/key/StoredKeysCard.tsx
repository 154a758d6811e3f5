import { DownloadOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { useOwnMembership } from '../queries.ts';
import { downloadKey } from './keepKey.ts';
import { forgetKey, type StoredKey } from './keyStore.ts';
import { lockAgain, useUnlockedKeys } from './unlockedKeys.ts';
import { refreshStoredKeys, storedKeysQuery } from './useStoredKeys.ts';

/** The keys that this browser keeps, locked with their passwords. */
export function StoredKeysCard() {
  const { t } = useTranslation('votingKey');
  const { data: keys, error, isPending, refetch } = useQuery(storedKeysQuery);
  return (
    <Card title={t('stored.title')} loading={isPending}>
      {error && <Problem error={error} onRetry={refetch} />}
      {keys?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('stored.empty')} />}
      <ul className="key-list">
        {keys?.map((key) => (
          <KeyLine key={key.address} stored={key} />
        ))}
      </ul>
    </Card>
  );
}

function KeyLine({ stored }: { stored: StoredKey }) {
  const { t } = useTranslation('votingKey');
  const language = useLanguage();
  const client = useQueryClient();
  const { member } = useOwnMembership();
  const { address, createdAt } = stored;
  const openUntil = useUnlockedKeys().get(address);
  const inUse = member?.key?.toLowerCase() === address;
  const forget = async () => {
    lockAgain(address);
    await forgetKey(address);
    await refreshStoredKeys(client);
  };
  return (
    <li data-testid="stored-key" data-address={address}>
      <div>
        <Copyable text={address} full />
        <small className="muted">
          {t('stored.since', { date: formatDate(createdAt, language) })}
          {inUse && <span className="chip chip-confirmed">{t('stored.inUse')}</span>}
          {openUntil !== undefined ? (
            <span className="chip chip-pending">
              <UnlockOutlined /> {t('stored.open', { time: formatClock(new Date(openUntil).toISOString(), language) })}
            </span>
          ) : (
            <span className="chip">
              <LockOutlined /> {t('stored.locked')}
            </span>
          )}
        </small>
      </div>
      <div className="actions">
        {openUntil !== undefined && <Button onClick={() => lockAgain(address)}>{t('stored.lock')}</Button>}
        <Button icon={<DownloadOutlined />} onClick={() => downloadKey(stored)}>
          {t('download')}
        </Button>
        <Popconfirm
          title={t('stored.forgetConfirm')}
          description={<div className="confirm-text">{inUse ? t('stored.forgetInUse') : t('stored.forgetText')}</div>}
          okText={t('stored.forget')}
          cancelText={t('cancel')}
          okButtonProps={{ danger: true }}
          onConfirm={forget}
        >
          <Button danger>{t('stored.forget')}</Button>
        </Popconfirm>
      </div>
    </li>
  );
}
