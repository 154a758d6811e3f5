import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { Words } from '../api/common.ts';
import type { ItemType } from '../api/words.ts';
import { comparable } from './rowValues.ts';

interface RowFieldsProps {
  items: { name: string; title: Words; type: ItemType }[];
  hint: string;
}

const comparisons = ['eq', 'neq', 'lt', 'lteq', 'gt', 'gteq', 'startsWith'] as const;
const most = 20;

/** Which rows are wanted: those that satisfy all conditions. */
export function RowFields({ items, hint }: RowFieldsProps) {
  const { t } = useTranslation(['xAsking', 'xTransfers', 'exchange']);
  const text = useText();
  const needed = [{ required: true, whitespace: true, message: t('exchange:form.needed') }];
  const options = items
    .filter(({ type }) => comparable(type))
    .map(({ name, title }) => ({ value: name, label: text(title) || name }));
  return (
    <Form.Item label={t('form.rows')} extra={hint}>
      <Form.List name="rows">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="x-grid x-row-fields">
                <Form.Item name={[name, 'column']} rules={needed}>
                  <Select options={options} aria-label={t('one.items')} placeholder={t('one.items')} />
                </Form.Item>
                <Form.Item name={[name, 'is']} rules={needed}>
                  <Select
                    aria-label={t('xTransfers:query.comparison')}
                    options={comparisons.map((value) => ({ value, label: t(`xTransfers:is.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'value']} rules={needed}>
                  <Input
                    maxLength={200}
                    aria-label={t('xTransfers:query.value')}
                    placeholder={t('xTransfers:query.value')}
                  />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('exchange:form.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({ is: 'eq' })} disabled={fields.length >= most} data-testid="add-row-condition">
              {t('form.addRow')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
