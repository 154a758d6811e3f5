import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { transactionStates } from '../../api/transactions.ts';
import { actOnWebhook, deleteWebhook, rotateSecret, type Webhook } from '../../api/webhooks.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../Problem.tsx';
import { refreshWebhooks } from './queries.ts';
import { SecretModal } from './SecretModal.tsx';

/** A webhook: where it leads, how it goes, and what can be done about it. */
export function WebhookCard({ webhook, onMessages }: { webhook: Webhook; onMessages: () => void }) {
  const { t } = useTranslation(['webhooks', 'outgoing']);
  const { message } = App.useApp();
  const client = useQueryClient();
  const { id, url, states, pausedAt, pauseReason, pending, dead, createdAt } = webhook;
  const onSettled = () => refreshWebhooks(client);
  const act = useMutation({ mutationFn: (action: 'pause' | 'resume') => actOnWebhook(id, action), onSettled });
  const ping = useMutation({
    mutationFn: () => actOnWebhook(id, 'ping'),
    onSuccess: () => message.success(t('pinged')),
    onSettled,
  });
  const rotate = useMutation({ mutationFn: () => rotateSecret(id), onSettled });
  const remove = useMutation({ mutationFn: () => deleteWebhook(id), onSettled });
  const error = act.error ?? ping.error ?? rotate.error ?? remove.error;
  return (
    <Card data-testid="webhook">
      <div className="webhook-head">
        <code className="webhook-url">{url}</code>
        {pausedAt === null ? (
          <span className="chip chip-confirmed">{t('active')}</span>
        ) : (
          <span className="chip chip-pending">{t('paused')}</span>
        )}
      </div>
      {pausedAt !== null && (
        <p className="muted">
          {t('pausedSince')} <Time at={pausedAt} />
          {pauseReason && ` · ${pauseReason}`}
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{t('told')}</dt>
          <dd>
            {states.length === transactionStates.length
              ? t('everything')
              : states.map((state) => t(`outgoing:is.${state}`)).join(' · ')}
          </dd>
        </div>
        <div>
          <dt>{t('pending')}</dt>
          <dd>{pending}</dd>
        </div>
        <div>
          <dt>{t('dead')}</dt>
          <dd className={dead > 0 ? 'bad' : ''}>{dead}</dd>
        </div>
        <div>
          <dt>{t('since')}</dt>
          <dd>
            <Time at={createdAt} />
          </dd>
        </div>
      </dl>
      {error && <Problem error={error} />}
      <div className="webhook-actions">
        <Button type="primary" ghost onClick={onMessages} data-testid="webhook-messages">
          {t('messages')}
        </Button>
        <Button loading={ping.isPending} onClick={() => ping.mutate()} data-testid="webhook-ping">
          {t('ping')}
        </Button>
        <Button loading={act.isPending} onClick={() => act.mutate(pausedAt === null ? 'pause' : 'resume')}>
          {t(pausedAt === null ? 'pause' : 'resume')}
        </Button>
        <Popconfirm
          title={t('confirmRotate')}
          okText={t('rotate')}
          cancelText={t('keep')}
          onConfirm={() => rotate.mutate()}
        >
          <Button loading={rotate.isPending}>{t('rotate')}</Button>
        </Popconfirm>
        <Popconfirm
          title={t('confirm')}
          okText={t('remove')}
          cancelText={t('keep')}
          okButtonProps={{ danger: true }}
          onConfirm={() => remove.mutate()}
        >
          <Button danger loading={remove.isPending}>
            {t('remove')}
          </Button>
        </Popconfirm>
      </div>
      {rotate.data && <SecretModal secret={rotate.data.secret} rotated onClose={() => rotate.reset()} />}
    </Card>
  );
}
