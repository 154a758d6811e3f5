import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/Card.tsx';

/** Who answers for the application; only the provider can read it. */
export function ContactFields() {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const needed = [{ required: true, whitespace: true, message: t('exchange:form.needed') }];
  return (
    <Card title={t('form.who')}>
      <p className="muted">{t('form.whoHint')}</p>
      <div className="x-grid">
        <Form.Item name={['applicant', 'name']} label={t('form.name')} rules={needed}>
          <Input maxLength={100} data-testid="contact-name" />
        </Form.Item>
        <Form.Item name={['applicant', 'office']} label={t('form.office')} rules={needed}>
          <Input maxLength={200} data-testid="contact-office" />
        </Form.Item>
        <Form.Item name={['applicant', 'phone']} label={t('form.phone')}>
          <Input maxLength={50} inputMode="tel" />
        </Form.Item>
      </div>
    </Card>
  );
}
