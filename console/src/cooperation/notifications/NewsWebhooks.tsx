import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Form, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { Copyable } from '../../operator/Copyable.tsx';
import { FormModal } from '../../operator/FormModal.tsx';
import { Problem } from '../../operator/Problem.tsx';
import {
  actOnWebhook,
  createWebhook,
  listWebhooks,
  type NewsMessage,
  type NewsWebhook,
  removeWebhook,
  rotateSecret,
  type Topic,
  topics,
} from '../api/news.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { useChange } from '../parts/useChange.ts';

/** The addresses of the organisation that are told news. */
export function NewsWebhooks() {
  const { t } = useTranslation('news');
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['cooperation', 'webhooks'],
    queryFn: ({ signal }) => listWebhooks(signal),
    refetchInterval: 10_000,
  });
  return (
    <Card
      title={t('webhooks')}
      loading={isPending}
      extra={
        <Button type="primary" onClick={() => setAdding(true)} data-testid="add-webhook">
          {t('addWebhook')}
        </Button>
      }
    >
      <p className="muted">{t('webhooksText')}</p>
      {error && <Problem error={error} onRetry={refetch} />}
      {data?.length === 0 && <p className="muted">{t('noWebhooks')}</p>}
      <ul className="lines">
        {data?.map((webhook) => (
          <li key={webhook.id}>
            <WebhookLine webhook={webhook} onSecret={setSecret} />
          </li>
        ))}
      </ul>
      {adding && (
        <AddWebhook
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
          }}
        />
      )}
      {secret !== null && (
        <Modal
          open
          title={t('secret')}
          closable={false}
          mask={{ closable: false }}
          footer={
            <Button type="primary" onClick={() => setSecret(null)}>
              {t('secretSaved')}
            </Button>
          }
        >
          <p>{t('secretText')}</p>
          <Copyable text={secret} full />
        </Modal>
      )}
    </Card>
  );
}

function WebhookLine({ webhook, onSecret }: { webhook: NewsWebhook; onSecret: (secret: string) => void }) {
  const { t } = useTranslation(['news', 'common']);
  const [open, setOpen] = useState(false);
  const { id, url, pausedAt, pauseReason, pending, dead } = webhook;
  const act = useChange((step: 'pause' | 'resume' | 'ping' | 'replay') => actOnWebhook(id, step));
  const rotate = useChange(
    () => rotateSecret(id),
    ({ secret }) => onSecret(secret),
  );
  return (
    <div>
      <p className="entry-meta">
        <b className="webhook-address">{url}</b>
        <span className={`chip ${pausedAt ? 'chip-pending' : 'chip-confirmed'}`}>
          {t(pausedAt ? 'paused' : 'active')}
        </span>
        <span>{t('counts', { pending, dead })}</span>
      </p>
      <p className="muted">
        {webhook.topics.map((topic) => t(`topic.${topic}`)).join(t('common:listSeparator'))}
        {pauseReason && ` · ${pauseReason}`}
      </p>
      {(act.error ?? rotate.error) && <Problem error={act.error ?? rotate.error} />}
      <Space wrap>
        <Button size="small" onClick={() => act.mutate('ping')}>
          {t('ping')}
        </Button>
        <Button size="small" onClick={() => act.mutate(pausedAt ? 'resume' : 'pause')}>
          {t(pausedAt ? 'resume' : 'pause')}
        </Button>
        {dead > 0 && (
          <Button size="small" onClick={() => act.mutate('replay')}>
            {t('replay', { count: dead })}
          </Button>
        )}
        <Button size="small" loading={rotate.isPending} onClick={() => rotate.mutate()}>
          {t('rotate')}
        </Button>
        <Button size="small" onClick={() => setOpen(!open)}>
          {t(open ? 'hideMessages' : 'messages')}
        </Button>
        <ConfirmButton room="cooperation" size="small" danger ask={t('confirmRemove')} run={() => removeWebhook(id)}>
          {t('remove')}
        </ConfirmButton>
      </Space>
      {open && (
        <EntryList<NewsMessage>
          path={`/webhooks/${id}/messages`}
          keyOf={(message) => message.id}
          empty={t('noMessages')}
          className="lines"
        >
          {(message) => <MessageLine message={message} />}
        </EntryList>
      )}
    </div>
  );
}

function MessageLine({ message }: { message: NewsMessage }) {
  const { t } = useTranslation('news');
  const language = useLanguage();
  const { type, state, attempts, lastError, createdAt, body } = message;
  return (
    <details className="raw">
      <summary>
        <code>{type}</code>{' '}
        <span className={`chip chip-${{ delivered: 'confirmed', pending: 'pending', dead: 'disputed' }[state]}`}>
          {t(`message.${state}`)}
        </span>{' '}
        <span className="muted">{formatDateTime(createdAt, language)}</span>
      </summary>
      <p className="muted">
        {t('attempts', { count: attempts })}
        {lastError && ` · ${lastError}`}
      </p>
      <pre>{body}</pre>
    </details>
  );
}

function AddWebhook({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const { t } = useTranslation(['news', 'coop']);
  const make = useChange(createWebhook, ({ secret }) => onMade(secret));
  return (
    <FormModal<{ url: string; topics: Topic[] }>
      title={t('addWebhook')}
      submit={t('addWebhook')}
      initial={{ url: '', topics: ['announcements', 'calls', 'own'] }}
      error={make.error}
      pending={make.isPending}
      onSubmit={({ url, topics: wanted }) => make.mutate({ url: url.trim(), topics: wanted })}
      onClose={onClose}
    >
      <Alert type="info" className="in-card" title={t('webhookHint')} />
      <Form.Item
        name="url"
        label={t('address')}
        validateTrigger="onBlur"
        rules={[{ required: true, pattern: /^\s*https?:\/\/\S+\s*$/i, message: t('coop:form.badUrl') }]}
      >
        <Input type="url" maxLength={2000} placeholder="https://erp.example.org/news" spellCheck={false} />
      </Form.Item>
      <Form.Item name="topics" label={t('told')} rules={[{ required: true, message: t('coop:form.needed') }]}>
        <Checkbox.Group className="topics" options={topics.map((value) => ({ value, label: t(`topic.${value}`) }))} />
      </Form.Item>
    </FormModal>
  );
}
