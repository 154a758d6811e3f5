import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getStatistics } from '../api/overview.ts';

const minutes = 60;
const box = { width: 220, height: 40 };

/** A metric over the last hour, a point a minute. The minute that still runs is left out, as it would look like a fall. */
export function Sparkline({ metric }: { metric: 'blocks' | 'epochs' | 'transactions' }) {
  const { t } = useTranslation('chain');
  const { data } = useQuery({
    queryKey: ['explorer', 'spark', metric],
    queryFn: ({ signal }) => {
      const to = new Date();
      const from = new Date(to.getTime() - minutes * 60_000);
      return getStatistics({ metric, step: 'minute', from: from.toISOString(), to: to.toISOString() }, signal);
    },
    refetchInterval: 30_000,
  });
  const values = data?.points.slice(0, -1).map(({ value }) => value) ?? [];
  const most = Math.max(1, ...values);
  const at = (value: number, index: number) =>
    `${((index / Math.max(1, values.length - 1)) * box.width).toFixed(1)},${(box.height - 2 - (value / most) * (box.height - 4)).toFixed(1)}`;
  const line = values.map(at).join(' ');
  return (
    <svg className="spark" viewBox={`0 0 ${box.width} ${box.height}`} role="img" preserveAspectRatio="none">
      <title>{t('home.sparkline', { most })}</title>
      {values.length > 1 && (
        <>
          <polygon points={`0,${box.height} ${line} ${box.width},${box.height}`} fill="#e3f0ee" />
          <polyline points={line} fill="none" stroke="#0c655f" strokeWidth="1.6" vectorEffect="non-scaling-stroke" />
        </>
      )}
    </svg>
  );
}
