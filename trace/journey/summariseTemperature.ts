import type { SensorElement } from '../epcis/event.ts';
import { bareWord, type Prefixes } from '../epcis/terms.ts';

/** Temperatures that an event reports, in one unit. */
export interface Temperature {
  min: number;
  max: number;
  /** UN/CEFACT code: always CEL. */
  unit: string;
  /** In the order of time; thinned out to 200. */
  points: { time: string; value: number }[];
}

const maxPoints = 200;

const toCelsius: Record<string, (value: number) => number> = {
  CEL: (value) => value,
  FAH: (value) => ((value - 32) * 5) / 9,
  KEL: (value) => value - 273.15,
};

/** The least, the greatest and the course of the temperatures in the sensor data of an event; null when it has none. */
export function summariseTemperature(
  elements: readonly SensorElement[],
  { eventTime, prefixes }: { eventTime: string; prefixes: Prefixes },
): Temperature | null {
  const extremes: number[] = [];
  const points: { time: string; value: number }[] = [];
  for (const { sensorMetadata = {}, sensorReport } of elements) {
    for (const report of sensorReport) {
      const convert = toCelsius[report.uom ?? 'CEL'];
      if (!convert || bareWord(prefixes, report.type ?? '') !== 'Temperature') continue;
      const read = (value: number | undefined) => (value === undefined ? [] : [round(convert(value))]);
      const { value, minValue, maxValue, meanValue } = report;
      extremes.push(...read(value), ...read(minValue), ...read(maxValue), ...read(meanValue));
      const time = [report.time, sensorMetadata.time, sensorMetadata.endTime, eventTime].find(
        (one) => typeof one === 'string',
      );
      const [shown] = read(value ?? meanValue);
      if (shown !== undefined && typeof time === 'string')
        points.push({ time: new Date(time).toISOString(), value: shown });
    }
  }
  if (extremes.length === 0) return null;
  points.sort((a, b) => a.time.localeCompare(b.time));
  const step = Math.max(1, Math.ceil(points.length / maxPoints));
  const least = extremes.reduce((a, b) => Math.min(a, b));
  const greatest = extremes.reduce((a, b) => Math.max(a, b));
  return { min: least, max: greatest, unit: 'CEL', points: points.filter((_, index) => index % step === 0) };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
