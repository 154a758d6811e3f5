import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../cooperation/parts/useText.ts';
import type { Words } from '../../api/common.ts';
import { Card } from '../../parts/Card.tsx';
import { CsvModal } from './CsvModal.tsx';
import type { DraftValues } from './draftValues.ts';
import { ItemFields } from './ItemFields.tsx';

const newItem = (sharing: string, level: number) => ({
  name: '',
  title: { zh: '', en: '' },
  type: 'text',
  sharing,
  level,
  sensitive: false,
  key: false,
  required: false,
  mask: null,
  validity: null,
});

/** The columns that others can ask for. */
export function ItemsFields() {
  const { t } = useTranslation('xDatasets');
  const text = useText();
  const form = Form.useFormInstance<DraftValues>();
  const items = (Form.useWatch('items', form) ?? []) as DraftValues['items'];
  const [csv, setCsv] = useState(false);
  const dated = items.filter((item) => item?.type === 'date' || item?.type === 'time');
  return (
    <Card title={t('editor.items')}>
      <p className="muted">{t('editor.itemsHint')}</p>
      <Button className="in-card" onClick={() => setCsv(true)}>
        {t('editor.fromCsv')}
      </Button>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <ItemFields key={key} name={name} onRemove={() => remove(name)} />
            ))}
            <Button
              data-testid="add-item"
              onClick={() => {
                const { sharing, level } = form.getFieldsValue(true) as DraftValues;
                add(newItem(sharing, level));
              }}
            >
              {t('editor.addItem')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item
        name="changeItem"
        label={t('editor.changeItem')}
        extra={t('editor.changeItemHint')}
        style={{ marginTop: 20 }}
      >
        <Select
          allowClear
          options={dated.map(({ name, title }) => ({
            value: name,
            label: `${text(title as Words) || name} (${name})`,
          }))}
        />
      </Form.Item>
      {csv && <CsvModal onItems={(found) => form.setFieldValue('items', found)} onClose={() => setCsv(false)} />}
    </Card>
  );
}
