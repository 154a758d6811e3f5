import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Copyable } from '../operator/Copyable.tsx';
import { Problem } from '../operator/Problem.tsx';
import type { IssuedCredential, StatusChange } from './api.ts';
import { IssueModal } from './IssueModal.tsx';
import { FormatTag, StateTag, useTypeName } from './parts.tsx';
import { issuedQuery } from './queries.ts';
import { StatusModal } from './StatusModal.tsx';

const changesOf = ({ status }: IssuedCredential): StatusChange[] => {
  if (status === 'revoked') return [];
  return status === 'suspended' ? ['reinstate', 'revoke'] : ['suspend', 'revoke'];
};

/** What the own organisation issued, with what can be done to it. */
export function IssuedList({ mayIssue, mayRevoke }: { mayIssue: boolean; mayRevoke: boolean }) {
  const { t } = useTranslation('credentials');
  const language = useLanguage();
  const nameOf = useTypeName();
  const issued = useInfiniteQuery(issuedQuery);
  const [issuing, setIssuing] = useState(false);
  const [changing, setChanging] = useState<{ credential: IssuedCredential; change: StatusChange } | null>(null);
  const items = issued.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card loading={issued.isPending}>
      {mayIssue && (
        <Button
          className="in-card"
          type="primary"
          icon={<PlusOutlined />}
          data-testid="issue-credential"
          onClick={() => setIssuing(true)}
        >
          {t('issue')}
        </Button>
      )}
      {issued.error && <Problem error={issued.error} onRetry={issued.refetch} />}
      {issued.data && items.length === 0 && <Empty description={t('emptyIssued')} />}
      <ul className="credential-list" data-testid="issued-list">
        {items.map((one) => (
          <li key={one.id}>
            <div className="what">
              <b>{nameOf(one.type)}</b>
              <span className="credential-tags">
                <StateTag state={one.status} />
                <FormatTag format={one.format} />
              </span>
              <p>
                <span className="muted">{t('about')}</span> <Copyable text={one.subject} full />
              </p>
              <p className="muted">
                {t('issuedAt')} {formatDate(one.issuedAt, language)} ·{' '}
                {one.validUntil ? t('validUntil', { time: formatDate(one.validUntil, language) }) : t('noEnd')}
              </p>
              {one.reason && one.status !== 'valid' && <p className="muted">{t('because', { reason: one.reason })}</p>}
            </div>
            <div className="credential-actions">
              <Button icon={<DownloadOutlined />} href={`/api/credentials/${one.id}/file`}>
                {t('download')}
              </Button>
              {mayRevoke &&
                changesOf(one).map((change) => (
                  <Button
                    key={change}
                    danger={change === 'revoke'}
                    data-testid={`${change}-credential`}
                    onClick={() => setChanging({ credential: one, change })}
                  >
                    {t(`change.${change}`)}
                  </Button>
                ))}
            </div>
          </li>
        ))}
      </ul>
      {issued.hasNextPage && (
        <Button loading={issued.isFetchingNextPage} onClick={() => void issued.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <IssueModal open={issuing} onClose={() => setIssuing(false)} />
      <StatusModal chosen={changing} onClose={() => setChanging(null)} />
    </Card>
  );
}
