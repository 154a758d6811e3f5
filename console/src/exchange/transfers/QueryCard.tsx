import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import type { Grant } from '../api/grants.ts';
import { queryRows, type Transfer } from '../api/transfers.ts';
import { Card } from '../parts/Card.tsx';
import { useChange } from '../parts/useChange.ts';
import { useEntry, useItemName } from '../parts/useEntry.ts';
import { useMay } from '../parts/useMay.ts';
import { CaseField } from './CaseField.tsx';
import { RowsTable } from './RowsTable.tsx';

interface Values {
  caseNumber?: string;
  column?: string;
  is: string;
  value?: string;
  limit: number;
}

const comparisons = ['eq', 'neq', 'lt', 'lteq', 'gt', 'gteq', 'startsWith'] as const;

/** Asks for a few rows under a grant, each time for a case. */
export function QueryCard({ transfer, grant }: { transfer: Transfer; grant: Grant }) {
  const { t } = useTranslation('xTransfers');
  const may = useMay();
  const entry = useEntry(grant.providerSlug, grant.dataset);
  const itemName = useItemName(entry);
  const typeOf = (name: string) => entry?.terms.items?.find((item) => item.name === name)?.type;
  const toValue = (column: string, value: string) => {
    const type = typeOf(column);
    if (type === 'integer' || type === 'number') return Number(value);
    return type === 'boolean' ? value === 'true' : value;
  };
  const query = useChange(({ caseNumber, column, is, value, limit }: Values) =>
    queryRows(transfer.id, {
      purpose: grant.purpose,
      caseNumber: caseNumber?.trim() || null,
      limit,
      ...(column && value ? { filter: { column, is, value: toValue(column, value.trim()) } } : {}),
    }),
  );
  if (!may('exchange:pull')) return <Alert type="info" showIcon title={t('query.mayNot')} />;
  return (
    <Card title={t('query.title')}>
      <p className="muted">{t('query.lead')}</p>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ is: 'eq', limit: 20 }}
        onFinish={(values) => query.mutate(values)}
      >
        <div className="x-grid">
          <CaseField grant={grant} testId="query-case" />
          <Form.Item name="limit" label={t('query.limit')}>
            <InputNumber min={1} max={1_000} />
          </Form.Item>
          <Form.Item name="column" label={t('query.column')}>
            <Select
              allowClear
              options={grant.items.map((value) => ({ value, label: itemName(value) }))}
              placeholder={t('query.everything')}
            />
          </Form.Item>
          <Form.Item name="is" label={t('query.comparison')}>
            <Select options={comparisons.map((value) => ({ value, label: t(`is.${value}`) }))} />
          </Form.Item>
          <Form.Item name="value" label={t('query.value')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={query.isPending} data-testid="query">
          {t('query.submit')}
        </Button>
      </Form>
      {query.error && <Problem error={query.error} />}
      {query.data && <RowsTable answer={query.data} itemName={itemName} />}
    </Card>
  );
}
