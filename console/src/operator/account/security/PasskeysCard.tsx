import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input, Modal, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, removePasskey } from '../../../api/account.ts';
import { addPasskey, canUsePasskeys } from '../../../api/passkeys.ts';
import { formatDate } from '../../../format/formatTime.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Problem } from '../../Problem.tsx';
import { methodsQuery } from '../queries.ts';

/** Passkeys: added on this device, listed, removed. */
export function PasskeysCard({ account }: { account: Account }) {
  const { t } = useTranslation('security');
  const language = useLanguage();
  const client = useQueryClient();
  const { data: methods } = useQuery(methodsQuery);
  const [open, setOpen] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['account'] });
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      setOpen(false);
      await refresh();
    },
  });
  const remove = useMutation({ mutationFn: removePasskey, onSuccess: refresh });
  const possible = canUsePasskeys(methods?.passkeyDomain);
  return (
    <Card title={t('passkeys.title')}>
      <div className="stack security-stack">
        <p>{t('passkeys.lead')}</p>
        {account.passkeys.length === 0 && <p className="muted">{t('passkeys.none')}</p>}
        <ul className="security-list">
          {account.passkeys.map(({ id, name, createdAt, backedUp }) => (
            <li key={id}>
              <div>
                <b>{name ?? t('passkeys.title')}</b>{' '}
                <Tag>{t(backedUp ? 'passkeys.backedUp' : 'passkeys.oneDevice')}</Tag>
                {createdAt && (
                  <div className="muted">{t('passkeys.created', { date: formatDate(createdAt, language) })}</div>
                )}
              </div>
              <Popconfirm
                title={t('passkeys.removeConfirm')}
                okText={t('passkeys.remove')}
                cancelText={t('passkeys.cancel')}
                okButtonProps={{ danger: true }}
                onConfirm={() => remove.mutateAsync(id).catch(() => undefined)}
              >
                <Button danger size="small">
                  {t('passkeys.remove')}
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
        {remove.error && <Problem error={remove.error} />}
        {methods && !possible && (
          <p className="muted">{t('passkeys.unavailable', { domain: methods.passkeyDomain })}</p>
        )}
        <div>
          <Button type="primary" disabled={!possible} onClick={() => setOpen(true)} data-testid="add-passkey">
            {t('passkeys.add')}
          </Button>
        </div>
      </div>
      <Modal open={open} title={t('passkeys.add')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Form layout="vertical" requiredMark={false} onFinish={({ name }: { name: string }) => add.mutate(name.trim())}>
          <Form.Item
            name="name"
            label={t('passkeys.name')}
            rules={[{ required: true, whitespace: true, message: t('passkeys.required') }]}
          >
            <Input maxLength={100} placeholder={t('passkeys.namePlaceholder')} autoFocus data-testid="passkey-name" />
          </Form.Item>
          {add.error && <Problem error={add.error} />}
          <div className="form-end">
            <Button onClick={() => setOpen(false)}>{t('passkeys.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={add.isPending} data-testid="passkey-submit">
              {t('passkeys.add')}
            </Button>
          </div>
        </Form>
      </Modal>
    </Card>
  );
}
