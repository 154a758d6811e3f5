import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { askRecovery, completeRecovery } from '../../api/account.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { AccountFrame } from './AccountFrame.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { methodsQuery } from './queries.ts';
import { useFragmentToken } from './useFragmentToken.ts';

/** Asks for the mail, or sets the new password when the mail's link was opened. */
export function RecoveryPage() {
  const token = useFragmentToken();
  return token === null ? <AskForMail /> : <SetNewPassword token={token} />;
}

function AskForMail() {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { data: methods } = useQuery(methodsQuery);
  const ask = useMutation({ mutationFn: askRecovery });
  return (
    <AccountFrame title={t('recovery.title')} lead={t('recovery.lead')}>
      {methods && !methods.mail && (
        <Alert type="warning" showIcon title={t('recovery.noMail')} description={t('recovery.noMailText')} />
      )}
      {ask.isSuccess && (
        <Alert type="success" showIcon title={t('recovery.sent')} description={t('recovery.sentText')} />
      )}
      {methods?.mail && !ask.isSuccess && (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ email }: { email: string }) => ask.mutate({ email: email.trim(), language })}
        >
          <Form.Item
            name="email"
            label={t('email')}
            validateTrigger="onBlur"
            rules={[{ required: true, type: 'email', message: t('invalid.email') }]}
          >
            <Input size="large" type="email" autoComplete="username" data-testid="email" />
          </Form.Item>
          {ask.error && <Problem error={ask.error} />}
          <Button type="primary" size="large" block htmlType="submit" loading={ask.isPending} data-testid="submit">
            {t('recovery.submit')}
          </Button>
        </Form>
      )}
      <Link to="/signin" className="below">
        {t('signIn.back')}
      </Link>
    </AccountFrame>
  );
}

function SetNewPassword({ token }: { token: string }) {
  const { t } = useTranslation('account');
  const complete = useMutation({ mutationFn: completeRecovery });
  return (
    <AccountFrame title={t('recovery.newTitle')} lead={t('recovery.newLead')}>
      {complete.isSuccess ? (
        <>
          <Alert type="success" showIcon title={t('recovery.done')} />
          <Link to="/signin" className="below">
            {t('signIn.title')}
          </Link>
        </>
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ password }: { password: string }) => complete.mutate({ token, password })}
        >
          <NewPasswordFields />
          {complete.error && <Problem error={complete.error} />}
          <Button type="primary" size="large" block htmlType="submit" loading={complete.isPending} data-testid="submit">
            {t('recovery.newSubmit')}
          </Button>
        </Form>
      )}
    </AccountFrame>
  );
}
