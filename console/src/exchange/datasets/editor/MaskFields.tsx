import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';

const kinds = ['keep', 'pseudonym', 'date', 'number', 'region', 'redact'] as const;

/** What is done to the values of an item before they leave. */
export function MaskFields({ name }: { name: number }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const form = Form.useFormInstance();
  const kind = Form.useWatch(['items', name, 'mask', 'kind'], form) as (typeof kinds)[number] | undefined;
  const sharing = Form.useWatch(['items', name, 'sharing'], form) as string | undefined;
  if (sharing === 'none') return null;
  return (
    <div className="x-grid">
      <Form.Item name={[name, 'mask', 'kind']} label={t('editor.mask')}>
        <Select
          allowClear
          placeholder={t('editor.noMask')}
          options={kinds.map((value) => ({ value, label: t(`exchange:mask.${value}`) }))}
        />
      </Form.Item>
      {kind === 'keep' &&
        (['first', 'last'] as const).map((end) => (
          <Form.Item key={end} name={[name, 'mask', end]} label={t(`editor.${end}`)} initialValue={0}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
        ))}
      {kind === 'date' && (
        <Form.Item name={[name, 'mask', 'to']} label={t('editor.to')}>
          <Select
            options={(['year', 'quarter', 'month'] as const).map((value) => ({
              value,
              label: t(`editor.dateTo.${value}`),
            }))}
          />
        </Form.Item>
      )}
      {kind === 'region' && (
        <Form.Item name={[name, 'mask', 'to']} label={t('editor.to')}>
          <Select
            options={(['province', 'city', 'county'] as const).map((value) => ({
              value,
              label: t(`editor.regionTo.${value}`),
            }))}
          />
        </Form.Item>
      )}
      {kind === 'number' && (
        <Form.Item name={[name, 'mask', 'step']} label={t('editor.step')}>
          <InputNumber min={0} />
        </Form.Item>
      )}
    </div>
  );
}
