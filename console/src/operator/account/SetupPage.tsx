import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setUp, signIn } from '../../api/session.ts';
import { readSetupToken } from '../../links/readSetupToken.ts';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';

/** Makes the first operator with the one-time token of the link's fragment, which no request ever carries. */
export function SetupPage() {
  const { t } = useTranslation(['account', 'shell']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(() => readSetupToken(window.location.hash));
  const { data: session } = useQuery(sessionQuery);
  // The token must not stay in the address bar or the history, where somebody else could read it.
  useEffect(() => {
    if (token !== null) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);
  const create = useMutation({
    mutationFn: async (values: { name: string; email: string; password: string }) => {
      await setUp({
        token: token ?? '',
        name: values.name.trim(),
        email: values.email.trim(),
        password: values.password,
      });
      await signIn({ email: values.email.trim(), password: values.password });
    },
    onSuccess: async () => {
      await client.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  if (session && !session.setupNeeded && !create.isPending) {
    return (
      <AccountFrame title={t('setup.done')} lead={t('setup.doneText')}>
        <Link to="/signin">{t('shell:session.signIn')}</Link>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('setup.title')} lead={t('setup.lead')}>
      {token === null ? (
        <Alert type="warning" showIcon title={t('setup.noToken')} description={t('setup.noTokenText')} />
      ) : (
        <Form layout="vertical" requiredMark={false} onFinish={create.mutate}>
          <Form.Item
            name="name"
            label={t('name')}
            rules={[{ required: true, whitespace: true, message: t('invalid.name') }]}
          >
            <Input size="large" autoComplete="name" maxLength={80} data-testid="name" />
          </Form.Item>
          <Form.Item
            name="email"
            label={t('email')}
            validateTrigger="onBlur"
            rules={[{ required: true, type: 'email', message: t('invalid.email') }]}
          >
            <Input size="large" type="email" autoComplete="username" data-testid="email" />
          </Form.Item>
          <NewPasswordFields />
          {create.error && <Problem error={create.error} />}
          <Button type="primary" size="large" block htmlType="submit" loading={create.isPending} data-testid="submit">
            {t('setup.submit')}
          </Button>
        </Form>
      )}
    </AccountFrame>
  );
}
