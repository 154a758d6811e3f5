import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { QuestionParameter } from '../api/answers.ts';

/** One thing to fill in of a question. */
export function ParameterField({ parameter }: { parameter: QuestionParameter }) {
  const { t } = useTranslation(['xAnswers', 'exchange']);
  const text = useText();
  const { name, words, type, required, values } = parameter;
  const choices = values?.map((value) => ({ value: value as string, label: String(value) }));
  const yesNo = [
    { value: true as never, label: t('says.yes') },
    { value: false as never, label: t('says.no') },
  ];
  return (
    <Form.Item
      name={['parameters', name]}
      label={text(words)}
      rules={required ? [{ required: true, message: t('exchange:form.needed') }] : []}
    >
      {choices || type === 'boolean' ? (
        <Select allowClear={!required} options={choices ?? yesNo} />
      ) : type === 'integer' || type === 'number' ? (
        <InputNumber {...(type === 'integer' ? { precision: 0 } : {})} />
      ) : type === 'date' ? (
        <DatePicker />
      ) : (
        <Input maxLength={200} autoComplete="off" data-testid={`parameter-${name}`} />
      )}
    </Form.Item>
  );
}
