import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, App, Button, Card, Empty, Popconfirm, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiKey, listKeys, revokeKey } from '../../api/keys.ts';
import { problemOf } from '../../api/problem.ts';
import { formatDate, formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { CreateKey } from './CreateKey.tsx';

/** The API keys of the member (of all members, for the operator): make and revoke. */
export function KeysPage() {
  const { t } = useTranslation(['keys', 'shell', 'events']);
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [creating, setCreating] = useState(false);
  const { data: session, isPending: sessionPending } = useQuery(sessionQuery);
  const signedIn = Boolean(session?.principal);
  const keys = useInfiniteQuery({
    queryKey: ['keys'],
    queryFn: ({ pageParam, signal }) => listKeys(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    enabled: signedIn,
  });
  const revoke = useMutation({
    mutationFn: revokeKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
    onError: (error) => void message.error(error.message || problemOf(error).title),
  });
  if (!sessionPending && !signedIn) {
    return (
      <>
        <PageHead title={t('title')} lead={t('lead')} />
        <Alert
          type="info"
          showIcon
          title={t('signInFirst')}
          action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
        />
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button
            type="primary"
            size="large"
            icon={<PlusOutlined />}
            data-testid="create-key"
            onClick={() => setCreating(true)}
          >
            {t('create')}
          </Button>
        }
      />
      <Card>
        {keys.error && !keys.data ? (
          <Problem error={keys.error} onRetry={keys.refetch} />
        ) : (
          <Table<ApiKey>
            rowKey="id"
            dataSource={keys.data?.pages.flatMap(({ items }) => items) ?? []}
            loading={keys.isPending}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <Empty description={t('empty')} /> }}
            columns={[
              { title: t('columns.name'), dataIndex: 'name' },
              { title: t('columns.prefix'), key: 'prefix', render: (_, { prefix }) => <code>{prefix}…</code> },
              {
                title: t('columns.scopes'),
                key: 'scopes',
                render: (_, { scopes }) =>
                  scopes.map((scope) => (
                    <Tag key={scope} className="scope">
                      {scope === 'capture' || scope === 'read' || scope === 'transact' ? t(`scope.${scope}`) : scope}
                    </Tag>
                  )),
              },
              { title: t('columns.member'), dataIndex: 'member' },
              { title: t('columns.created'), key: 'created', render: (_, key) => formatDate(key.createdAt, language) },
              {
                title: t('columns.used'),
                key: 'used',
                render: (_, key) => (key.lastUsedAt ? formatDateTime(key.lastUsedAt, language) : t('never')),
              },
              {
                title: t('columns.actions'),
                key: 'actions',
                render: (_, key) =>
                  key.revokedAt ? (
                    <Tag>{t('revoked')}</Tag>
                  ) : (
                    <Popconfirm
                      title={t('revokeConfirm', { name: key.name })}
                      okText={t('revoke')}
                      cancelText={t('cancel')}
                      okButtonProps={{ danger: true }}
                      onConfirm={() => revoke.mutateAsync(key.id).catch(() => undefined)}
                    >
                      <Button danger size="small" data-testid="revoke-key">
                        {t('revoke')}
                      </Button>
                    </Popconfirm>
                  ),
              },
            ]}
          />
        )}
        {keys.hasNextPage && (
          <div className="pager">
            <Button loading={keys.isFetchingNextPage} onClick={() => void keys.fetchNextPage()}>
              {t('events:older')} →
            </Button>
          </div>
        )}
      </Card>
      <CreateKey open={creating} onClose={() => setCreating(false)} />
    </>
  );
}
