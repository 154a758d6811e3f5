import './phones.css';
import '../../operator/keys/keys.css';
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
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { useProblemMessage } from '../../operator/useProblemMessage.ts';
import { AddPhone } from './AddPhone.tsx';
import { isPhone, stateOf, userOf } from './phones.ts';

const isLocal = () => ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname);
const colours = { new: 'gold', active: 'green', revoked: 'default', over: 'default' } as const;

/** The phones that record for the own organisation: connect and revoke. */
export function PhonesPage() {
  const { t } = useTranslation(['phones', 'shell']);
  const { data: session, isPending } = useQuery(sessionQuery);
  const [adding, setAdding] = useState(false);
  const reads = may(session, 'keys:read');
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
              data-testid="add-phone"
              onClick={() => setAdding(true)}
            >
              {t('add')}
            </Button>
          )
        }
      />
      {!isPending && !session?.principal && (
        <Alert
          type="info"
          showIcon
          title={t('signInFirst')}
          action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
        />
      )}
      {session?.principal && !reads && <Alert type="info" showIcon title={t('mayNot')} />}
      {reads && (
        <div className="stack">
          {isLocal() && <Alert type="warning" showIcon title={t('localOnly')} />}
          {!isLocal() && !window.isSecureContext && <Alert type="warning" showIcon title={t('insecure')} />}
          <PhoneTable />
        </div>
      )}
      <AddPhone open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function PhoneTable() {
  const { t } = useTranslation('phones');
  const language = useLanguage();
  const tellProblem = useProblemMessage();
  const client = useQueryClient();
  const phones = useInfiniteQuery({
    queryKey: ['phones'],
    queryFn: ({ pageParam, signal }) => listKeys(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  const revoke = useMutation({
    mutationFn: revokeKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['phones'] }),
    onError: tellProblem,
  });
  if (phones.error && !phones.data) return <Problem error={phones.error} onRetry={phones.refetch} />;
  return (
    <Card>
      <Table<ApiKey>
        rowKey="id"
        dataSource={phones.data?.pages.flatMap(({ items }) => items).filter(isPhone) ?? []}
        loading={phones.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('empty')} /> }}
        columns={[
          { title: t('columns.who'), key: 'who', render: (_, phone) => userOf(phone) },
          {
            title: t('columns.state'),
            key: 'state',
            render: (_, phone) => <Tag color={colours[stateOf(phone)]}>{t(`state.${stateOf(phone)}`)}</Tag>,
          },
          {
            title: t('columns.used'),
            key: 'used',
            render: (_, { lastUsedAt }) => (lastUsedAt ? formatDateTime(lastUsedAt, language) : t('never')),
          },
          { title: t('columns.made'), key: 'made', render: (_, { createdAt }) => formatDate(createdAt, language) },
          {
            title: t('columns.until'),
            key: 'until',
            render: (_, { expiresAt }) => (expiresAt ? formatDate(expiresAt, language) : '—'),
          },
          {
            title: t('columns.actions'),
            key: 'actions',
            render: (_, phone) =>
              ['new', 'active'].includes(stateOf(phone)) && (
                <Popconfirm
                  title={t('revokeConfirm', { name: userOf(phone) })}
                  okText={t('revoke')}
                  cancelText={t('cancel')}
                  okButtonProps={{ danger: true }}
                  onConfirm={() => revoke.mutateAsync(phone.id).catch(() => undefined)}
                >
                  <Button danger size="small" data-testid="revoke-phone">
                    {t('revoke')}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      {phones.hasNextPage && (
        <div className="pager">
          <Button loading={phones.isFetchingNextPage} onClick={() => void phones.fetchNextPage()}>
            {t('more')} →
          </Button>
        </div>
      )}
    </Card>
  );
}
