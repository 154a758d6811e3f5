import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useChart } from '../charts/useChart.ts';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useMemberNames } from '../operator/useMemberNames.ts';
import type { BalanceRow } from './api.ts';
import { useCropName } from './parts.tsx';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

/** What the certified land can bear at most, beside what was harvested of it. */
export function BalanceChart({ rows }: { rows: BalanceRow[] }) {
  const { t } = useTranslation('inspector');
  const { element, chart } = useChart();
  const language = useLanguage();
  const nameOf = useMemberNames();
  const cropName = useCropName();
  const label = t('balance.chart');
  const names = rows.map(({ member, crop, season }) => `${nameOf(member)}\n${cropName(crop)} ${season}`);
  const text = JSON.stringify([names, rows, language]);
  useEffect(() => {
    const [categories, data] = JSON.parse(text) as [string[], BalanceRow[]];
    chart.current?.setOption(
      {
        animation: false,
        aria: { enabled: true, label: { description: label } },
        legend: { bottom: 0 },
        grid: { left: 8, right: 24, top: 8, bottom: 36, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: unknown) => `${formatNumber(Number(value), language, 1)} kg`,
        },
        xAxis: { type: 'value', splitLine: { lineStyle: { color: '#e7ece9' } } },
        yAxis: {
          type: 'category',
          inverse: true,
          data: categories,
          axisTick: { show: false },
          axisLabel: { width: 150, overflow: 'break' },
        },
        series: [
          {
            name: t('balance.plausibleKilograms'),
            type: 'bar',
            barMaxWidth: 18,
            color: '#9dbfae',
            data: data.map(({ plausibleKilograms }) => plausibleKilograms ?? 0),
          },
          {
            name: t('balance.harvestedKilograms'),
            type: 'bar',
            barMaxWidth: 18,
            color: '#1f6f50',
            data: data.map(({ harvestedKilograms, verdict }) => ({
              value: harvestedKilograms,
              ...(verdict === 'over' ? { itemStyle: { color: '#b3261e' } } : {}),
            })),
          },
        ],
      },
      true,
    );
  }, [chart, label, text, language, t]);
  return (
    <div
      className="inspector-chart"
      style={{ height: 90 + rows.length * 64 }}
      ref={element}
      role="img"
      aria-label={label}
    />
  );
}
