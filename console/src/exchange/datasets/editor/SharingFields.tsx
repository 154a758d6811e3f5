import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { levels, methods, sharings, updateCycles } from '../../api/words.ts';
import { Card } from '../../parts/Card.tsx';
import { WordsField } from '../../parts/WordsField.tsx';
import type { DraftValues } from './draftValues.ts';

/** How far, in which ways and how often. What one choice needs is asked for only then. */
export function SharingFields() {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const form = Form.useFormInstance<DraftValues>();
  const sharing = Form.useWatch('sharing', form);
  return (
    <Card title={t('editor.sharing')}>
      <Form.Item name="sharing" label={t('editor.sharingType')}>
        <Radio.Group className="x-choice">
          {sharings.map((value) => (
            <Radio key={value} value={value} data-testid={`sharing-${value}`}>
              {t(`exchange:sharing.${value}`)}
              <small className="x-hint">{t(`exchange:sharingMeaning.${value}`)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {sharing === 'none' && (
        <Form.Item
          name="legalGround"
          label={t('editor.legalGround')}
          extra={t('editor.legalGroundHint')}
          rules={[{ required: true, whitespace: true, message: t('exchange:form.needed') }]}
        >
          <Input.TextArea rows={2} maxLength={1_000} />
        </Form.Item>
      )}
      {sharing !== 'unconditional' && (
        <WordsField
          name={['conditions']}
          label={t('editor.conditions')}
          hint={t('editor.conditionsHint')}
          max={2_000}
          rows={2}
          required
        />
      )}
      {sharing !== 'none' && (
        <Form.Item
          name="methods"
          label={t('editor.methods')}
          rules={[{ required: true, type: 'array', min: 1, message: t('exchange:form.needed') }]}
        >
          <Checkbox.Group options={methods.map((value) => ({ value, label: t(`exchange:method.${value}`) }))} />
        </Form.Item>
      )}
      <div className="x-grid">
        <Form.Item name="level" label={t('editor.level')}>
          <Select options={levels.map((value) => ({ value, label: t(`exchange:level.${value}`) }))} />
        </Form.Item>
        <Form.Item name="updateCycle" label={t('editor.cycle')}>
          <Select options={updateCycles.map((value) => ({ value, label: t(`exchange:cycle.${value}`) }))} />
        </Form.Item>
      </div>
    </Card>
  );
}
