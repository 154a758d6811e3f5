import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { listMembers, type Member } from '../../api/listMembers.ts';
import { formatDate } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';

/** The organisations of the alliance. */
export function MembersPage() {
  const { t, i18n } = useTranslation(['members', 'events', 'product']);
  const language = useLanguage();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['members'],
    queryFn: ({ pageParam, signal }) => listMembers(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  const kind = (word: string) =>
    i18n.exists(`kind.${word}`, { ns: 'members' }) ? t(`members:kind.${word}` as 'members:kind.member') : word;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Card>
        {error && !data ? (
          <Problem error={error} onRetry={refetch} />
        ) : (
          <Table<Member>
            rowKey="slug"
            dataSource={data?.pages.flatMap(({ items }) => items) ?? []}
            loading={isPending}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <Empty description={`${t('empty')} ${t('emptyText')}`} /> }}
            columns={[
              {
                title: t('columns.name'),
                key: 'name',
                render: (_, member) => (
                  <>
                    <b>{pickText(member.name, language) ?? member.slug}</b>{' '}
                    {member.demo && <span className="chip chip-demo">{t('product:demoRibbon')}</span>}
                  </>
                ),
              },
              { title: t('columns.slug'), key: 'slug', render: (_, { slug }) => <code>{slug}</code> },
              { title: t('columns.kind'), key: 'kind', render: (_, member) => kind(member.kind) },
              {
                title: t('columns.since'),
                key: 'since',
                render: (_, { createdAt }) => formatDate(createdAt, language),
              },
            ]}
          />
        )}
        {hasNextPage && (
          <div className="pager">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('events:older')} →
            </Button>
          </div>
        )}
      </Card>
    </>
  );
}
