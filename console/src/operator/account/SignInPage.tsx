import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem.ts';
import { signIn } from '../../api/session.ts';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { AccountFrame } from './AccountFrame.tsx';

/** E-mail and password. */
export function SignInPage() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      await client.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  if (session?.principal) return <Navigate to="/" />;
  return (
    <AccountFrame title={t('signIn.title')} lead={t('signIn.lead')}>
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
          <Input size="large" type="email" autoComplete="username" data-testid="email" />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('invalid.required') }]}>
          <Input.Password size="large" autoComplete="current-password" data-testid="password" />
        </Form.Item>
        {enter.error &&
          (problemOf(enter.error).status === 401 ? (
            <Alert type="error" showIcon title={t('signIn.failed')} className="in-card" />
          ) : (
            <Problem error={enter.error} />
          ))}
        <Button type="primary" size="large" block htmlType="submit" loading={enter.isPending} data-testid="submit">
          {t('signIn.submit')}
        </Button>
      </Form>
    </AccountFrame>
  );
}
