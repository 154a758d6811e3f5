import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Everything that the own organisation may see, as a standard document or a table. */
export function ExportCard() {
  const { t } = useTranslation('imports');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const href = (format: string) => {
    const query = new URLSearchParams({ format });
    // A day of the reader, from its beginning to its end.
    if (from !== '') query.set('GE_eventTime', new Date(`${from}T00:00:00`).toISOString());
    if (until !== '')
      query.set('LT_eventTime', new Date(new Date(`${until}T00:00:00`).getTime() + 86_400_000).toISOString());
    return `/api/trace/export?${query}`;
  };
  return (
    <Card title={t('export.title')}>
      <p className="muted">{t('export.lead')}</p>
      <div className="export-days">
        <label>
          <span>{t('export.from')}</span>
          <input type="date" value={from} max={until || undefined} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          <span>{t('export.until')}</span>
          <input type="date" value={until} min={from || undefined} onChange={({ target }) => setUntil(target.value)} />
        </label>
      </div>
      <div className="template-files">
        {(['json', 'xml', 'csv'] as const).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            href={href(format)}
            download
            data-testid={`export-${format}`}
          >
            {t(`export.${format}`)}
          </Button>
        ))}
      </div>
    </Card>
  );
}
