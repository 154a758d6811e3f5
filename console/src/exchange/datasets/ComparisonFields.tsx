import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { comparisons } from '../api/questions.ts';

/** How items are compared: `conditions` fix the value, such as a state, so that only rows that fulfil it count; an asker fills in that of `parameters`. */
interface ComparisonFieldsProps {
  name: 'conditions' | 'parameters';
  items: { value: string; label: string }[];
}

/** The items that a question compares. */
export function ComparisonFields({ name: list, items }: ComparisonFieldsProps) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  return (
    <Form.Item label={t(`questions.${list}`)} extra={t(`questions.${list}Hint`)}>
      <Form.List name={list}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="x-row-fields">
                <Form.Item name={[name, 'item']} rules={needed}>
                  <Select options={items} aria-label={t('questions.item')} />
                </Form.Item>
                <Form.Item name={[name, 'comparison']} rules={needed}>
                  <Select
                    aria-label={t('questions.compare')}
                    options={comparisons.map((value) => ({ value, label: t(`questions.comparison.${value}`) }))}
                  />
                </Form.Item>
                {list === 'conditions' && (
                  <Form.Item name={[name, 'value']} rules={needed}>
                    <Input maxLength={200} aria-label={t('questions.value')} placeholder={t('questions.value')} />
                  </Form.Item>
                )}
                <Button onClick={() => remove(name)}>{t('exchange:form.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({ comparison: 'eq' })} disabled={fields.length >= 8}>
              {t(list === 'conditions' ? 'questions.addCondition' : 'questions.addParameter')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
