import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const shortestPassword = 10;

/** A new password, twice. */
export function NewPasswordFields() {
  const { t } = useTranslation('account');
  return (
    <>
      <Form.Item
        name="password"
        label={t('password')}
        extra={t('passwordHint')}
        validateTrigger="onBlur"
        rules={[{ required: true, min: shortestPassword, message: t('invalid.password') }]}
      >
        <Input.Password size="large" autoComplete="new-password" data-testid="password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('passwordAgain')}
        dependencies={['password']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, value: unknown) => {
              if (value !== getFieldValue('password')) throw new Error(t('invalid.passwordAgain'));
            },
          }),
        ]}
      >
        <Input.Password size="large" autoComplete="new-password" data-testid="password-again" />
      </Form.Item>
    </>
  );
}
