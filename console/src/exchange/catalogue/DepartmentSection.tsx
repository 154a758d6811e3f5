import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { listCatalogue } from '../api/catalogue.ts';
import type { ListQuery } from '../api/common.ts';
import type { Connector } from '../api/connectors.ts';
import { EntryList } from './EntryList.tsx';

interface DepartmentSectionProps {
  connector: Connector;
  own: boolean;
  filter: ListQuery;
  tree: boolean;
}

/** What one department's connector answers, asked now. */
export function DepartmentSection({ connector, own, filter, tree }: DepartmentSectionProps) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const found = useInfiniteQuery({
    queryKey: ['exchange', 'catalogue', connector.slug, filter],
    queryFn: ({ pageParam, signal }) => listCatalogue(connector.slug, { ...filter, pageToken: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    staleTime: 60_000,
  });
  const entries = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const count = t(found.hasNextPage ? 'countMore' : 'count', { count: entries.length });
  if (found.data && entries.length === 0) {
    return (
      <p className="muted" data-testid={`department-${connector.slug}`}>
        {text(connector.name)} · {t('noneOf')}
      </p>
    );
  }
  return (
    <section className="x-department" data-testid={`department-${connector.slug}`}>
      <h2>
        {text(connector.name)}{' '}
        <small>
          {own && `${t('own')} `}
          {found.data && count}
        </small>
      </h2>
      {found.error && !found.data && <Problem error={found.error} onRetry={found.refetch} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      <EntryList department={connector.slug} entries={entries} tree={tree} />
      {found.hasNextPage && (
        <div className="x-more">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('exchange:more')}
          </Button>
        </div>
      )}
    </section>
  );
}
