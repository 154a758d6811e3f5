import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { WordsField } from '../../parts/WordsField.tsx';

/** What the dataset is called and what it holds. */
export function WhatFields() {
  const { t } = useTranslation('xDatasets');
  return (
    <Card title={t('editor.what')}>
      <WordsField name={['title']} label={t('editor.title')} max={200} required />
      <WordsField name={['description']} label={t('editor.description')} max={4_000} rows={2} required />
      <Form.Item name="keywords" label={t('editor.keywords')} extra={t('editor.keywordsHint')}>
        <Select mode="tags" open={false} maxCount={30} />
      </Form.Item>
    </Card>
  );
}
