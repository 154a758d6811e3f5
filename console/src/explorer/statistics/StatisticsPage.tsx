import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { getStatistics, type Step } from '../api/overview.ts';

const TimeChart = lazy(async () => ({ default: (await import('./TimeChart.tsx')).TimeChart }));

/** What each picture shows; the series of one picture share a unit. */
const charts = [
  { name: 'blocks', metrics: ['blocks', 'offPivotBlocks', 'epochs'] },
  { name: 'transactions', metrics: ['espaceTransactions', 'coreTransactions', 'failedTransactions'] },
  { name: 'activity', metrics: ['logs', 'transfers', 'duplicates'] },
  { name: 'growth', metrics: ['newAccounts', 'contracts'] },
  { name: 'gas', metrics: ['gasUsed'] },
  { name: 'fees', metrics: ['fees'] },
] as const;

/** How far back each step looks, in milliseconds. */
const spans: Record<Step, number> = { minute: 2 * 3_600_000, hour: 7 * 86_400_000, day: 180 * 86_400_000 };

/** The network over time, by the minute, the hour or the day. */
export function StatisticsPage() {
  const { t } = useTranslation(['statistics', 'chain']);
  const navigate = useNavigate();
  const { step = 'minute' } = useSearch({ from: '/explorer/statistics' });
  return (
    <>
      <PageHead
        title={t('chain:nav.statistics')}
        lead={t('lead')}
        actions={
          <Segmented
            value={step}
            onChange={(next) => void navigate({ to: '/explorer/statistics', search: { step: next as Step } })}
            options={[
              { value: 'minute', label: t('step.minute') },
              { value: 'hour', label: t('step.hour') },
              { value: 'day', label: t('step.day') },
            ]}
          />
        }
      />
      <div className="cards">
        {charts.map(({ name, metrics }) => (
          <ChartCard key={name} name={name} metrics={metrics} step={step} />
        ))}
      </div>
    </>
  );
}

type Chart = (typeof charts)[number];

function ChartCard({ name, metrics, step }: { name: Chart['name']; metrics: Chart['metrics']; step: Step }) {
  const { t } = useTranslation('statistics');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['explorer', 'statistics', name, step],
    queryFn: async ({ signal }) => {
      const to = new Date();
      const from = new Date(to.getTime() - spans[step]);
      const range = { step, from: from.toISOString(), to: to.toISOString() };
      return Promise.all(metrics.map((metric) => getStatistics({ metric, ...range }, signal)));
    },
    refetchInterval: 60_000,
  });
  return (
    <Card title={t(`chart.${name}`)} loading={isPending} data-testid={`chart-${name}`}>
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {data && (
        <Suspense fallback={<div className="chart" />}>
          <TimeChart
            label={t(`chart.${name}`)}
            step={step}
            whole={data[0]?.unit === 'count'}
            series={data.map((one, at) => ({ name: t(`metric.${metrics[at] ?? metrics[0]}`), points: one.points }))}
          />
        </Suspense>
      )}
    </Card>
  );
}
