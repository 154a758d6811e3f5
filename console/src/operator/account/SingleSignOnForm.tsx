import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { startSingleSignOn } from '../../api/account.ts';
import { Problem } from '../Problem.tsx';

/** Asks where the person belongs, and sends the browser to that organisation's own sign-in. */
export function SingleSignOnForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('account');
  const start = useMutation({
    mutationFn: startSingleSignOn,
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ email }: { email: string }) => start.mutate({ email: email.trim() })}
    >
      <p className="muted">{t('signIn.ssoLead')}</p>
      <Form.Item
        name="email"
        label={t('email')}
        validateTrigger="onBlur"
        rules={[{ required: true, type: 'email', message: t('invalid.email') }]}
      >
        <Input size="large" type="email" autoComplete="username" autoFocus data-testid="sso-email" />
      </Form.Item>
      {start.error && <Problem error={start.error} />}
      <div className="stack account-actions">
        <Button type="primary" size="large" block htmlType="submit" loading={start.isPending} data-testid="submit">
          {t('signIn.ssoGo')}
        </Button>
        <Button type="link" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </div>
    </Form>
  );
}
