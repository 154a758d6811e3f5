import { init } from 'echarts/core';
import { type RefObject, useEffect, useRef } from 'react';

export interface Chart {
  /** Of the element that the chart is drawn in. */
  element: RefObject<HTMLDivElement | null>;
  chart: RefObject<ReturnType<typeof init> | null>;
}

/** A chart that keeps to the size of its element and goes with it; effects that come after this one may draw. */
export function useChart(): Chart {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  useEffect(() => {
    if (element.current === null) return;
    const made = init(element.current);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  return { element, chart };
}
