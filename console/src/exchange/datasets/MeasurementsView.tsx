import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { type ManagedDataset, type Measurement, measureDataset, scheduleMeasuring } from '../api/datasets.ts';
import { MeasuredCard } from '../catalogue/MeasuredCard.tsx';
import { Card } from '../parts/Card.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useChange } from '../parts/useChange.ts';
import { usePercent } from '../parts/usePercent.ts';

/** What was found in the source, when it is looked at, and what was found before. */
export function MeasurementsView({ managed, id }: { managed: ManagedDataset; id: string }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const percent = usePercent();
  const { dataset, published, measuring, measuredNext } = managed;
  const { updateCycle, quality, freshness } = published ?? dataset;
  const measure = useChange(() => measureDataset(id));
  const schedule = useChange((cron: string) => scheduleMeasuring(id, cron || null));
  return (
    <div className="stack">
      <MeasuredCard terms={{ updateCycle, ...(quality ? { quality } : {}), ...(freshness ? { freshness } : {}) }} />
      <Card>
        <div className="x-actions in-card">
          <Button
            type="primary"
            disabled={!dataset.source}
            loading={measure.isPending}
            data-testid="measure"
            onClick={() => measure.mutate()}
          >
            {t('measure.now')}
          </Button>
          {!dataset.source && <span className="muted">{t('preview.noSource')}</span>}
        </div>
        {measure.error && <Problem error={measure.error} />}
        <Form<{ cron?: string }>
          layout="vertical"
          initialValues={{ cron: measuring ?? '' }}
          onFinish={({ cron = '' }) => schedule.mutate(cron.trim())}
        >
          <Form.Item name="cron" label={t('measure.schedule')} extra={t('measure.scheduleHint')}>
            <Input maxLength={100} placeholder="0 20 * * *" style={{ maxWidth: 240 }} />
          </Form.Item>
          {measuredNext && (
            <p className="muted">
              {t('measure.next')} <Time at={measuredNext} />
            </p>
          )}
          {schedule.error && <Problem error={schedule.error} />}
          <Button htmlType="submit" loading={schedule.isPending}>
            {t('exchange:form.save')}
          </Button>
        </Form>
      </Card>
      <Card title={t('measure.history')}>
        <PagedList<Measurement>
          path={`/datasets/${encodeURIComponent(id)}/measurements`}
          keyOf={({ at }) => at}
          empty={t('measure.none')}
        >
          {({ at, version, problem, quality: found }) => (
            <div className="x-meta">
              <Time at={at} />
              <span>{t('version', { version })}</span>
              {problem && <span className="bad">{t('measure.failed', { problem })}</span>}
              {found && (
                <>
                  <span>{t('measure.rows', { rows: found.rows })}</span>
                  <span>{t('measure.complete', { value: percent(found.completeness) })}</span>
                  <span>{t('measure.valid', { value: percent(found.validity) })}</span>
                </>
              )}
            </div>
          )}
        </PagedList>
      </Card>
    </div>
  );
}
