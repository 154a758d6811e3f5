import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, changePassword } from '../../../api/account.ts';
import { Problem } from '../../Problem.tsx';

interface Values {
  current: string;
  next: string;
}

/** Changes the password. */
export function PasswordCard({ account }: { account: Account }) {
  const { t } = useTranslation('security');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => changePassword({ currentPassword: current, newPassword: next }),
    onSuccess: async () => {
      setOpen(false);
      void message.success(t('password.changed'));
      await client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const required = { required: true, message: t('password.required') };
  return (
    <Card title={t('password.title')}>
      <p>{t(account.hasPassword ? 'password.set' : 'password.none')}</p>
      {account.hasPassword && (
        <Button onClick={() => setOpen(true)} data-testid="change-password">
          {t('password.change')}
        </Button>
      )}
      <Modal open={open} title={t('password.change')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Form layout="vertical" requiredMark={false} onFinish={(values: Values) => change.mutate(values)}>
          <Form.Item name="current" label={t('password.current')} rules={[required]}>
            <Input.Password autoComplete="current-password" data-testid="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={t('password.next')}
            extra={t('password.hint')}
            validateTrigger="onBlur"
            rules={[{ required: true, min: 10, message: t('password.short') }]}
          >
            <Input.Password autoComplete="new-password" data-testid="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={t('password.again')}
            dependencies={['next']}
            validateTrigger="onBlur"
            rules={[
              ({ getFieldValue }) => ({
                validator: async (_, value: unknown) => {
                  if (value !== getFieldValue('next')) throw new Error(t('password.differ'));
                },
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" data-testid="new-password-again" />
          </Form.Item>
          {change.error && <Problem error={change.error} />}
          <div className="form-end">
            <Button onClick={() => setOpen(false)}>{t('password.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={change.isPending} data-testid="password-submit">
              {t('password.change')}
            </Button>
          </div>
        </Form>
      </Modal>
    </Card>
  );
}
