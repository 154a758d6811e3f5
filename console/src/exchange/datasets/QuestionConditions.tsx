import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { comparisons } from '../api/questions.ts';

/** What the steward fixes, such as a state: only rows that fulfil it count. */
export function QuestionConditions({ items }: { items: { value: string; label: string }[] }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  return (
    <Form.Item label={t('questions.conditions')} extra={t('questions.conditionsHint')}>
      <Form.List name="conditions">
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
                <Form.Item name={[name, 'value']} rules={needed}>
                  <Input maxLength={200} aria-label={t('questions.value')} placeholder={t('questions.value')} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('exchange:form.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({ comparison: 'eq' })} disabled={fields.length >= 8}>
              {t('questions.addCondition')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
