import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { outcomes, recordKinds } from '../api/audit.ts';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';
import { useConnectorDid } from '../parts/useConnectorDid.ts';
import { useOwnDepartment } from '../queries.ts';
import type { RecordsSearch } from '../usingSearches.ts';
import { useKindName } from './RecordTags.tsx';

interface Values {
  period?: [Dayjs, Dayjs] | null;
  kind?: string;
  outcome?: string;
  department?: string;
  purpose?: string;
  caseNumber?: string;
  agreement?: string;
  dataset?: string;
  subject?: string;
}

const texts = ['purpose', 'caseNumber', 'agreement', 'dataset', 'subject'] as const;

/** What is looked for in the records. */
export function RecordFilters({ search }: { search: RecordsSearch }) {
  const { t } = useTranslation('xAudit');
  const navigate = useNavigate();
  const own = useOwnDepartment();
  const kindName = useKindName();
  const { didOf, slugOf } = useConnectorDid();
  const submit = ({ period, department, ...rest }: Values) => {
    const [from, until] = period ?? [];
    const all = {
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value?.trim() || undefined])),
      counterparty: department ? didOf(department) : undefined,
      from: from?.startOf('day').toISOString(),
      until: until?.endOf('day').toISOString(),
    };
    void navigate({ to: '/exchange/audit', search: all as never });
  };
  const period: Values['period'] = search.from && search.until ? [dayjs(search.from), dayjs(search.until)] : null;
  return (
    <Form<Values>
      key={JSON.stringify(search)}
      layout="vertical"
      initialValues={{ ...search, period, department: search.counterparty && slugOf(search.counterparty) }}
      onFinish={submit}
    >
      <div className="x-grid">
        <Form.Item name="period" label={t('filter.period')}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="kind" label={t('filter.kind')}>
          <Select allowClear options={recordKinds.map((value) => ({ value, label: kindName(value) }))} />
        </Form.Item>
        <Form.Item name="outcome" label={t('filter.outcome')}>
          <Select allowClear options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
        </Form.Item>
        <Form.Item name="department" label={t('filter.counterparty')}>
          <DepartmentSelect allowClear except={own} />
        </Form.Item>
        {texts.map((name) => (
          <Form.Item key={name} name={name} label={t(`filter.${name}`)}>
            <Input maxLength={500} allowClear data-testid={`filter-${name}`} />
          </Form.Item>
        ))}
      </div>
      <div className="x-actions">
        <Button type="primary" htmlType="submit" data-testid="search-records">
          {t('filter.search')}
        </Button>
        <Button onClick={() => void navigate({ to: '/exchange/audit', search: {} })}>{t('filter.reset')}</Button>
      </div>
    </Form>
  );
}
