import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The name of a key or wallet; with `optional` the platform finds one. */
export function NameField({ placeholder, optional = false }: { placeholder: string; optional?: boolean }) {
  const { t } = useTranslation('wallets');
  return (
    <Form.Item
      name="name"
      label={t('name')}
      rules={optional ? [] : [{ required: true, whitespace: true, message: t('nameRequired') }]}
    >
      <Input placeholder={placeholder} maxLength={100} autoFocus autoComplete="off" data-testid="wallet-name" />
    </Form.Item>
  );
}
