import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { periods, type Terms } from '../api/applications.ts';
import type { ItemType } from '../api/words.ts';
import { beginOf, dayOf, endOf, lastDayOf } from './days.ts';
import { questionPrefix, useItemNames } from './itemNames.ts';
import { RowFields } from './RowFields.tsx';
import { regionCode } from './regionCode.ts';
import { type RowValues, readRows } from './rowValues.ts';
import { useEntry } from './useEntry.ts';
import { useRowsText } from './useRowsText.ts';

/** Terms as a form holds them: days instead of moments. */
export interface TermsValues {
  items: string[];
  fromDay: string;
  toDay: string;
  maxCount: number | null;
  times: number | null;
  period: (typeof periods)[number];
  place?: string;
  /** Conditions beside those that were asked for. */
  rows?: RowValues[];
}

/** Terms for the fields. */
export const toTermsValues = ({ items, from, to, maxCount, frequency, place }: Terms): TermsValues => ({
  items,
  fromDay: dayOf(from),
  toDay: lastDayOf(to),
  maxCount,
  times: frequency?.times ?? null,
  period: frequency?.period ?? 'P1D',
  rows: [],
  ...(place === undefined ? {} : { place }),
});

/** What the fields hold, as terms; a day that was not touched keeps its very moment. */
export function readTerms(values: TermsValues, asked: Terms, known: { name: string; type: ItemType }[]): Terms {
  const { items, fromDay, toDay, maxCount, times, period } = values;
  // Conditions that were asked for stay: without them it would be more.
  const rows = [...(asked.rows ?? []), ...readRows(values.rows, known)];
  return {
    items,
    from: fromDay === dayOf(asked.from) ? asked.from : beginOf(fromDay),
    to: toDay === lastDayOf(asked.to) ? asked.to : endOf(toDay),
    maxCount: maxCount ?? null,
    frequency: times ? { times, period } : null,
    ...(asked.place === undefined ? {} : { place: values.place?.trim() || asked.place }),
    ...(rows.length > 0 ? { rows } : {}),
  };
}

interface TermsFieldsProps {
  /** What was asked for: no more can be given. */
  asked: Terms;
  department: string;
  dataset: string;
}

/** Fields to give less than was asked for. */
export function TermsFields({ asked, department, dataset }: TermsFieldsProps) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const nameOf = useItemNames(department, dataset);
  const known = useEntry(department, dataset)?.terms.items ?? [];
  const rowsText = useRowsText(department, dataset);
  const [least, most] = [dayOf(asked.from), lastDayOf(asked.to)];
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  return (
    <>
      <Form.Item name="items" label={t('act.allowedItems')} rules={needed}>
        <Checkbox.Group className="x-choice" options={asked.items.map((value) => ({ value, label: nameOf(value) }))} />
      </Form.Item>
      {asked.items.some((name) => !name.startsWith(questionPrefix)) && (
        <>
          {asked.rows && asked.rows.length > 0 && (
            <p>
              {t('act.askedRows')} <b>{rowsText(asked.rows)}</b>
            </p>
          )}
          <RowFields items={known.filter(({ sharing }) => sharing !== 'none')} hint={t('act.rowsHint')} />
        </>
      )}
      {asked.place !== undefined && (
        <Form.Item
          name="place"
          label={t('form.place')}
          extra={t('act.placeHint', { place: asked.place })}
          rules={[{ required: true, pattern: regionCode, message: t('form.placeWrong') }]}
        >
          <Input maxLength={12} inputMode="numeric" />
        </Form.Item>
      )}
      <div className="x-grid">
        <Form.Item name="fromDay" label={t('form.fromDay')} rules={needed}>
          <Input type="date" min={least} max={most} />
        </Form.Item>
        <Form.Item name="toDay" label={t('form.toDay')} rules={needed}>
          <Input type="date" min={least} max={most} />
        </Form.Item>
        <Form.Item name="maxCount" label={t('form.maxCount')}>
          <InputNumber min={1} {...(asked.maxCount === null ? {} : { max: asked.maxCount })} precision={0} />
        </Form.Item>
        <Form.Item name="times" label={t('form.times')}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name="period" label={t('form.per')}>
          <Select options={periods.map((value) => ({ value, label: t(`exchange:period.${value}`) }))} />
        </Form.Item>
      </div>
    </>
  );
}
