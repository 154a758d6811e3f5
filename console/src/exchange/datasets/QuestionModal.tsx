import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { FormModal } from '../../operator/FormModal.tsx';
import type { Words } from '../api/common.ts';
import type { Dataset } from '../api/datasets.ts';
import {
  type comparisons,
  declareQuestion,
  type QuestionDraft,
  type QuestionKind,
  questionKinds,
} from '../api/questions.ts';
import { readValue } from '../parts/rowValues.ts';
import { useChange } from '../parts/useChange.ts';
import { WordsField } from '../parts/WordsField.tsx';
import { ComparisonFields } from './ComparisonFields.tsx';

interface Values {
  id: string;
  words: Words;
  kind: QuestionKind;
  item?: string;
  parameters?: { item: string; comparison: (typeof comparisons)[number] }[];
  values?: string[];
  low?: number | null;
  high?: number | null;
  step?: number | null;
  conditions?: { item: string; comparison: (typeof comparisons)[number]; value: string }[];
  percent?: number | null;
  reveal?: boolean;
}

const readsItem: QuestionKind[] = ['value', 'sum', 'average', 'histogram'];
/** Both languages are needed of what others read; one that is missing is the other. */
const both = ({ zh = '', en = '' }: Partial<Words>): Words => ({
  zh: zh.trim() || en.trim(),
  en: en.trim() || zh.trim(),
});

function toDraft(values: Values, dataset: Dataset): QuestionDraft {
  const { id, kind, item, parameters = [], conditions = [], values: allowed = [], low, high, step } = values;
  const titles = new Map(dataset.items.map((one) => [one.name, one]));
  return {
    id: id.trim(),
    dataset: dataset.id,
    kind,
    words: both(values.words),
    ...(readsItem.includes(kind) && item ? { item } : {}),
    parameters: parameters.map(({ item: name, comparison }, index) => {
      const { type = 'text', title = { zh: name, en: name } } = titles.get(name) ?? {};
      const kept = type === 'time' ? 'date' : type === 'json' ? 'text' : type;
      return { name: `p${index + 1}`, words: both(title), item: name, comparison, type: kept, required: true };
    }),
    ...(conditions.length > 0
      ? {
          conditions: conditions.map((one) => ({
            ...one,
            value: readValue(one.value, titles.get(one.item)?.type),
          })),
        }
      : {}),
    ...(kind === 'matchRate' && typeof values.percent === 'number' ? { threshold: values.percent / 100 } : {}),
    ...(kind === 'match' && values.reveal ? { reveal: true } : {}),
    ...(allowed.length > 0 ? { values: allowed } : {}),
    ...(typeof low === 'number' && typeof high === 'number' ? { bounds: { low, high } } : {}),
    ...(typeof step === 'number' ? { step } : {}),
  };
}

/** Publishes a question about a dataset. */
export function QuestionModal({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const text = useText();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const change = useChange((values: Values) => declareQuestion(toDraft(values, dataset)), onClose);
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  const items = dataset.items.map(({ name, title }) => ({ value: name, label: `${text(title)} (${name})` }));
  const isMatch = kind === 'match' || kind === 'matchRate';
  return (
    <FormModal<Values>
      title={t('questions.add')}
      submit={t('questions.add')}
      form={form}
      initial={{ kind: 'holds', words: { zh: '', en: '' } }}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="id" label={t('questions.id')} extra={t('questions.idHint')} rules={needed}>
        <Input maxLength={63} data-testid="question-id" />
      </Form.Item>
      <WordsField name={['words']} label={t('questions.words')} max={500} required />
      <Form.Item name="kind" label={t('questions.kind')}>
        <Select options={questionKinds.map((value) => ({ value, label: t(`questions.kinds.${value}`) }))} />
      </Form.Item>
      {kind && readsItem.includes(kind) && (
        <Form.Item name="item" label={t('questions.item')} extra={t('questions.itemHint')} rules={needed}>
          <Select options={items} />
        </Form.Item>
      )}
      {(kind === 'sum' || kind === 'average') && (
        <div className="x-grid">
          <Form.Item name="low" label={t('questions.comparison.gteq')}>
            <InputNumber />
          </Form.Item>
          <Form.Item name="high" label={t('questions.comparison.lteq')}>
            <InputNumber />
          </Form.Item>
        </div>
      )}
      {kind === 'value' && (
        <Form.Item name="values" label={t('questions.comparison.eq')}>
          <Select mode="tags" open={false} />
        </Form.Item>
      )}
      {kind === 'histogram' && (
        <Form.Item name="step" label={t('editor.step')}>
          <InputNumber min={0} />
        </Form.Item>
      )}
      {kind === 'matchRate' && (
        <Form.Item name="percent" label={t('questions.percent')} extra={t('questions.percentHint')} rules={needed}>
          <InputNumber min={1} max={100} precision={0} suffix="%" />
        </Form.Item>
      )}
      {kind === 'match' && (
        <Form.Item name="reveal" valuePropName="checked" extra={t('questions.revealHint')}>
          <Checkbox>{t('questions.reveal')}</Checkbox>
        </Form.Item>
      )}
      {!isMatch && <ComparisonFields name="parameters" items={items} />}
      <ComparisonFields name="conditions" items={items} />
    </FormModal>
  );
}
