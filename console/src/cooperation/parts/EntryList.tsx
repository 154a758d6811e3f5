import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { type ListQuery, listPage } from '../api/common.ts';

interface EntryListProps<Item> {
  /** Path below the room's API. */
  path: string;
  query?: ListQuery;
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
  empty: string;
  /** What a reader may do about an empty list. */
  emptyAction?: ReactNode;
  /** Class of the list; `entries` when left out. */
  className?: string;
}

/** Key of a list of the room in the cache. */
const listKey = (path: string, query: ListQuery = {}) => ['cooperation', 'list', path, query] as const;

/** A list of the room, a page at a time. */
export function EntryList<Item>(props: EntryListProps<Item>) {
  const { path, query = {}, keyOf, children, empty, emptyAction, className = 'entries' } = props;
  const { t } = useTranslation('coop');
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: listKey(path, query),
    queryFn: ({ pageParam, signal }) => listPage<Item>(path, { ...query, pageToken: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  if (error && !data) return <Problem error={error} onRetry={refetch} />;
  if (isPending) {
    return (
      <Card>
        <Skeleton active paragraph={{ rows: 5 }} />
      </Card>
    );
  }
  const items = data?.pages.flatMap((page) => page.items) ?? [];
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
      <ul className={className}>
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {hasNextPage && (
        <div className="pager pager-more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()} data-testid="more">
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
