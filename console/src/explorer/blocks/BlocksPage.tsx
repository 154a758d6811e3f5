import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type BlockSummary, listBlocks } from '../api/blocks.ts';
import { CursorTable } from '../parts/CursorTable.tsx';
import { useBlockColumns } from './useBlockColumns.tsx';

/** All blocks of the Tree-Graph, on the pivot chain and beside it, the newest first. */
export function BlocksPage() {
  const { t } = useTranslation('chain');
  const navigate = useNavigate();
  const { cursor, kind } = useSearch({ from: '/explorer/blocks' });
  const columns = useBlockColumns();
  const pivot = kind === 'pivot' ? 'true' : kind === 'offPivot' ? 'false' : undefined;
  return (
    <>
      <PageHead title={t('nav.blocks')} lead={t('blocks.lead')} />
      <Card>
        <Segmented
          className="filters"
          value={kind ?? 'all'}
          onChange={(next) =>
            void navigate({
              to: '/explorer/blocks',
              search: next === 'all' ? {} : { kind: next as 'pivot' | 'offPivot' },
            })
          }
          options={[
            { value: 'all', label: t('blocks.all') },
            { value: 'pivot', label: t('blockKind.pivot') },
            { value: 'offPivot', label: t('blockKind.offPivot') },
          ]}
        />
        <CursorTable<BlockSummary>
          listKey={['blocks', kind ?? '']}
          read={(from, signal) => listBlocks({ cursor: from, pivot }, signal)}
          cursor={cursor}
          onCursor={(next) =>
            void navigate({
              to: '/explorer/blocks',
              search: { ...(kind ? { kind } : {}), ...(next ? { cursor: next } : {}) },
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
