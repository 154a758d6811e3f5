import { formatLocal } from './calendar.ts';
import type { SensorElement } from './epcis.ts';
import { seedRandom } from './random.ts';

/** What a logger recorded between two times. */
export interface SeriesParameters {
  device: string;
  start: string;
  end: string;
  points: number;
  /** Degrees Celsius that the set point keeps to. */
  setPoint: number;
  /** Half width of the ordinary swing, in degrees. */
  swing: number;
  /** A short warmer spell, such as an open door: where in the series (0 to 1) and the peak in degrees Celsius. */
  excursion?: { at: number; peak: number };
  seed: number;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Makes a temperature series as an EPCIS `sensorElementList`: one element with every reading in time
 * order, one with the minimum and maximum. The last reading is at `end`, never after it.
 */
export function makeTemperatureSeries(p: SeriesParameters): SensorElement[] {
  const random = seedRandom(p.seed);
  const startMs = Date.parse(p.start);
  const stepMs = (Date.parse(p.end) - startMs) / (p.points - 1);
  const readings = Array.from({ length: p.points }, (_, index) => {
    const place = index / (p.points - 1);
    const ordinary = p.setPoint + (Math.sin(index * 0.9) * 0.6 + (random() - 0.5) * 0.8) * p.swing;
    const warmth = p.excursion ? Math.max(0, 1 - Math.abs(place - p.excursion.at) * 8) : 0;
    const value = p.excursion ? ordinary + (p.excursion.peak - ordinary) * warmth : ordinary;
    return { time: formatLocal(Math.round((startMs + index * stepMs) / 1000) * 1000), value: tenth(value) };
  });
  const values = readings.map((reading) => reading.value);
  const sensorMetadata = { deviceID: p.device, startTime: p.start, endTime: p.end };
  return [
    { sensorMetadata, sensorReport: readings.map((reading) => ({ type: 'Temperature', ...reading, uom: 'CEL' })) },
    {
      sensorMetadata,
      sensorReport: [
        {
          type: 'Temperature',
          minValue: Math.min(...values),
          maxValue: Math.max(...values),
          uom: 'CEL',
        },
      ],
    },
  ];
}
