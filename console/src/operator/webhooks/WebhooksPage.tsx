import '../../explorer/explorer.css';
import './webhooks.css';
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { RequireTransact, useMayTransact } from '../transactions/RequireTransact.tsx';
import { AddWebhook } from './AddWebhook.tsx';
import { webhooksQuery } from './queries.ts';
import { WebhookCard } from './WebhookCard.tsx';
import { WebhookMessages } from './WebhookMessages.tsx';

/** Who is told of every change of the member's transactions, and how it goes. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const [adding, setAdding] = useState(false);
  const may = useMayTransact();
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          may && (
            <Button
              type="primary"
              size="large"
              icon={<PlusOutlined />}
              data-testid="new-webhook"
              onClick={() => setAdding(true)}
            >
              {t('create')}
            </Button>
          )
        }
      />
      <RequireTransact>
        <WebhookList />
        {adding && <AddWebhook onClose={() => setAdding(false)} />}
      </RequireTransact>
    </>
  );
}

function WebhookList() {
  const { t } = useTranslation('webhooks');
  const [opened, setOpened] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(webhooksQuery);
  if (error && !data) return <Problem error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  const shown = data.find(({ id }) => id === opened);
  return (
    <div className="stack">
      {data.length === 0 && (
        <Card>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />
        </Card>
      )}
      {data.map((webhook) => (
        <WebhookCard key={webhook.id} webhook={webhook} onMessages={() => setOpened(webhook.id)} />
      ))}
      {shown && <WebhookMessages webhook={shown} onClose={() => setOpened(null)} />}
    </div>
  );
}
