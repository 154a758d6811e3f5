import './keys.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, DatePicker, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { createKey } from '../../api/keys.ts';
import { Copyable } from '../Copyable.tsx';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { keyScopes } from './keyScopes.ts';

interface Values {
  name: string;
  scopes: string[];
  /** A day of the date picker. */
  expires?: { endOf(unit: 'day'): { toISOString(): string } } | null;
}

/** Makes a key, and shows it the one time that it can be seen. */
export function CreateKey({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('keys');
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: createKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
  const close = () => {
    create.reset();
    onClose();
  };
  const { data: session } = useQuery(sessionQuery);
  // Only keys of the platform itself may operate it.
  const scopes = keyScopes.filter((scope) => scope !== 'operate' || session?.principal?.platform);
  const made = create.data;
  return (
    <Modal
      open={open}
      title={made ? t('shownOnce.title') : t('create')}
      onCancel={close}
      destroyOnHidden
      // A key that is shown once must not vanish because of a click beside the window.
      mask={{ closable: !made }}
      keyboard={!made}
      closable={!made}
      footer={
        made
          ? [
              <Button key="saved" type="primary" data-testid="key-saved" onClick={close}>
                {t('shownOnce.saved')}
              </Button>,
            ]
          : null
      }
    >
      {made ? (
        <div className="stack">
          <Alert type="warning" showIcon title={t('shownOnce.text')} />
          <div className="secret" data-testid="new-key">
            <Copyable text={made.key} full />
          </div>
          <p className="muted">
            {t('shownOnce.usage')} <code>Authorization: Bearer {made.prefix}…</code>
          </p>
        </div>
      ) : (
        <Form
          layout="vertical"
          initialValues={{ scopes: ['capture', 'read'] }}
          onFinish={({ expires, ...key }: Values) =>
            create.mutate(expires ? { ...key, expiresAt: expires.endOf('day').toISOString() } : key)
          }
        >
          <Form.Item
            name="name"
            label={t('name')}
            rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
          >
            <Input placeholder={t('namePlaceholder')} maxLength={80} autoFocus data-testid="key-name" />
          </Form.Item>
          <Form.Item name="scopes" label={t('scopes')}>
            <Checkbox.Group
              className="scope-choices"
              options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="expires" label={t('expires')} extra={t('expiresHint')}>
            <DatePicker
              className="expires"
              disabledDate={(day) => day.endOf('day').valueOf() <= Date.now()}
              data-testid="key-expires"
            />
          </Form.Item>
          {create.error && <Problem error={create.error} />}
          <div className="form-end">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={create.isPending} data-testid="key-submit">
              {t('create')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
