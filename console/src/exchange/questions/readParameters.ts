import type { JsonValue } from '../../../../proof/index.ts';

const isDay = (value: unknown): value is { format: (pattern: string) => string } =>
  typeof value === 'object' && value !== null && 'format' in value;

/** The parameters as filled in: empty ones left out, days as YYYY-MM-DD. */
export function readParameters(given: Record<string, unknown>): { [name: string]: JsonValue } {
  const entries = Object.entries(given).flatMap(([name, value]): [string, JsonValue][] => {
    if (value === undefined || value === null) return [];
    if (isDay(value)) return [[name, value.format('YYYY-MM-DD')]];
    if (typeof value === 'string') return value.trim() === '' ? [] : [[name, value.trim()]];
    return [[name, value as JsonValue]];
  });
  return Object.fromEntries(entries);
}
