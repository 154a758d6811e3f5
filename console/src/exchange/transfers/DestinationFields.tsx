import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listPage } from '../api/common.ts';
import type { Format } from '../api/transfers.ts';
import { useMay } from '../parts/useMay.ts';

interface SourceName {
  id: string;
  name: string;
  kind: string;
  writable: boolean;
}

const intoTables: readonly Format[] = ['xy:pull-csv', 'xy:push', 'xy:stream'];

/** Where the data go: a file to download, or a table of an own database. */
export function DestinationFields({ format }: { format: Format }) {
  const { t } = useTranslation(['xTransfers', 'exchange']);
  const may = useMay();
  const form = Form.useFormInstance();
  const kind = Form.useWatch('kind', form);
  const tables = intoTables.includes(format) && may('exchange:manage-catalogue');
  const { data } = useQuery({
    queryKey: ['exchange', 'writable'],
    queryFn: ({ signal }) => listPage<SourceName>('/sources', { perPage: 100 }, signal),
    enabled: tables,
  });
  const sources = data?.items.filter((one) => one.writable && one.kind === 'postgres') ?? [];
  return (
    <>
      <Form.Item name="kind" label={t('to.label')} hidden={!tables}>
        <Radio.Group
          options={[
            { value: 'file', label: t('to.file') },
            { value: 'table', label: t('to.table'), disabled: sources.length === 0 },
          ]}
        />
      </Form.Item>
      {kind === 'table' && tables ? (
        <div className="x-grid">
          <Form.Item
            name="source"
            label={t('to.source')}
            rules={[{ required: true, message: t('exchange:form.needed') }]}
          >
            <Select options={sources.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item
            name="table"
            label={t('to.tableName')}
            rules={[{ required: true, message: t('exchange:form.needed') }]}
          >
            <Input maxLength={130} placeholder="public.received" />
          </Form.Item>
        </div>
      ) : (
        <Form.Item
          name="name"
          label={t('to.name')}
          extra={t('to.nameHint')}
          rules={[{ required: true, whitespace: true, message: t('exchange:form.needed') }]}
        >
          <Input maxLength={200} placeholder="data.csv" data-testid="file-name" />
        </Form.Item>
      )}
    </>
  );
}
