import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWebhookMessages, replayMessages, type WebhookMessage } from '../../api/webhooks.ts';
import { CursorTable } from '../../explorer/parts/CursorTable.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../Problem.tsx';

type Shown = 'all' | WebhookMessage['state'];
const chips = { pending: 'chip-pending', delivered: 'chip-confirmed', dead: 'chip-skipped' };

/** What was sent to a webhook, waits or was given up, with the way to send it again. */
export function WebhookMessages({ id }: { id: string }) {
  const { t } = useTranslation('webhooks');
  const client = useQueryClient();
  const [shown, setShown] = useState<Shown>('all');
  const [cursor, setCursor] = useState<string>();
  const replay = useMutation({
    mutationFn: (messageId: string | undefined) => replayMessages(id, messageId),
    onSuccess: () => client.invalidateQueries({ queryKey: ['explorer', 'list', 'webhook', id] }),
  });
  const again = (messageId?: string) => (
    <Button size="small" loading={replay.isPending} onClick={() => replay.mutate(messageId)}>
      {t(messageId === undefined ? 'replayAll' : 'replay')}
    </Button>
  );
  return (
    <Card title={t('messages')} extra={again()}>
      {replay.error && <Problem error={replay.error} />}
      <Segmented<Shown>
        className="filters"
        value={shown}
        onChange={(next) => {
          setShown(next);
          setCursor(undefined);
        }}
        options={(['all', 'pending', 'delivered', 'dead'] as const).map((value) => ({
          value,
          label: t(`is.${value}`),
        }))}
      />
      <CursorTable<WebhookMessage>
        listKey={['webhook', id, shown]}
        refreshMs={3_000}
        read={(from, signal) =>
          listWebhookMessages(id, { cursor: from, state: shown === 'all' ? undefined : shown }, signal)
        }
        cursor={cursor}
        onCursor={setCursor}
        rowKey={(message) => message.id}
        empty={t('noMessages')}
        columns={[
          { title: t('time'), key: 'time', render: (_, { createdAt }) => <Time at={createdAt} /> },
          { title: t('type'), key: 'type', render: (_, { type, body }) => <code title={body}>{type}</code> },
          {
            title: t('state'),
            key: 'state',
            render: (_, { state }) => <span className={`chip ${chips[state]}`}>{t(`is.${state}`)}</span>,
          },
          { title: t('attempts'), key: 'attempts', align: 'right', dataIndex: 'attempts' },
          {
            title: t('last'),
            key: 'last',
            render: (_, { lastStatus, lastError }) => [lastStatus, lastError].filter(Boolean).join(' · ') || '—',
          },
          {
            title: t('next'),
            key: 'next',
            render: (_, { nextAttemptAt }) => (nextAttemptAt === null ? '—' : <Time at={nextAttemptAt} />),
          },
          {
            title: t('actions'),
            key: 'actions',
            render: (_, message) => (message.state === 'pending' ? null : again(message.id)),
          },
        ]}
      />
    </Card>
  );
}
