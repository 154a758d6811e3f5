import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../operator/Problem.tsx';
import { suggestItems } from '../../api/datasets.ts';
import { testSource } from '../../api/sources.ts';
import { Card } from '../../parts/Card.tsx';
import { sourcesQuery } from '../sourcesQuery.ts';
import type { DraftValues } from './draftValues.ts';

/** Where the rows come from; it can be tried, and its columns taken as items. */
export function SourceChoice() {
  const { t } = useTranslation('xDatasets');
  const form = Form.useFormInstance<DraftValues>();
  const { data = [] } = useQuery(sourcesQuery);
  const chosen = Form.useWatch(['source', 'source'], form) as string | undefined;
  const kind = data.find(({ id }) => id === chosen)?.kind;
  const reference = () => {
    const { source = '', table } = (form.getFieldValue('source') ?? {}) as { source?: string; table?: string };
    return { id: source, ...(table?.trim() ? { table: table.trim() } : {}) };
  };
  const test = useMutation({ mutationFn: () => testSource(reference()) });
  const take = useMutation({
    mutationFn: () => {
      const { id, ...table } = reference();
      return suggestItems({ source: { source: id, ...table } });
    },
    onSuccess: ({ items }) => {
      const { sharing, level } = form.getFieldsValue(true) as DraftValues;
      const held = new Map((form.getFieldValue('items') as DraftValues['items']).map((item) => [item.name, item]));
      // What the steward wrote of an item that is still there stays.
      form.setFieldValue(
        'items',
        items.map((item) => held.get(item.name) ?? { ...item, sharing, level }),
      );
    },
  });
  const failed = test.error ?? take.error;
  return (
    <Card title={t('editor.source')}>
      <p className="muted">{t('editor.sourceHint')}</p>
      <div className="x-grid">
        <Form.Item name={['source', 'source']} label={t('editor.source')}>
          <Select
            allowClear
            placeholder={t('editor.noSource')}
            data-testid="source-choice"
            options={data.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {kind === 'postgres' && (
          <>
            <Form.Item name={['source', 'table']} label={t('editor.sourceTable')} extra={t('editor.sourceTableHint')}>
              <Input maxLength={130} data-testid="source-table" />
            </Form.Item>
            <Form.Item name={['source', 'cursor']} label={t('editor.cursor')} extra={t('editor.cursorHint')}>
              <Input maxLength={100} />
            </Form.Item>
          </>
        )}
      </div>
      {chosen && (
        <div className="x-actions">
          <Button loading={test.isPending} data-testid="test-source" onClick={() => test.mutate()}>
            {t('editor.test')}
          </Button>
          <Button loading={take.isPending} data-testid="items-from-source" onClick={() => take.mutate()}>
            {t('editor.fromSource')}
          </Button>
        </div>
      )}
      {failed && <Problem error={failed} />}
      {test.data && (
        <Alert
          type="success"
          showIcon
          title={t('editor.tested', { columns: test.data.columns.length, rows: test.data.rows ?? '?' })}
          description={test.data.columns.map(({ name }) => name).join(', ')}
        />
      )}
      {take.data && <Alert type="success" showIcon title={t('editor.replaced', { count: take.data.items.length })} />}
    </Card>
  );
}
