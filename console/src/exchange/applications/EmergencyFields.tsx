import { Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/Card.tsx';
import type { ApplyValues } from './formValues.ts';

/** Asks for data at once because waiting would do harm. */
export function EmergencyFields() {
  const { t } = useTranslation('xAsking');
  const form = Form.useFormInstance<ApplyValues>();
  const on = Form.useWatch('isEmergency', form);
  return (
    <Card
      title={t('form.emergency')}
      extra={
        <Form.Item name="isEmergency" noStyle>
          <Switch aria-label={t('form.emergency')} />
        </Form.Item>
      }
    >
      <p className="muted">{t('form.emergencyHint')}</p>
      {on && (
        <Form.Item
          name="ground"
          label={t('form.emergencyGround')}
          extra={t('form.emergencyGroundHint')}
          rules={[{ required: true, whitespace: true, min: 5, message: t('form.emergencyGroundHint') }]}
        >
          <Input.TextArea rows={3} maxLength={2_000} />
        </Form.Item>
      )}
    </Card>
  );
}
