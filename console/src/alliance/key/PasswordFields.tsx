import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The password that a key is locked with, typed twice. */
export function PasswordFields() {
  const { t } = useTranslation('votingKey');
  return (
    <>
      <Form.Item
        name="password"
        label={t('password')}
        extra={t('passwordHint')}
        rules={[{ required: true, min: 10, message: t('passwordShort') }]}
      >
        <Input.Password autoComplete="new-password" data-testid="key-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('passwordAgain')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, typed: string | undefined) => {
              if (typed !== getFieldValue('password')) throw new Error(t('passwordDiffers'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" data-testid="key-password-again" />
      </Form.Item>
    </>
  );
}
