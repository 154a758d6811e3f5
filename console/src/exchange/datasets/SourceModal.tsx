import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { changeSource, createSource, type Source, sourceKinds, testSource } from '../api/sources.ts';
import { useChange } from '../parts/useChange.ts';
import { SourceFields } from './SourceFields.tsx';
import { type SourceValues, toSourceDraft, toSourceValues } from './sourceValues.ts';

/** Adds or changes a source; it can be tried before it is kept. */
export function SourceModal({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const [form] = Form.useForm<SourceValues>();
  const kind = Form.useWatch('kind', form) ?? source?.kind ?? 'postgres';
  const table = Form.useWatch('testTable', form);
  const test = useMutation({
    mutationFn: (values: SourceValues) =>
      testSource({ draft: toSourceDraft(values), ...(table?.trim() ? { table: table.trim() } : {}) }),
  });
  const change = useChange(
    (values: SourceValues) =>
      source ? changeSource(source.id, toSourceDraft(values)) : createSource(toSourceDraft(values)),
    onClose,
  );
  const needed = [{ required: true, whitespace: true, message: t('exchange:form.needed') }];
  return (
    <FormModal<SourceValues>
      title={t(source ? 'sources.change' : 'sources.add')}
      submit={t('exchange:form.save')}
      form={form}
      initial={toSourceValues(source)}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <div className="x-grid">
        <Form.Item name="name" label={t('sources.name')} rules={needed}>
          <Input maxLength={100} data-testid="source-name" />
        </Form.Item>
        <Form.Item name="kind" label={t('sources.kind')}>
          <Select
            disabled={source !== null}
            options={sourceKinds.map((value) => ({ value, label: t(`sources.kinds.${value}`) }))}
          />
        </Form.Item>
      </div>
      <SourceFields kind={kind} hasSecret={source?.hasSecret ?? false} />
      {kind === 'postgres' && (
        <Form.Item name="writable" valuePropName="checked">
          <Checkbox>{t('sources.writable')}</Checkbox>
        </Form.Item>
      )}
      {kind === 'postgres' && (
        <Form.Item name="testTable" label={t('sources.testTable')} extra={t('editor.sourceTableHint')}>
          <Input maxLength={130} />
        </Form.Item>
      )}
      <Button
        loading={test.isPending}
        data-testid="test-source"
        onClick={() =>
          void form.validateFields().then(
            (values) => test.mutate(values),
            () => undefined,
          )
        }
      >
        {t('sources.test')}
      </Button>
      {test.error && <Problem error={test.error} />}
      {test.data && (
        <Alert
          type="success"
          showIcon
          title={t('sources.columns', { columns: test.data.columns.length, rows: test.data.rows ?? '?' })}
          description={test.data.columns.map(({ name }) => name).join(', ')}
        />
      )}
    </FormModal>
  );
}
