import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOwnEvidence, type OwnRecord } from '../api/evidence.ts';
import { CursorTable } from '../explorer/parts/CursorTable.tsx';
import { Time } from '../explorer/parts/Time.tsx';
import { formatBytes } from '../format/formatNumber.ts';
import { shorten } from '../format/shorten.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { StatusTag } from '../operator/StatusTag.tsx';

/** What the member recorded before, the newest first. */
export function OwnRecords() {
  const { t } = useTranslation('notarize');
  const language = useLanguage();
  const [cursor, setCursor] = useState<string>();
  return (
    <CursorTable<OwnRecord>
      listKey={['ownEvidence']}
      read={async (from, signal) => {
        const { items, nextPageToken } = await listOwnEvidence(from, signal);
        return { items, nextCursor: nextPageToken };
      }}
      cursor={cursor}
      onCursor={setCursor}
      rowKey={({ id }) => id}
      empty={t('noRecords')}
      columns={[
        { title: t('time'), key: 'time', render: (_, { time }) => <Time at={time} /> },
        {
          title: t('file'),
          key: 'name',
          render: (_, { name, hasPayload }) =>
            name ?? <span className="muted">{t(hasPayload ? 'payload' : 'noName')}</span>,
        },
        { title: t('size'), key: 'bytes', align: 'right', render: (_, { bytes }) => formatBytes(bytes, language) },
        { title: 'SHA-256', key: 'digest', render: (_, { digest }) => <code title={digest}>{shorten(digest)}</code> },
        { title: t('state'), key: 'status', render: (_, { status }) => <StatusTag status={status} /> },
        {
          title: t('certificate'),
          key: 'certificate',
          render: (_, { id }) => (
            <Link to="/verify/evidence/$id" params={{ id }}>
              {t('open')}
            </Link>
          ),
        },
      ]}
    />
  );
}
