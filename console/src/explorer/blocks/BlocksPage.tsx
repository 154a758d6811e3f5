import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type BlockSummary, listBlocks } from '../api/blocks.ts';
import { CursorTable } from '../parts/CursorTable.tsx';
import { useBlockColumns } from './useBlockColumns.tsx';

/** All blocks of the Tree-Graph, on the pivot chain and beside it, the newest first. */
export function BlocksPage() {
  const { t } = useTranslation('chain');
  const navigate = useNavigate();
  const { cursor, miner } = useSearch({ from: '/explorer/blocks' });
  const columns = useBlockColumns();
  return (
    <>
      <PageHead title={t('nav.blocks')} lead={t('blocks.lead')} />
      <Card>
        {miner && (
          <p className="filters">
            {t('blocks.byMiner')}{' '}
            <Link to="/explorer/accounts/$address" params={{ address: miner }}>
              <code>{miner}</code>
            </Link>{' '}
            · <Link to="/explorer/blocks">{t('blocks.all')}</Link>
          </p>
        )}
        <CursorTable<BlockSummary>
          listKey={['blocks', miner ?? '']}
          read={(from, signal) => listBlocks({ cursor: from, miner }, signal)}
          cursor={cursor}
          onCursor={(next) =>
            void navigate({
              to: '/explorer/blocks',
              search: { ...(miner ? { miner } : {}), ...(next ? { cursor: next } : {}) },
            })
          }
          rowKey={({ hash }) => hash}
          columns={columns}
          empty={t('blocks.empty')}
        />
      </Card>
    </>
  );
}
