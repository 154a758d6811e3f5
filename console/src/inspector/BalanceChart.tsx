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

/** Scales and rounding, as the examination tolerates them. */
const tolerated = 1.03;

/** The number of a place with its part: `…0030/C`. */
const shortPlace = (place: string) => place.replace(/^.*\/414\/\d{9}(\d{4})(?:\/254\/(.*))?$/, '…$1 $2').trim();

/** What each certified plot can bear at most, beside what was harvested of it. */
export function BalanceChart({ rows }: { rows: BalanceRow[] }) {
  const { t } = useTranslation('inspector');
  const { element, chart } = useChart();
  const language = useLanguage();
  const nameOf = useMemberNames();
  const cropName = useCropName();
  const label = t('balance.chart');
  const sites = rows.flatMap(({ sites: own, ...row }) => own.map((site) => ({ ...row, ...site })));
  const names = sites.map(
    ({ member, crop, season, place }) => `${nameOf(member)}\n${cropName(crop)} ${season} · ${shortPlace(place)}`,
  );
  const text = JSON.stringify([names, sites]);
  useEffect(() => {
    const [categories, data] = JSON.parse(text) as [string[], BalanceRow['sites']];
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
        xAxis: { type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: '#e7ece9' } } },
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
            data: data.map(({ plausibleKilograms }) => plausibleKilograms),
          },
          {
            name: t('balance.harvestedKilograms'),
            type: 'bar',
            barMaxWidth: 18,
            color: '#1f6f50',
            data: data.map(({ harvestedKilograms, plausibleKilograms }) => ({
              value: harvestedKilograms,
              ...(harvestedKilograms > plausibleKilograms * tolerated ? { itemStyle: { color: '#b3261e' } } : {}),
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
      style={{ height: 90 + sites.length * 64 }}
      ref={element}
      role="img"
      aria-label={label}
    />
  );
}
