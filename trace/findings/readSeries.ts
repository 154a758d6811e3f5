import type { SensorElement } from '../epcis/event.ts';
import { bareWord, type Prefixes } from '../epcis/terms.ts';

/** What a sensor measured of one kind in an event. */
export interface Series {
  kind: 'Temperature' | 'RelativeHumidity';
  device: string;
  /** In the order of time; degrees Celsius or percent. */
  points: { time: number; value: number }[];
  /** From summaries without readings; null for none. */
  least: number | null;
  greatest: number | null;
}

const conversions: Readonly<Record<Series['kind'], Readonly<Record<string, (value: number) => number>>>> = {
  Temperature: {
    CEL: (value) => value,
    FAH: (value) => ((value - 32) * 5) / 9,
    KEL: (value) => value - 273.15,
  },
  RelativeHumidity: { P1: (value) => value, A93: (value) => value, C62: (value) => value * 100 },
};
const defaultUnits = { Temperature: 'CEL', RelativeHumidity: 'P1' } as const;

/** The readings of temperature and humidity in an event, by device. */
export function readSeries(elements: readonly SensorElement[], prefixes: Prefixes, eventTime: string): Series[] {
  const all = new Map<string, Series>();
  for (const { sensorMetadata = {}, sensorReport } of elements) {
    for (const report of sensorReport) {
      const kind = bareWord(prefixes, report.type ?? '');
      if (kind !== 'Temperature' && kind !== 'RelativeHumidity') continue;
      const convert = conversions[kind][report.uom ?? defaultUnits[kind]];
      if (!convert) continue;
      const device = String(report.deviceID ?? sensorMetadata.deviceID ?? '');
      const series = all.get(`${kind} ${device}`) ?? { kind, device, points: [], least: null, greatest: null };
      all.set(`${kind} ${device}`, series);
      const shown = report.value ?? report.meanValue;
      const time = [report.time, sensorMetadata.time, sensorMetadata.endTime, eventTime].find(
        (one) => typeof one === 'string',
      );
      if (shown !== undefined && typeof time === 'string') {
        series.points.push({ time: Date.parse(time), value: convert(shown) });
      }
      if (report.minValue !== undefined) series.least = Math.min(series.least ?? Infinity, convert(report.minValue));
      if (report.maxValue !== undefined) {
        series.greatest = Math.max(series.greatest ?? -Infinity, convert(report.maxValue));
      }
    }
  }
  for (const { points } of all.values()) points.sort((a, b) => a.time - b.time);
  return [...all.values()];
}
