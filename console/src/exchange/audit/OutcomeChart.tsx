import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useChart } from '../../charts/useChart.ts';
import { type Group, outcomes, type StatisticsLine } from '../api/audit.ts';
import { useKeyName } from './useKeyName.ts';

use([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

const colours = ['#0c655f', '#c62b20', '#e6a100'];
const most = 40;

/** Records by outcome, a bar for each line of the statistics. */
export function OutcomeChart({ by, lines }: { by: Group; lines: StatisticsLine[] }) {
  const { t } = useTranslation('xAudit');
  const { element, chart } = useChart();
  const keyName = useKeyName(by);
  const shown =
    by === 'day'
      ? [...lines].sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1)).slice(-most)
      : lines.slice(0, most);
  useEffect(() => {
    chart.current?.setOption(
      {
        animation: false,
        color: colours,
        aria: { enabled: true, label: { description: t('tabs.statistics') } },
        grid: { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        legend: { top: 0, left: 0, icon: 'roundRect', itemHeight: 8 },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: {
          type: 'category',
          data: shown.map(({ key }) => keyName(key)),
          axisLabel: { hideOverlap: true, width: 120, overflow: 'truncate' },
        },
        yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e7ece9' } } },
        series: outcomes.map((outcome) => ({
          name: t(`outcome.${outcome}`),
          type: 'bar',
          stack: 'all',
          barMaxWidth: 40,
          data: shown.map((line) => line[outcome]),
        })),
      },
      true,
    );
  });
  return <div className="x-chart" ref={element} role="img" aria-label={t('tabs.statistics')} />;
}
