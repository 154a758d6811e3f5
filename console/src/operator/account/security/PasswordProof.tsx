import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../Problem.tsx';

export interface PasswordProofProps<Answer> {
  /** People without a password prove themselves by a fresh session alone. */
  hasPassword: boolean;
  action: (password?: string) => Promise<Answer>;
  submit: string;
  onDone: (answer: Answer) => unknown;
  onCancel: () => void;
}

/** Asks for the account's password before something that a borrowed session must not do. */
export function PasswordProof<Answer>({ hasPassword, action, submit, onDone, onCancel }: PasswordProofProps<Answer>) {
  const { t } = useTranslation('security');
  const run = useMutation({ mutationFn: (password?: string) => action(password), onSuccess: onDone });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }: { password?: string }) => run.mutate(password)}
    >
      {hasPassword && (
        <Form.Item
          name="password"
          label={t('secondFactor.password')}
          rules={[{ required: true, message: t('secondFactor.required') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" data-testid="proof-password" />
        </Form.Item>
      )}
      {run.error && <Problem error={run.error} />}
      <div className="form-end">
        <Button onClick={onCancel}>{t('secondFactor.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={run.isPending} data-testid="proof-submit">
          {submit}
        </Button>
      </div>
    </Form>
  );
}
