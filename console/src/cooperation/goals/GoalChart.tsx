import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect } from 'react';
import { useChart } from '../../charts/useChart.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

use([BarChart, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

interface GoalChartProps {
  label: string;
  /** `YYYY-MM`. */
  months: string[];
  /** From the bottom up; the sums up to the end of each month. */
  series: { name: string; values: number[]; colour: string }[];
  format: (value: number) => string;
}

/** How a goal came closer, month by month: what is confirmed below, what is only claimed above it. */
export function GoalChart({ label, months, series, format }: GoalChartProps) {
  const { element, chart } = useChart();
  const language = useLanguage();
  useEffect(() => {
    const nameOf = (month: string) =>
      new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        new Date(`${month}-01T00:00:00Z`),
      );
    chart.current?.setOption(
      {
        animation: false,
        aria: { enabled: true, label: { description: label } },
        grid: { left: 8, right: 16, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          valueFormatter: (value: unknown) => format(Number(value)),
        },
        xAxis: { type: 'category', data: months.map(nameOf), axisTick: { show: false } },
        yAxis: {
          type: 'value',
          minInterval: 1,
          axisLabel: { formatter: format },
          splitLine: { lineStyle: { color: '#e7ece9' } },
        },
        series: series.map(({ name, values, colour }) => ({
          name,
          type: 'bar',
          stack: 'all',
          barMaxWidth: 28,
          color: colour,
          data: values,
        })),
      },
      true,
    );
  }, [chart, label, months, series, format, language]);
  return <div className="goal-chart" ref={element} role="img" aria-label={label} />;
}
