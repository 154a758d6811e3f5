import { expect, it } from 'vitest';
import { layoutTemperature, temperatureUnit } from './temperatureCurve.ts';

const reading = (hour: number, value: number) => ({ time: `2026-04-02T0${hour}:00:00.000Z`, value });

it('draws readings in the order of time and finds the extremes', () => {
  const points = [reading(2, 5), reading(0, 3), reading(1, 1)];
  const { line, low, high } = layoutTemperature({ min: 1, max: 5, unit: 'CEL', points }, 120, 60);
  expect(line).toBe('M6 30L60 54L114 6');
  expect(low).toMatchObject({ x: 60, y: 54 });
  expect(high).toMatchObject({ x: 114, y: 6 });
});

it('draws nothing from fewer than two readings, and a level line from equal ones', () => {
  expect(layoutTemperature({ min: 1, max: 1, unit: 'CEL', points: [reading(0, 1)] }, 120, 60).line).toBe('');
  const level = [reading(0, 4), reading(1, 4)];
  expect(layoutTemperature({ min: 4, max: 4, unit: 'CEL', points: level }, 120, 60).line).toBe('M6 54L114 54');
});

it('knows the signs of temperature units', () => {
  expect(temperatureUnit('CEL')).toBe('°C');
  expect(temperatureUnit('X')).toBe('X');
});
