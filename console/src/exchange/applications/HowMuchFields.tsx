import { AutoComplete, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { periods } from '../api/applications.ts';
import type { CatalogEntry } from '../api/catalogue.ts';
import { Card } from '../parts/Card.tsx';
import { chinaToday } from '../parts/days.ts';
import { readLimits } from '../parts/offerLimits.ts';
import { regionCode } from '../parts/regionCode.ts';
import { useJoin } from '../queries.ts';
import type { ApplyValues } from './formValues.ts';

/** How often and how long, beside what the provider publishes. */
export function HowMuchFields({ entry }: { entry: CatalogEntry }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const form = Form.useFormInstance<ApplyValues>();
  const limited = Form.useWatch('limited', form);
  const from = Form.useWatch('fromDay', form);
  const { longestDays, mostRequests, regions } = readLimits(entry.offers[0]);
  const join = useJoin();
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  const mostHint = mostRequests === null ? '' : t('form.most', { times: mostRequests });
  return (
    <Card title={t('form.howMuch')}>
      <Form.Item name="limited" label={t('form.frequency')} extra={t('form.frequencyHint')}>
        <Radio.Group
          options={[
            { value: true, label: t('form.limited') },
            { value: false, label: t('form.unlimited') },
          ]}
        />
      </Form.Item>
      <div className="x-grid">
        {limited && (
          <>
            <Form.Item name="times" label={t('form.times')} rules={needed}>
              <InputNumber min={1} max={1_000_000_000} precision={0} data-testid="times" />
            </Form.Item>
            <Form.Item name="period" label={t('form.per')}>
              <Select options={periods.map((value) => ({ value, label: t(`exchange:period.${value}`) }))} />
            </Form.Item>
          </>
        )}
        <Form.Item name="maxCount" label={t('form.maxCount')} extra={`${t('form.maxCountHint')} ${mostHint}`}>
          <InputNumber min={1} max={Number.MAX_SAFE_INTEGER} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        label={t('form.period')}
        extra={`${t('form.periodHint')} ${longestDays === null ? '' : t('form.longest', { days: longestDays })}`}
      >
        <div className="x-dates">
          <Form.Item name="fromDay" rules={needed} noStyle>
            <Input type="date" aria-label={t('form.fromDay')} />
          </Form.Item>
          <Form.Item name="toDay" rules={needed} noStyle>
            <Input type="date" min={from || chinaToday()} aria-label={t('form.toDay')} data-testid="to-day" />
          </Form.Item>
        </div>
      </Form.Item>
      {regions.length > 0 && (
        <Form.Item
          name="place"
          label={t('form.place')}
          extra={t('form.placeHint', { regions: join(regions) })}
          rules={[{ required: true, pattern: regionCode, message: t('form.placeWrong') }]}
        >
          <AutoComplete options={regions.map((value) => ({ value }))} maxLength={12} data-testid="place" />
        </Form.Item>
      )}
    </Card>
  );
}
