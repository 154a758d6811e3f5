import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Empty, Popconfirm, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiKey, listKeys, revokeKey } from '../../api/keys.ts';
import { may } from '../../api/session.ts';
import { formatDate, formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { useProblemMessage } from '../useProblemMessage.ts';
import { CreateKey } from './CreateKey.tsx';
import { keyScopes } from './keyScopes.ts';

const isOver = ({ expiresAt }: ApiKey) => expiresAt !== null && Date.parse(expiresAt) <= Date.now();

/** The API keys of the own organisation: make and revoke. */
export function KeysPage() {
  const { t } = useTranslation(['keys', 'shell', 'events']);
  const language = useLanguage();
  const tellProblem = useProblemMessage();
  const client = useQueryClient();
  const [creating, setCreating] = useState(false);
  const { data: session, isPending: sessionPending } = useQuery(sessionQuery);
  const signedIn = Boolean(session?.principal);
  const wordOf = (scope: string) => {
    const known = keyScopes.find((one) => one === scope);
    return known ? t(`scope.${known}`) : scope;
  };
  const keys = useInfiniteQuery({
    queryKey: ['keys'],
    queryFn: ({ pageParam, signal }) => listKeys(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    enabled: may(session, 'keys:read'),
  });
  const revoke = useMutation({
    mutationFn: revokeKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
    onError: tellProblem,
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
          may(session, 'keys:create') && (
            <Button
              type="primary"
              size="large"
              icon={<PlusOutlined />}
              data-testid="create-key"
              onClick={() => setCreating(true)}
            >
              {t('create')}
            </Button>
          )
        }
      />
      {session && !may(session, 'keys:read') ? (
        <Alert type="info" showIcon title={t('mayNot')} />
      ) : (
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
                        {wordOf(scope)}
                      </Tag>
                    )),
                },
                {
                  title: t('columns.created'),
                  key: 'created',
                  render: (_, key) => formatDate(key.createdAt, language),
                },
                {
                  title: t('expires'),
                  key: 'expires',
                  render: (_, { expiresAt }) => (expiresAt ? formatDate(expiresAt, language) : t('noExpiry')),
                },
                {
                  title: t('columns.used'),
                  key: 'used',
                  render: (_, key) => (key.lastUsedAt ? formatDateTime(key.lastUsedAt, language) : t('never')),
                },
                {
                  title: t('columns.actions'),
                  key: 'actions',
                  render: (_, key) =>
                    key.revokedAt || isOver(key) ? (
                      <Tag>{t(key.revokedAt ? 'revoked' : 'expired')}</Tag>
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
      )}
      <CreateKey open={creating} onClose={() => setCreating(false)} />
    </>
  );
}
