import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { identifierKinds } from '../api/answers.ts';

/** Who the person is; it is sent in the body of a request and nowhere kept by this page. */
export function PersonFields() {
  const { t } = useTranslation(['xCitizens', 'xAnswers', 'exchange']);
  return (
    <div className="x-grid">
      <Form.Item name="kind" label={t('person.kind')}>
        <Select options={identifierKinds.map((value) => ({ value, label: t(`xAnswers:identifier.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="identifier"
        label={t('person.identifier')}
        rules={[{ required: true, whitespace: true, message: t('exchange:form.needed') }]}
      >
        <Input maxLength={200} autoComplete="off" data-testid="identifier" />
      </Form.Item>
    </div>
  );
}
