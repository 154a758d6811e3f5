import { Collapse, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountField } from './AmountField.tsx';

/** What the platform finds by itself unless it is told. */
export function MoreFields({ withBudget }: { withBudget: boolean }) {
  const { t } = useTranslation('outgoing');
  return (
    <Collapse
      ghost
      className="sent-more"
      items={[
        {
          key: 'more',
          label: t('more'),
          // Fields that are not rendered are neither checked nor sent.
          forceRender: true,
          children: (
            <div className="form-row">
              <Form.Item
                name="gas"
                label={t('gasLimit')}
                extra={t('gasLimitHint')}
                rules={[{ pattern: /^\s*([1-9]\d{0,12})?\s*$/, message: t('badGas') }]}
              >
                <Input inputMode="numeric" autoComplete="off" />
              </Form.Item>
              {withBudget && <AmountField name="feeBudget" required={false} />}
            </div>
          ),
        },
      ]}
    />
  );
}
