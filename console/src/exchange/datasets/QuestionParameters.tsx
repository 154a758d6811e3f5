import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { comparisons } from '../api/questions.ts';

/** What an asker fills in: each is compared with an item. */
export function QuestionParameters({ items }: { items: { value: string; label: string }[] }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  return (
    <Form.Item label={t('questions.parameters')} extra={t('questions.parametersHint')}>
      <Form.List name="parameters">
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
                <Button onClick={() => remove(name)}>{t('exchange:form.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({ comparison: 'eq' })} disabled={fields.length >= 8}>
              {t('questions.addParameter')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
