import '../../explorer/explorer.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Form, Input, Modal, Popconfirm, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnWebhook, createWebhook, deleteWebhook, listWebhooks, type Webhook } from '../../api/webhooks.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { Copyable } from '../Copyable.tsx';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { WebhookMessages } from './WebhookMessages.tsx';

const queryKey = ['webhooks'];

/** Who is told of every change of the member's transactions, and how it goes. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const client = useQueryClient();
  const [opened, setOpened] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => listWebhooks(signal),
    refetchInterval: 5_000,
  });
  const onSuccess = () => client.invalidateQueries({ queryKey });
  const act = useMutation({
    mutationFn: ({ id, action }: { id: string; action: 'pause' | 'resume' | 'ping' }) => actOnWebhook(id, action),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: deleteWebhook, onSuccess });
  const state = ({ pausedAt, pauseReason }: Webhook) =>
    pausedAt === null ? (
      <span className="chip chip-confirmed">{t('active')}</span>
    ) : (
      <span className="chip chip-pending" title={pauseReason ?? ''}>
        {t('paused')}
      </span>
    );
  const button = (label: string, onClick: () => void) => (
    <Button size="small" onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <NewWebhook onMade={onSuccess} />
        <Card>
          {(error || act.error || remove.error) && (
            <Problem error={error ?? act.error ?? remove.error} onRetry={refetch} />
          )}
          <Table<Webhook>
            rowKey="id"
            size="middle"
            loading={isPending}
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={data ?? []}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
            columns={[
              { title: t('url'), key: 'url', render: (_, { url }) => <code>{url}</code> },
              { title: t('state'), key: 'state', render: (_, one) => state(one) },
              { title: t('pending'), key: 'pending', align: 'right', dataIndex: 'pending' },
              {
                title: t('dead'),
                key: 'dead',
                align: 'right',
                render: (_, { dead }) => <span className={dead > 0 ? 'bad' : ''}>{dead}</span>,
              },
              { title: t('since'), key: 'since', render: (_, { createdAt }) => <Time at={createdAt} /> },
              {
                title: t('actions'),
                key: 'actions',
                render: (_, { id, pausedAt }) => (
                  <Space wrap>
                    {button(t('messages'), () => setOpened(opened === id ? null : id))}
                    {button(t('ping'), () => act.mutate({ id, action: 'ping' }))}
                    {button(t(pausedAt === null ? 'pause' : 'resume'), () =>
                      act.mutate({ id, action: pausedAt === null ? 'pause' : 'resume' }),
                    )}
                    <Popconfirm title={t('confirm')} onConfirm={() => remove.mutateAsync(id)}>
                      <Button size="small" danger>
                        {t('remove')}
                      </Button>
                    </Popconfirm>
                  </Space>
                ),
              },
            ]}
          />
        </Card>
        {opened !== null && <WebhookMessages key={opened} id={opened} />}
      </div>
    </>
  );
}

function NewWebhook({ onMade }: { onMade: () => unknown }) {
  const { t } = useTranslation('webhooks');
  const make = useMutation({ mutationFn: createWebhook, onSuccess: onMade });
  return (
    <Card title={t('create')}>
      <Form layout="vertical" requiredMark={false} onFinish={({ url }: { url: string }) => make.mutate(url.trim())}>
        <Form.Item name="url" label={t('url')} rules={[{ required: true, message: t('required') }]}>
          <Input type="url" placeholder="https://erp.example.org/hooks" spellCheck={false} data-testid="webhook-url" />
        </Form.Item>
        {make.error && <Problem error={make.error} />}
        <Button type="primary" htmlType="submit" loading={make.isPending} data-testid="create-webhook">
          {t('create')}
        </Button>
      </Form>
      <Modal
        open={make.data !== undefined}
        title={t('secret')}
        closable={false}
        footer={
          <Button type="primary" onClick={() => make.reset()} data-testid="secret-saved">
            {t('saved')}
          </Button>
        }
      >
        <p>{t('secretText')}</p>
        {make.data && <Copyable text={make.data.secret} full />}
      </Modal>
    </Card>
  );
}
