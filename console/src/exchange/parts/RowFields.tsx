import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { comparisons } from '../api/applications.ts';
import type { Words } from '../api/common.ts';
import type { ItemType } from '../api/words.ts';
import { comparable } from './rowValues.ts';

interface RowFieldsProps {
  items: { name: string; title: Words; type: ItemType }[];
  hint: string;
}

const most = 20;
const mostValues = 100;

/** Which rows are wanted: those that satisfy all conditions. */
export function RowFields({ items, hint }: RowFieldsProps) {
  const { t } = useTranslation(['xAsking', 'xTransfers', 'exchange']);
  const text = useText();
  const form = Form.useFormInstance();
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  const options = items
    .filter(({ type }) => comparable(type))
    .map(({ name, title }) => ({ value: name, label: text(title) || name }));
  return (
    <Form.Item label={t('form.rows')} extra={hint}>
      <Form.List name="rows">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="x-row-fields">
                <Form.Item name={[name, 'column']} rules={needed}>
                  <Select options={options} aria-label={t('one.items')} placeholder={t('one.items')} />
                </Form.Item>
                <Form.Item name={[name, 'is']} rules={needed}>
                  <Select
                    aria-label={t('xTransfers:query.comparison')}
                    options={([...comparisons, 'in'] as const).map((value) => ({
                      value,
                      label: t(`xTransfers:is.${value}`),
                    }))}
                    onChange={() => form.setFieldValue(['rows', name, 'value'], undefined)}
                  />
                </Form.Item>
                <ValueField name={name} />
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

/** The value of a condition, or the values of which the item has one. */
function ValueField({ name }: { name: number }) {
  const { t } = useTranslation(['xTransfers', 'exchange']);
  const isList = Form.useWatch(['rows', name, 'is']) === 'in';
  const message = t('exchange:form.needed');
  return (
    <Form.Item
      name={[name, 'value']}
      rules={[
        isList ? { required: true, type: 'array', min: 1, message } : { required: true, whitespace: true, message },
      ]}
    >
      {isList ? (
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={mostValues}
          tokenSeparators={[',', '，', '、']}
          aria-label={t('query.values')}
          placeholder={t('query.values')}
        />
      ) : (
        <Input maxLength={200} aria-label={t('query.value')} placeholder={t('query.value')} />
      )}
    </Form.Item>
  );
}
