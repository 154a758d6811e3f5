import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactor, SignedIn } from '../../api/account.ts';
import { Problem } from '../Problem.tsx';

export interface SecondFactorFormProps {
  give: (factor: SecondFactor) => Promise<SignedIn>;
  onDone: () => unknown;
}

/** The code of the authenticator app, or a recovery code instead. */
export function SecondFactorForm({ give, onDone }: SecondFactorFormProps) {
  const { t } = useTranslation('account');
  const [recovering, setRecovering] = useState(false);
  const send = useMutation({ mutationFn: give, onSuccess: onDone });
  const submit = ({ value }: { value: string }) => {
    const text = value.trim();
    send.mutate(recovering ? { recoveryCode: text } : { code: text });
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} key={String(recovering)}>
      <p className="muted">{t(recovering ? 'secondFactor.recoveryLead' : 'secondFactor.lead')}</p>
      <Form.Item
        name="value"
        label={t(recovering ? 'secondFactor.recoveryCode' : 'secondFactor.code')}
        rules={[
          recovering
            ? { required: true, message: t('invalid.required') }
            : { required: true, pattern: /^\s*\d{6}\s*$/, message: t('secondFactor.codeInvalid') },
        ]}
        validateTrigger="onSubmit"
      >
        <Input
          size="large"
          autoFocus
          autoComplete="one-time-code"
          inputMode={recovering ? 'text' : 'numeric'}
          maxLength={32}
          data-testid="second-factor"
        />
      </Form.Item>
      {send.error && <Problem error={send.error} />}
      <div className="stack account-actions">
        <Button type="primary" size="large" block htmlType="submit" loading={send.isPending} data-testid="submit">
          {t('secondFactor.submit')}
        </Button>
        <Button type="link" onClick={() => setRecovering(!recovering)}>
          {t(recovering ? 'secondFactor.useCode' : 'secondFactor.useRecovery')}
        </Button>
      </div>
    </Form>
  );
}
