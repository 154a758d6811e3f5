import { useMutation } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { type Dataset, previewDataset } from '../api/datasets.ts';
import { Card } from '../parts/Card.tsx';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';

/** What a consumer would really get: the first rows, with every mask and row filter applied. */
export function PreviewView({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const text = useText();
  const [consumer, setConsumer] = useState<string>();
  const look = useMutation({
    mutationFn: () => previewDataset({ dataset: dataset.id, rows: 10, ...(consumer ? { consumer } : {}) }),
  });
  if (!dataset.source) return <p className="muted">{t('preview.noSource')}</p>;
  const titles = new Map(dataset.items.map(({ name, title }) => [name, title]));
  const rows = look.data?.rows.map((row, index) => ({ ...row, ' row': index })) ?? [];
  return (
    <Card>
      <p className="muted">{t('preview.lead')}</p>
      <div className="x-filters">
        <DepartmentSelect
          allowClear
          value={consumer ?? null}
          placeholder={t('preview.consumer')}
          aria-label={t('preview.consumer')}
          except={dataset.participant}
          onChange={(slug: string | undefined) => setConsumer(slug)}
        />
        <Button type="primary" loading={look.isPending} data-testid="preview" onClick={() => look.mutate()}>
          {t('preview.show')}
        </Button>
        <span className="muted">{t('preview.consumerHint')}</span>
      </div>
      {look.error && <Problem error={look.error} />}
      {look.data && rows.length === 0 && <p className="muted">{t('preview.none')}</p>}
      {look.data && rows.length > 0 && (
        <Table<Record<string, unknown>>
          size="small"
          dataSource={rows}
          rowKey=" row"
          pagination={false}
          scroll={{ x: 'max-content' }}
          data-testid="preview-rows"
          columns={look.data.columns.map(({ name, mask }) => ({
            key: name,
            title: (
              <>
                {text(titles.get(name)) || name}
                <br />
                <small className="muted">{mask ? t(`exchange:mask.${mask as 'keep'}`) : t('exchange:noMask')}</small>
              </>
            ),
            render: (_, row) => {
              const value = row[name];
              return value === null || value === undefined
                ? '—'
                : typeof value === 'object'
                  ? JSON.stringify(value)
                  : String(value);
            },
          }))}
        />
      )}
    </Card>
  );
}
