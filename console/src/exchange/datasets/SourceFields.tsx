import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SourceKind } from '../api/sources.ts';

/** The settings of a kind of source. */
export function SourceFields({ kind, hasSecret }: { kind: SourceKind; hasSecret: boolean }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  const kept = hasSecret ? { extra: t('sources.passwordKept') } : {};
  if (kind === 'postgres') {
    return (
      <div className="x-grid">
        <Form.Item name={['settings', 'host']} label={t('sources.host')} rules={needed}>
          <Input maxLength={253} data-testid="source-host" />
        </Form.Item>
        <Form.Item name={['settings', 'port']} label={t('sources.port')} rules={needed}>
          <InputNumber min={1} max={65_535} precision={0} data-testid="source-port" />
        </Form.Item>
        <Form.Item name={['settings', 'database']} label={t('sources.database')} rules={needed}>
          <Input maxLength={63} data-testid="source-database" />
        </Form.Item>
        <Form.Item name={['settings', 'user']} label={t('sources.user')} extra={t('sources.userHint')} rules={needed}>
          <Input maxLength={63} autoComplete="off" data-testid="source-user" />
        </Form.Item>
        <Form.Item name="password" label={t('sources.password')} {...kept}>
          <Input.Password maxLength={1_000} autoComplete="new-password" data-testid="source-password" />
        </Form.Item>
        <Form.Item name={['settings', 'tls']} label={t('sources.tls')}>
          <Select
            data-testid="source-tls"
            options={(['verify', 'require', 'off'] as const).map((value) => ({
              value,
              label: t(`sources.tlsKind.${value}`),
            }))}
          />
        </Form.Item>
      </div>
    );
  }
  if (kind === 'http') {
    return (
      <>
        <Form.Item name={['settings', 'url']} label={t('sources.url')} rules={[...needed, { type: 'url' }]}>
          <Input maxLength={2_000} inputMode="url" />
        </Form.Item>
        <div className="x-grid">
          <Form.Item name={['settings', 'rowsAt']} label={t('sources.rowsAt')} extra={t('sources.rowsAtHint')}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name={['settings', 'nextAt']} label={t('sources.nextAt')}>
            <Input maxLength={500} />
          </Form.Item>
        </div>
        <Form.Item name="headers" label={t('sources.headers')} extra={t('sources.headersHint')}>
          <Input.TextArea rows={2} autoComplete="off" />
        </Form.Item>
      </>
    );
  }
  return (
    <div className="x-grid">
      <Form.Item name={['settings', 'file']} label={t('sources.file')} extra={t('sources.fileHint')} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      {kind === 'csv' && (
        <>
          <Form.Item name={['settings', 'delimiter']} label={t('sources.delimiter')}>
            <Select
              allowClear
              options={[
                { value: ',', label: ',' },
                { value: ';', label: ';' },
                { value: '\t', label: 'Tab' },
                { value: '|', label: '|' },
              ]}
            />
          </Form.Item>
          <Form.Item name={['settings', 'encoding']} label={t('sources.encoding')}>
            <Select
              allowClear
              options={[
                { value: 'utf-8', label: 'UTF-8' },
                { value: 'gb18030', label: 'GB18030' },
              ]}
            />
          </Form.Item>
        </>
      )}
      {kind === 'file' && (
        <Form.Item name={['settings', 'mediaType']} label={t('sources.mediaType')}>
          <Input maxLength={100} placeholder="application/pdf" />
        </Form.Item>
      )}
    </div>
  );
}
