import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/formatNumber.ts';
import { formatDateTime } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Problem } from '../operator/Problem.tsx';
import { type ImportedFile, listImports } from './api.ts';

/** The files that the own organisation imported, the newest first. */
export function ImportHistory() {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const list = useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam, signal }) => listImports(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  if (list.error && !list.data) return <Problem error={list.error} onRetry={list.refetch} />;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <Table<ImportedFile>
        rowKey="id"
        size="small"
        dataSource={list.data?.pages.flatMap(({ items }) => items) ?? []}
        loading={list.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('history.empty')} /> }}
        columns={[
          { title: t('history.file'), dataIndex: 'name' },
          {
            title: t('upload.template'),
            dataIndex: 'template',
            render: (id: ImportedFile['template']) => t(`template.${id}`),
          },
          { title: t('history.rows'), dataIndex: 'rows', align: 'right', render: number },
          { title: t('history.events'), dataIndex: 'events', align: 'right', render: number },
          { title: t('history.repeated'), dataIndex: 'repeated', align: 'right', render: number },
          { title: t('history.person'), dataIndex: 'person' },
          { title: t('history.time'), dataIndex: 'createdAt', render: (at: string) => formatDateTime(at, language) },
        ]}
      />
      {list.hasNextPage && (
        <div className="list-more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('history.more')}
          </Button>
        </div>
      )}
    </>
  );
}
