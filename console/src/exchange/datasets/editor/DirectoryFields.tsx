import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../cooperation/parts/useText.ts';
import { subjects } from '../../api/words.ts';
import { Card } from '../../parts/Card.tsx';
import { WordsField } from '../../parts/WordsField.tsx';
import { dutiesQuery } from '../dutiesQuery.ts';

/** Where the dataset stands in the directory, and who answers for it. */
export function DirectoryFields() {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const text = useText();
  const { data } = useQuery(dutiesQuery);
  const needed = [{ required: true, whitespace: true, message: t('exchange:form.needed') }];
  return (
    <Card title={t('editor.directory')}>
      <div className="x-grid">
        <Form.Item name="duty" label={t('editor.duty')} extra={t('editor.dutyHint')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            data-testid="duty"
            options={(data?.items ?? []).map(({ code, title }) => ({ value: code, label: `${text(title)} · ${code}` }))}
          />
        </Form.Item>
        <Form.Item name="table" label={t('editor.table')} extra={t('editor.tableHint')} rules={needed}>
          <Input maxLength={200} data-testid="table" />
        </Form.Item>
        <Form.Item name="subject" label={t('editor.subject')}>
          <Select options={subjects.map((value) => ({ value, label: t(`exchange:subject.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="region"
          label={t('editor.region')}
          extra={t('editor.regionHint')}
          rules={[...needed, { pattern: /^\d{2,12}$/, message: t('editor.regionHint') }]}
        >
          <Input maxLength={12} inputMode="numeric" data-testid="region" />
        </Form.Item>
      </div>
      <WordsField name={['regionName']} label={t('editor.regionName')} max={100} />
      <WordsField name={['department']} label={t('editor.department')} max={200} required />
      <div className="x-grid">
        <Form.Item name={['contact', 'name']} label={t('editor.contactName')} rules={needed}>
          <Input maxLength={100} data-testid="contact" />
        </Form.Item>
        <Form.Item name={['contact', 'phone']} label={t('editor.phone')}>
          <Input maxLength={25} inputMode="tel" />
        </Form.Item>
        <Form.Item name={['contact', 'email']} label={t('editor.email')} rules={[{ type: 'email' }]}>
          <Input maxLength={254} inputMode="email" />
        </Form.Item>
      </div>
    </Card>
  );
}
