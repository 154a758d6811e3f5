import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { outcomes, recordKinds } from '../api/audit.ts';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';
import { useConnectorDid } from '../parts/useConnectorDid.ts';
import { useOwnDepartment } from '../queries.ts';
import type { RecordsSearch } from '../usingSearches.ts';
import { useKindName } from './RecordTags.tsx';

interface Values {
  first?: string;
  last?: string;
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

/** The reader's day of an instant, YYYY-MM-DD. */
function dayOf(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** What is looked for in the records. */
export function RecordFilters({ search }: { search: RecordsSearch }) {
  const { t } = useTranslation('xAudit');
  const navigate = useNavigate();
  const own = useOwnDepartment();
  const kindName = useKindName();
  const { didOf, slugOf } = useConnectorDid();
  const submit = ({ first, last, department, ...rest }: Values) => {
    const all = {
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value?.trim() || undefined])),
      counterparty: department ? didOf(department) : undefined,
      from: first ? new Date(`${first}T00:00:00`).toISOString() : undefined,
      until: last ? new Date(`${last}T23:59:59.999`).toISOString() : undefined,
    };
    void navigate({ to: '/exchange/audit', search: all as never });
  };
  return (
    <Form<Values>
      className="x-record-filters"
      key={JSON.stringify(search)}
      layout="vertical"
      initialValues={{
        ...search,
        first: search.from && dayOf(search.from),
        last: search.until && dayOf(search.until),
        department: search.counterparty && slugOf(search.counterparty),
      }}
      onFinish={submit}
    >
      <div className="x-grid">
        <Form.Item name="first" label={t('filter.from')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="last" label={t('filter.until')}>
          <Input type="date" />
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
