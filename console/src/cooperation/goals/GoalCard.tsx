import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { GoalProgress } from '../api/goals.ts';
import { formatYuanShort } from '../parts/money.ts';
import { useText } from '../parts/useText.ts';

const GoalChart = lazy(async () => ({ default: (await import('./GoalChart.tsx')).GoalChart }));

const parts = ['confirmed', 'unconfirmed', 'disputed'] as const;
const colours = { confirmed: '#18704a', unconfirmed: '#d9a441', disputed: '#b3261e' };

/** Share of a target in percent, with one decimal, from numbers of any size. */
function shareOf(amount: string, target: string): number {
  return Number((BigInt(amount) * 1_000n) / BigInt(target)) / 10;
}

/** How far the alliance is with one goal: what others confirmed counts; what is only claimed is shown as that. */
export function GoalCard({ goal }: { goal: GoalProgress }) {
  const { t } = useTranslation('goals');
  const language = useLanguage();
  const text = useText();
  const { counts, target, confirmed, claims, outside, months } = goal;
  const isMoney = counts === 'output';
  const show = useMemo(
    () => (amount: string) => (isMoney ? formatYuanShort(amount, language) : formatNumber(Number(amount), language)),
    [isMoney, language],
  );
  const format = useMemo(() => (value: number) => show(BigInt(Math.round(value)).toString()), [show]);
  const series = useMemo(
    () =>
      parts.map((part) => {
        let sum = 0n;
        const values = months.map((month) => {
          sum += BigInt(month[part]);
          return Number(sum);
        });
        return { name: t(part), values, colour: colours[part] };
      }),
    [months, t],
  );
  const names = useMemo(() => months.map(({ month }) => month), [months]);
  const share = shareOf(confirmed, target);
  return (
    <Card title={text(goal.title)} data-testid={`goal-${goal.id}`}>
      <p className="goal-figure">
        <b>{show(confirmed)}</b>
        <span>{t('ofTarget', { target: show(target) })}</span>
        <span className="goal-share">{t('share', { share: formatNumber(share, language, 1) })}</span>
      </p>
      <Bar goal={goal} show={show} />
      <ul className="goal-legend">
        {parts.map((part) => (
          <li key={part}>
            <i style={{ background: colours[part] }} aria-hidden /> {t(part)} <b>{show(goal[part])}</b>
          </li>
        ))}
      </ul>
      <Suspense fallback={<div className="goal-chart" />}>
        <GoalChart
          label={t('chartLabel', { title: text(goal.title) })}
          months={names}
          series={series}
          format={format}
        />
      </Suspense>
      <p className="entry-meta">
        <Link to="/cooperation/achievements" search={{ kind: counts }}>
          {t('claims', { count: claims })}
        </Link>
        {outside > 0 && <span>{t('outside', { count: outside })}</span>}
      </p>
    </Card>
  );
}

function Bar({ goal, show }: { goal: GoalProgress; show: (amount: string) => string }) {
  const { t } = useTranslation('goals');
  let left = 100;
  const widths = parts.map((part) => {
    const width = Math.min(left, shareOf(goal[part], goal.target));
    left -= width;
    return { part, width };
  });
  const label = parts.map((part) => `${t(part)} ${show(goal[part])}`).join(' · ');
  return (
    <div className="goal-bar" role="img" aria-label={label}>
      {widths.map(({ part, width }) => (
        <span key={part} className={`goal-${part}`} style={{ width: `${width}%`, backgroundColor: colours[part] }} />
      ))}
    </div>
  );
}
