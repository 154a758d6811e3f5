import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { itemTypes, levels, sharings } from '../../api/words.ts';
import { WordsField } from '../../parts/WordsField.tsx';
import { MaskFields } from './MaskFields.tsx';

/** One item: its column, its names, how far it is shared and how it is masked. */
export function ItemFields({ name, onRemove }: { name: number; onRemove: () => void }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const flags = ['key', 'sensitive', 'required'] as const;
  return (
    <div className="x-item" data-testid="item-fields">
      <div className="x-grid">
        <Form.Item
          name={[name, 'name']}
          label={t('editor.itemName')}
          rules={[{ required: true, whitespace: true, message: t('exchange:form.needed') }]}
        >
          <Input maxLength={63} />
        </Form.Item>
        <Form.Item name={[name, 'type']} label={t('editor.itemType')}>
          <Select options={itemTypes.map((value) => ({ value, label: t(`exchange:itemType.${value}`) }))} />
        </Form.Item>
        <Form.Item name={[name, 'sharing']} label={t('editor.itemSharing')}>
          <Select options={sharings.map((value) => ({ value, label: t(`exchange:sharing.${value}`) }))} />
        </Form.Item>
        <Form.Item name={[name, 'level']} label={t('editor.itemLevel')}>
          <Select options={levels.map((value) => ({ value, label: t(`exchange:level.${value}`) }))} />
        </Form.Item>
      </div>
      <WordsField
        name={[name, 'title']}
        path={['items', name, 'title']}
        label={t('editor.itemTitle')}
        max={200}
        required
      />
      <MaskFields name={name} />
      <div className="x-item-head">
        <span>
          {flags.map((flag) => (
            <Form.Item key={flag} name={[name, flag]} valuePropName="checked" noStyle>
              <Checkbox>{t(`editor.${flag}`)}</Checkbox>
            </Form.Item>
          ))}
        </span>
        <Button size="small" danger onClick={onRemove}>
          {t('exchange:form.remove')}
        </Button>
      </div>
    </div>
  );
}
