import './acts.css';
import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Empty, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, listActs } from '../../api/acts.ts';
import { may } from '../../api/session.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { RequireSignIn } from '../account/RequireSignIn.tsx';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { ActDetail } from './ActDetail.tsx';

const areas = [
  'people',
  'organisations',
  'organisation',
  'keys',
  'account',
  'credential',
  'cooperation',
  'nodes',
  'witnesses',
] as const;

/** The administrative record of the organisation, for its administrators and auditors. */
export function ActsPage() {
  const { t } = useTranslation(['acts', 'organisation']);
  const { data: session } = useQuery(sessionQuery);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={<Link to="/rights">{t('rights.title')}</Link>} />
      <RequireSignIn title={t('organisation:signInFirst')}>
        {may(session, 'acts:read') ? <Acts /> : <Alert type="info" showIcon title={t('refused')} />}
      </RequireSignIn>
    </>
  );
}

function Acts() {
  const { t } = useTranslation('acts');
  const language = useLanguage();
  const [area, setArea] = useState<string | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['acts', area],
    queryFn: ({ pageParam, signal }) => listActs(area, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  const who = ({ actor }: Act) => {
    if (actor.kind === 'platform') return t('platform');
    return actor.kind === 'key' ? t('key', { name: actor.name }) : actor.name;
  };
  return (
    <Card
      title={t('area')}
      extra={
        <Select
          value={area ?? ''}
          onChange={(chosen) => setArea(chosen === '' ? null : chosen)}
          className="area"
          options={[
            { value: '', label: t('all') },
            ...areas.map((value) => ({ value: value as string, label: t(`areas.${value}`) })),
          ]}
        />
      }
    >
      {list.error && !list.data && <Problem error={list.error} onRetry={list.refetch} />}
      <Table<Act>
        rowKey="id"
        dataSource={list.data?.pages.flatMap(({ items }) => items) ?? []}
        loading={list.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('empty')} /> }}
        columns={[
          { title: t('columns.time'), key: 'time', render: (_, { time }) => formatDateTime(time, language) },
          { title: t('columns.who'), key: 'who', render: (_, act) => who(act) },
          { title: t('columns.what'), key: 'what', render: (_, { what }) => pickText(what, language) },
          { title: t('columns.detail'), key: 'detail', render: (_, act) => <ActDetail act={act} /> },
          {
            title: t('columns.proof'),
            key: 'proof',
            render: (_, { bundle, id }) => (
              <Button
                size="small"
                icon={<DownloadOutlined />}
                href={bundle}
                download={`act-${id}.json`}
                aria-label={t('proof')}
              >
                {t('proof')}
              </Button>
            ),
          },
        ]}
      />
      {list.hasNextPage && (
        <div className="pager">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('older')} →
          </Button>
        </div>
      )}
    </Card>
  );
}
