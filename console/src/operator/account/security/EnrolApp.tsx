import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmSecondFactor, startSecondFactor } from '../../../api/account.ts';
import { Copyable } from '../../Copyable.tsx';
import { Problem } from '../../Problem.tsx';
import { PasswordProof } from './PasswordProof.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Enrolment = Awaited<ReturnType<typeof startSecondFactor>>;

export interface EnrolAppProps {
  hasPassword: boolean;
  onCancel: () => void;
  onDone: () => unknown;
}

/** Enrols an authenticator app: the password, the picture and its first code, then the recovery codes. */
export function EnrolApp({ hasPassword, onCancel, onDone }: EnrolAppProps) {
  const { t } = useTranslation('security');
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const confirm = useMutation({ mutationFn: confirmSecondFactor });
  if (!enrolment) {
    return (
      <PasswordProof
        hasPassword={hasPassword}
        action={startSecondFactor}
        submit={t('secondFactor.next')}
        onDone={setEnrolment}
        onCancel={onCancel}
      />
    );
  }
  if (confirm.isSuccess) return <RecoveryCodes codes={enrolment.recoveryCodes} onSaved={onDone} />;
  const secret = new URL(enrolment.uri).searchParams.get('secret') ?? '';
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ code }: { code: string }) => confirm.mutate(code.trim())}>
      <div className="stack enrol">
        <p>{t('secondFactor.scan')}</p>
        <QRCode value={enrolment.uri} size={200} bordered={false} className="enrol-code" />
        <details>
          <summary>{t('secondFactor.manual')}</summary>
          <span data-testid="totp-secret">
            <Copyable text={secret} full />
          </span>
        </details>
        <Form.Item
          name="code"
          label={t('secondFactor.code')}
          validateTrigger="onSubmit"
          rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: t('secondFactor.codeInvalid') }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={8} data-testid="totp-code" />
        </Form.Item>
      </div>
      {confirm.error && <Problem error={confirm.error} />}
      <div className="form-end">
        <Button onClick={onCancel}>{t('secondFactor.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={confirm.isPending} data-testid="totp-submit">
          {t('secondFactor.confirm')}
        </Button>
      </div>
    </Form>
  );
}
