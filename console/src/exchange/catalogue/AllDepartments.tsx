import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { type CatalogEntry, type SearchedDepartment, searchCatalogues } from '../api/catalogue.ts';
import type { ListQuery } from '../api/common.ts';
import { useJoin } from '../queries.ts';
import { EntryList } from './EntryList.tsx';

interface AllDepartmentsProps {
  own: string;
  filter: ListQuery;
  tree: boolean;
}

const isUnread = ({ here, readAt, problem }: SearchedDepartment) => !here && readAt === null && problem === null;
const readingMs = 3_000;
const restingMs = 60_000;

/** What is found in the catalogues of all departments; that one is silent does not hide the others. */
export function AllDepartments({ own, filter, tree }: AllDepartmentsProps) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const join = useJoin();
  const found = useInfiniteQuery({
    queryKey: ['exchange', 'catalogues', filter],
    queryFn: ({ pageParam, signal }) => searchCatalogues({ ...filter, pageToken: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.departments.some(isUnread) ? readingMs : restingMs),
  });
  if (found.error && !found.data) return <Problem error={found.error} onRetry={found.refetch} />;
  if (!found.data) return <Skeleton active />;
  const departments = found.data.pages[0]?.departments ?? [];
  const entries = Map.groupBy(
    found.data.pages.flatMap(({ items }) => items),
    ({ department }) => department,
  );
  const isShown = (one: SearchedDepartment) => one.problem !== null || isUnread(one) || entries.has(one.department);
  const without = departments.filter((one) => one.found === 0 && !isShown(one));
  return (
    <>
      {departments.filter(isShown).map((department) => (
        <Found
          key={department.department}
          department={department}
          own={department.department === own}
          entries={entries.get(department.department) ?? []}
          tree={tree}
        />
      ))}
      {found.hasNextPage && (
        <div className="x-more">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()} data-testid="more">
            {t('exchange:more')}
          </Button>
        </div>
      )}
      {entries.size === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noneOf')} />}
      {entries.size > 0 && without.length > 0 && (
        <p className="muted" data-testid="without">
          {t('without', { departments: join(without.map(({ name }) => text(name))) })}
        </p>
      )}
    </>
  );
}

interface FoundProps {
  department: SearchedDepartment;
  own: boolean;
  entries: CatalogEntry[];
  tree: boolean;
}

/** What was found at one department, and how old that is where it was read from elsewhere. */
function Found({ department: searched, own, entries, tree }: FoundProps) {
  const { t } = useTranslation('xCatalogue');
  const text = useText();
  const { department, name, found, here, readAt, problem } = searched;
  return (
    <section className="x-department" data-testid={`department-${department}`}>
      <h2>
        {text(name)}{' '}
        <small>
          {own && `${t('own')} `}
          {!isUnread(searched) && t('count', { count: found })}
          {!here && readAt && (
            <>
              {' · '}
              {t('asOf')} <Time at={readAt} />
            </>
          )}
        </small>
      </h2>
      {isUnread(searched) && <p className="muted">{t('reading')}</p>}
      {problem && (
        <Alert
          type="warning"
          showIcon
          className="in-card"
          title={t(readAt ? 'staleCopy' : 'noCopy')}
          description={text(problem.words)}
        />
      )}
      <EntryList department={department} entries={entries} tree={tree} />
    </section>
  );
}
