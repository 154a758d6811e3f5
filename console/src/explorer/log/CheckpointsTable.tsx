import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ListedCheckpoint, listCheckpoints } from '../../api/checkpoints.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { shorten } from '../../format/shorten.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { CursorTable } from '../parts/CursorTable.tsx';
import { EpochLink, TransactionLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';

/** Every checkpoint that the log signed, with its witnesses and its anchor. */
export function CheckpointsTable() {
  const { t } = useTranslation(['checkpoints', 'evidence']);
  const language = useLanguage();
  const navigate = useNavigate();
  const { cursor, size } = useSearch({ from: '/explorer/log' });
  // A link to a checkpoint shows the list from it on.
  const first = cursor ?? (size === undefined ? undefined : String(size + 1));
  return (
    <CursorTable<ListedCheckpoint>
      listKey={['checkpoints']}
      read={async (from, signal) => {
        const { items, nextPageToken } = await listCheckpoints(from, signal);
        return { items, nextCursor: nextPageToken };
      }}
      cursor={first}
      onCursor={(next) =>
        void navigate({ to: '/explorer/log', search: next ? { cursor: next } : {}, resetScroll: false })
      }
      rowKey={({ size: own }) => String(own)}
      empty={t('none')}
      columns={[
        {
          title: t('size'),
          key: 'size',
          align: 'right',
          render: (_, { size: own }) => (
            <Link to="/explorer/log" search={{ size: own }} className={own === size ? 'chosen' : ''} preload={false}>
              {formatNumber(own, language)}
            </Link>
          ),
        },
        {
          title: t('root'),
          key: 'root',
          render: (_, { root }) => (
            <span className="reference">
              <code title={root}>{shorten(root)}</code>
              <CopyButton text={root} />
            </span>
          ),
        },
        { title: t('signed'), key: 'signed', render: (_, { signedAt }) => <Time at={signedAt} /> },
        {
          title: t('witnesses'),
          key: 'witnesses',
          render: (_, { witnesses, publishedAt }) =>
            publishedAt === null ? (
              <span className="chip chip-pending">{t('collecting', { count: witnesses.length })}</span>
            ) : (
              witnesses.join(t('separator')) || t('nobody')
            ),
        },
        {
          title: t('anchor'),
          key: 'anchor',
          render: (_, { anchor }) =>
            anchor === null ? (
              <span className="muted">{t('notAnchored')}</span>
            ) : (
              <span className={`chip chip-level-${anchor.level}`}>{t(`evidence:level.${anchor.level}`)}</span>
            ),
        },
        {
          title: t('transaction'),
          key: 'transaction',
          render: (_, { anchor }) =>
            anchor?.transactionHash ? <TransactionLink hash={anchor.transactionHash} plain /> : '—',
        },
        {
          title: t('block'),
          key: 'block',
          responsive: ['lg'],
          render: (_, { anchor }) => (anchor?.blockNumber == null ? '—' : <EpochLink number={anchor.blockNumber} />),
        },
      ]}
    />
  );
}
