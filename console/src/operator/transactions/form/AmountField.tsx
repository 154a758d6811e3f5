import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseUnits } from './units.ts';

/** An amount in whole coins, exact to the last of its 18 digits. */
export function AmountField({ required, name = 'amount' }: { required: boolean; name?: 'amount' | 'feeBudget' }) {
  const { t } = useTranslation('outgoing');
  return (
    <Form.Item
      name={name}
      label={t(name)}
      {...(name === 'feeBudget' ? { extra: t('feeBudgetHint') } : {})}
      validateTrigger="onBlur"
      rules={[
        ...(required ? [{ required: true, whitespace: true, message: t('required') }] : []),
        {
          validator: async (_, typed: string | undefined) => {
            if (typed?.trim() && parseUnits(typed, 18) === null) throw new Error(t('badAmount'));
          },
        },
      ]}
    >
      <Input
        inputMode="decimal"
        suffix="CFX"
        placeholder={required ? '1.5' : '0'}
        autoComplete="off"
        data-testid={name}
      />
    </Form.Item>
  );
}
