import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The account or contract that a transaction goes to. */
export function ToField({ required }: { required: boolean }) {
  const { t } = useTranslation('outgoing');
  return (
    <Form.Item
      name="to"
      label={t('to')}
      preserve
      {...(required ? {} : { extra: t('toNobody') })}
      validateTrigger="onBlur"
      rules={[
        ...(required ? [{ required: true, whitespace: true, message: t('required') }] : []),
        { pattern: /^\s*(0x[0-9a-f]{40})?\s*$/i, message: t('badAddress') },
      ]}
    >
      <Input className="mono" spellCheck={false} autoComplete="off" placeholder="0x…" data-testid="to" />
    </Form.Item>
  );
}
