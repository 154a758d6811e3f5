import { DownloadOutlined, PlusOutlined, SendOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Copyable } from '../operator/Copyable.tsx';
import { Problem } from '../operator/Problem.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';
import type { HeldCredential } from './api.ts';
import { HoldModal } from './HoldModal.tsx';
import { PresentModal } from './PresentModal.tsx';
import { FormatTag, StateTag, useTypeName } from './parts.tsx';
import { heldQuery } from './queries.ts';

/** The wallet of the own organisation. */
export function HeldList({ mayHold }: { mayHold: boolean }) {
  const { t } = useTranslation('credentials');
  const language = useLanguage();
  const nameOf = useTypeName();
  const held = useInfiniteQuery(heldQuery);
  const memberName = useMemberNames();
  const issuerOf = ({ issuedBy }: HeldCredential) => {
    if (!issuedBy) return null;
    return <b>{issuedBy.member === null ? t('alliance') : memberName(issuedBy.member)}</b>;
  };
  const [adding, setAdding] = useState(false);
  const [presenting, setPresenting] = useState<HeldCredential | null>(null);
  const items = held.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card loading={held.isPending}>
      {mayHold && (
        <Button
          className="in-card"
          icon={<PlusOutlined />}
          onClick={() => setAdding(true)}
          data-testid="hold-credential"
        >
          {t('add')}
        </Button>
      )}
      {held.error && <Problem error={held.error} onRetry={held.refetch} />}
      {held.data && items.length === 0 && <Empty description={t('emptyHeld')} />}
      <ul className="credential-list" data-testid="held-list">
        {items.map((one) => (
          <li key={one.id}>
            <div className="what">
              <b>{nameOf(one.type)}</b>
              <span className="credential-tags">
                <StateTag state={one.status} />
                <FormatTag format={one.format} />
              </span>
              <p>
                <span className="muted">{t('from')}</span> {issuerOf(one)} <Copyable text={one.issuer} full />
              </p>
              <p className="muted">
                {t('received')} {formatDate(one.receivedAt, language)} ·{' '}
                {one.validUntil ? t('validUntil', { time: formatDate(one.validUntil, language) }) : t('noEnd')}
              </p>
            </div>
            <div className="credential-actions">
              <Button icon={<DownloadOutlined />} href={`/api/credentials/held/${one.id}/file`}>
                {t('download')}
              </Button>
              {mayHold && (
                <Button
                  type="primary"
                  ghost
                  icon={<SendOutlined />}
                  data-testid="present-credential"
                  onClick={() => setPresenting(one)}
                >
                  {t('present.action')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {held.hasNextPage && (
        <Button loading={held.isFetchingNextPage} onClick={() => void held.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <HoldModal open={adding} onClose={() => setAdding(false)} />
      <PresentModal credential={presenting} onClose={() => setPresenting(null)} />
    </Card>
  );
}
