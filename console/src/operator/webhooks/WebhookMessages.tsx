import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWebhookMessages, replayMessages, type Webhook, type WebhookMessage } from '../../api/webhooks.ts';
import { CursorTable } from '../../explorer/parts/CursorTable.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../Problem.tsx';
import { MessageModal } from './MessageModal.tsx';
import { refreshWebhooks } from './queries.ts';

type Shown = 'all' | WebhookMessage['state'];
const chips = { pending: 'chip-pending', delivered: 'chip-confirmed', dead: 'chip-skipped' };

/** What was sent to a webhook, waits or was given up, with the way to send it again. */
export function WebhookMessages({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const { id, url, dead } = webhook;
  const { message: notice } = App.useApp();
  const client = useQueryClient();
  const [shown, setShown] = useState<Shown>('all');
  const [cursor, setCursor] = useState<string>();
  const [opened, setOpened] = useState<WebhookMessage | null>(null);
  const replay = useMutation({
    mutationFn: (messageId: string | undefined) => replayMessages(id, messageId),
    onSuccess: ({ messages }) => notice.success(t('replayed', { messages })),
    onSettled: () => refreshWebhooks(client),
  });
  return (
    <Drawer open onClose={onClose} size={860} title={t('messages')} className="explorer">
      <div className="webhook-tools">
        <code className="webhook-url">{url}</code>
        {dead > 0 && (
          <Button loading={replay.isPending} onClick={() => replay.mutate(undefined)} data-testid="replay-all">
            {t('replayAll', { dead })}
          </Button>
        )}
      </div>
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
          {
            title: t('type'),
            key: 'type',
            render: (_, message) => (
              <>
                <button
                  type="button"
                  className="text-button webhook-type"
                  data-testid="webhook-message"
                  onClick={() => setOpened(message)}
                >
                  <code>{message.type}</code>
                </button>
                <small className="muted webhook-line">
                  <Time at={message.createdAt} />
                </small>
              </>
            ),
          },
          {
            title: t('state'),
            key: 'state',
            render: (_, { state }) => (
              <span className={`chip ${chips[state]}`} data-state={state}>
                {t(`is.${state}`)}
              </span>
            ),
          },
          { title: t('attempts'), key: 'attempts', align: 'right', responsive: ['sm'], dataIndex: 'attempts' },
          {
            title: t('last'),
            key: 'last',
            responsive: ['md'],
            render: (_, { lastStatus, lastError, nextAttemptAt, state }) => (
              <span className="webhook-answer">
                {[lastStatus, lastError].filter((part) => part !== null).join(' · ') || '—'}
                {state === 'pending' && nextAttemptAt !== null && (
                  <small className="muted webhook-line">
                    {t('next')} <Time at={nextAttemptAt} />
                  </small>
                )}
              </span>
            ),
          },
        ]}
      />
      {opened && (
        <MessageModal
          message={opened}
          onReplay={async () => {
            await replay.mutateAsync(opened.id).catch(() => undefined);
            setOpened(null);
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </Drawer>
  );
}
