import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TransactionBody } from '../../../api/transactions.ts';
import { AmountField } from './AmountField.tsx';
import { CallFields } from './CallFields.tsx';
import { DeployFields } from './DeployFields.tsx';
import { ToField } from './ToField.tsx';

const kinds = ['transfer', 'call', 'deploy', 'raw'] as const;

/** What a transaction shall do: one of four kinds, each with its fields. */
export function BodyFields() {
  const { t } = useTranslation('outgoing');
  const kind = Form.useWatch<TransactionBody['kind'] | undefined>('kind') ?? 'transfer';
  return (
    <>
      <Form.Item name="kind" label={t('kind')} preserve>
        <Segmented block options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} data-testid="kind" />
      </Form.Item>
      {kind !== 'deploy' && <ToField required={kind !== 'raw'} />}
      {kind === 'call' && <CallFields />}
      {kind === 'deploy' && <DeployFields />}
      {kind === 'raw' && (
        <Form.Item
          name="data"
          label={t('data')}
          validateTrigger="onBlur"
          rules={[{ pattern: /^\s*(0x([0-9a-f]{2})*)?\s*$/i, message: t('badHex') }]}
        >
          <Input.TextArea rows={5} className="mono" spellCheck={false} placeholder="0x" />
        </Form.Item>
      )}
      <AmountField required={kind === 'transfer'} />
    </>
  );
}
