import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { type ListQuery, listPage } from '../api/common.ts';
import { Card } from './Card.tsx';

interface PagedListProps<Item> {
  /** Path below the API of data exchange. */
  path: string;
  query?: ListQuery;
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
  empty: string;
  /** What can be done about an empty list. */
  emptyAction?: ReactNode;
  refetchMs?: number;
}

/** A list, a page at a time. */
export function PagedList<Item>(props: PagedListProps<Item>) {
  const { path, query = {}, keyOf, children, empty, emptyAction, refetchMs } = props;
  const { t } = useTranslation('exchange');
  const list = useInfiniteQuery({
    queryKey: ['exchange', 'list', path, query],
    queryFn: ({ pageParam, signal }) => listPage<Item>(path, { ...query, pageToken: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    ...(refetchMs === undefined ? {} : { refetchInterval: refetchMs }),
  });
  if (list.error && !list.data) return <Problem error={list.error} onRetry={list.refetch} />;
  if (list.isPending) {
    return (
      <Card>
        <Skeleton active paragraph={{ rows: 4 }} />
      </Card>
    );
  }
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    return (
      <Card>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty}>
          {emptyAction}
        </Empty>
      </Card>
    );
  }
  return (
    <>
      <ul className="x-entries">
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="x-more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} data-testid="more">
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
