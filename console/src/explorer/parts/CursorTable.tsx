import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndexNews } from '../../live/LiveProvider.tsx';
import { Problem } from '../../operator/Problem.tsx';
import type { CursorPage } from '../api/page.ts';

interface CursorTableProps<Item> {
  /** Names the list and its filters in the cache. */
  listKey: readonly unknown[];
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<CursorPage<Item>>;
  cursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
  rowKey: (item: Item) => string;
  columns: TableProps<Item>['columns'];
  empty: string;
  /** For lists that do not move with the chain: how often the first page is read again. */
  refreshMs?: number;
}

/** One page of a list that is too long to count, with the way to older ones; the first page moves with the chain. */
export function CursorTable<Item extends object>(props: CursorTableProps<Item>) {
  const { listKey, read, cursor, onCursor, rowKey, columns, empty, refreshMs } = props;
  const { t } = useTranslation('chain');
  const client = useQueryClient();
  const queryKey = ['explorer', 'list', ...listKey, cursor ?? ''];
  const { data, error, isPending, isPlaceholderData, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => read(cursor, signal),
    // While the next page loads the present one stays; rows of another list would be of another kind.
    placeholderData: (before, beforeQuery) =>
      JSON.stringify(beforeQuery?.queryKey.slice(0, -1)) === JSON.stringify(queryKey.slice(0, -1)) ? before : undefined,
    staleTime: 1_000,
    refetchInterval: cursor === undefined && refreshMs !== undefined ? refreshMs : false,
  });
  useIndexNews(() => {
    if (cursor === undefined && refreshMs === undefined && !isFetching)
      void client.invalidateQueries({ queryKey, exact: true });
  });
  if (error && !data) return <Problem error={error} onRetry={refetch} />;
  return (
    <>
      <Table<Item>
        rowKey={rowKey}
        dataSource={data?.items ?? []}
        loading={isPending || isPlaceholderData}
        pagination={false}
        size="middle"
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: isPending ? ' ' : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
        columns={columns ?? []}
      />
      {(cursor !== undefined || data?.nextCursor) && (
        <div className="pager">
          <Button disabled={cursor === undefined} onClick={() => onCursor(undefined)}>
            ⇤ {t('newest')}
          </Button>
          <Button
            disabled={!data?.nextCursor || isPlaceholderData}
            data-testid="older"
            onClick={() => data?.nextCursor && onCursor(data.nextCursor)}
          >
            {t('older')} →
          </Button>
        </div>
      )}
    </>
  );
}
