import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem.ts';
import { signIn } from '../../api/session.ts';
import { Problem } from '../Problem.tsx';

/** E-mail and password. */
export function PasswordForm({ onSignedIn }: { onSignedIn: (answer: Awaited<ReturnType<typeof signIn>>) => unknown }) {
  const { t } = useTranslation('account');
  const enter = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(values: { email: string; password: string }) => enter.mutate(values)}
    >
      <Form.Item
        name="email"
        label={t('email')}
        validateTrigger="onBlur"
        rules={[{ required: true, type: 'email', message: t('invalid.email') }]}
      >
        <Input size="large" type="email" autoComplete="username webauthn" data-testid="email" />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('invalid.required') }]}>
        <Input.Password size="large" autoComplete="current-password" data-testid="password" />
      </Form.Item>
      {enter.error &&
        (problemOf(enter.error).code === 'ALLIANCE_CREDENTIALS_WRONG' ? (
          <Alert type="error" showIcon title={t('signIn.failed')} className="in-card" />
        ) : (
          <Problem error={enter.error} />
        ))}
      <div className="stack account-actions">
        <Button type="primary" size="large" block htmlType="submit" loading={enter.isPending} data-testid="submit">
          {t('signIn.submit')}
        </Button>
        <Link to="/recovery" className="account-link">
          {t('signIn.forgot')}
        </Link>
      </div>
    </Form>
  );
}
