import { LineChart } from 'echarts/charts';
import { AriaComponent, DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect } from 'react';
import { useChart } from '../../charts/useChart.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Step } from '../api/overview.ts';

use([LineChart, GridComponent, TooltipComponent, LegendComponent, DataZoomComponent, AriaComponent, CanvasRenderer]);

interface TimeChartProps {
  label: string;
  step: Step;
  /** True for counts. */
  whole: boolean;
  series: { name: string; points: { time: string; value: number }[] }[];
}

const colours = ['#0c655f', '#b4552d', '#1668b8'];

/** Lines over time, in the reader's own time zone. */
export function TimeChart({ label, step, whole, series }: TimeChartProps) {
  const { element, chart } = useChart();
  const language = useLanguage();
  useEffect(() => {
    const format = new Intl.DateTimeFormat(
      language,
      step === 'day' ? { dateStyle: 'medium' } : { dateStyle: 'short', timeStyle: 'short', hour12: false },
    );
    chart.current?.setOption(
      {
        animation: false,
        color: colours,
        aria: { enabled: true, label: { description: label } },
        grid: { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        legend: { top: 0, left: 0, icon: 'roundRect', itemHeight: 8 },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: unknown) => formatNumber(Number(value), language, 18),
          axisPointer: { label: { formatter: ({ value }: { value: unknown }) => format.format(Number(value)) } },
        },
        dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false }],
        xAxis: { type: 'time', splitLine: { show: false } },
        yAxis: {
          type: 'value',
          ...(whole ? { minInterval: 1 } : {}),
          axisLabel: {
            formatter: (value: number) =>
              value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(1) : formatNumber(value, language, 3),
          },
          splitLine: { lineStyle: { color: '#e7ece9' } },
        },
        series: series.map(({ name, points }) => ({
          name,
          type: 'line',
          showSymbol: false,
          lineStyle: { width: 1.8 },
          areaStyle: series.length === 1 ? { opacity: 0.12 } : undefined,
          // The step that still runs would look like a fall.
          data: points.slice(0, -1).map(({ time, value }) => [Date.parse(time), value]),
        })),
      },
      true,
    );
  }, [chart, label, step, whole, series, language]);
  return <div className="chart" ref={element} role="img" aria-label={label} />;
}
