import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../format/formatNumber.ts';
import { shorten } from '../format/shorten.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { Entry } from './useNotary.ts';

const rowsShown = 400;

/** The chosen files with their digests and records; only the rows in sight are drawn. */
export function EntriesTable({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation('notarize');
  const language = useLanguage();
  return (
    <Table<Entry>
      rowKey="key"
      size="small"
      virtual
      pagination={false}
      scroll={{ x: 760, y: rowsShown }}
      dataSource={entries}
      data-testid="entries"
      columns={[
        { title: t('file'), key: 'name', width: 260, ellipsis: true, render: (_, { name }) => name },
        {
          title: t('size'),
          key: 'bytes',
          width: 100,
          align: 'right',
          render: (_, { bytes }) => formatBytes(bytes, language),
        },
        {
          title: 'SHA-256',
          key: 'digest',
          width: 190,
          render: (_, { digest, state, read, bytes }) =>
            digest === null ? (
              state === 'hashing' && `${Math.floor((read / Math.max(1, bytes)) * 100)}%`
            ) : (
              <code title={digest}>{shorten(digest)}</code>
            ),
        },
        {
          title: t('state'),
          key: 'state',
          width: 210,
          render: (_, { state, id, reason }) =>
            state === 'recorded' && id !== null ? (
              <Link to="/verify/evidence/$id" params={{ id }} data-testid="certificate-link">
                {t('certificate')}
              </Link>
            ) : (
              <span className={state === 'failed' ? 'bad' : 'muted'}>
                {t(`is.${state}`)} {reason}
              </span>
            ),
        },
      ]}
    />
  );
}
