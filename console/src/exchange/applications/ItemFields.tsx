import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { CatalogEntry } from '../api/catalogue.ts';
import { Card } from '../parts/Card.tsx';
import { questionPrefix } from '../parts/itemNames.ts';
import { RowFields } from '../parts/RowFields.tsx';
import type { ApplyValues } from './formValues.ts';
import { questionsFor, waysOf } from './formValues.ts';
import { ItemChoice } from './ItemChoice.tsx';

/** Which items and in which way; what cannot be asked for says why. */
export function ItemFields({ entry }: { entry: CatalogEntry }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const text = useText();
  const form = Form.useFormInstance<ApplyValues>();
  const ways = Form.useWatch('ways', form) ?? [];
  const { items = [] } = entry.terms;
  const questions = questionsFor(ways, entry);
  const shared = items.filter(({ sharing }) => sharing !== 'none').map(({ name }) => name);
  return (
    <Card title={t('form.items')}>
      <Form.Item
        name="ways"
        label={t('form.ways')}
        extra={t('form.waysHint')}
        rules={[{ required: true, message: t('exchange:form.needed') }]}
      >
        <Checkbox.Group
          className="x-choice"
          options={waysOf(entry).map((value) => ({ value, label: t(`exchange:way.${value}`) }))}
        />
      </Form.Item>
      {ways.includes('rows') && (
        <>
          <Form.Item
            name="items"
            label={t('form.items')}
            extra={t('form.itemsHint')}
            rules={[{ required: true, type: 'array', min: 1, message: t('form.itemsNeeded') }]}
          >
            <Checkbox.Group className="x-choice">
              {items.map((item) => (
                <ItemChoice key={item.name} item={item} />
              ))}
            </Checkbox.Group>
          </Form.Item>
          <div className="x-actions in-card">
            <Button size="small" onClick={() => form.setFieldValue('items', shared)}>
              {t('form.all')}
            </Button>
            <Button size="small" onClick={() => form.setFieldValue('items', [])}>
              {t('form.clear')}
            </Button>
          </div>
          <RowFields items={items.filter(({ sharing }) => sharing !== 'none')} hint={t('form.rowsHint')} />
        </>
      )}
      {(ways.includes('answer') || ways.includes('match')) &&
        (questions.length === 0 ? (
          <p className="muted">{t('form.noQuestions')}</p>
        ) : (
          <Form.Item
            name="questions"
            label={t('form.questions')}
            extra={t('form.questionsHint')}
            rules={[{ required: true, type: 'array', min: 1, message: t('form.itemsNeeded') }]}
          >
            <Checkbox.Group
              className="x-choice"
              options={questions.map(({ id, words }) => ({ value: `${questionPrefix}${id}`, label: text(words) }))}
            />
          </Form.Item>
        ))}
    </Card>
  );
}
