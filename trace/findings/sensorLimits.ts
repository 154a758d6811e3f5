import type { Tx } from '../../store/index.ts';
import { readExtension } from '../epcis/terms.ts';
import { type MasterData, readExamined } from './examined.ts';

/** What a product bears; null where nothing is said. */
export interface SensorLimits {
  /** Degrees Celsius. */
  Temperature: { min: number | null; max: number | null };
  /** Percent. */
  RelativeHumidity: { min: number | null; max: number | null };
  /** Minutes outside that are not doubted, such as an open door. */
  toleratedMinutes: number;
}

const defaultToleratedMinutes = 30;
const names = [
  'minTemperatureCelsius',
  'maxTemperatureCelsius',
  'minHumidityPercent',
  'maxHumidityPercent',
  'toleratedMinutesOutside',
] as const;
type Name = (typeof names)[number];

const narrow = (pick: (...values: number[]) => number, values: (number | null)[]) => {
  const given = values.filter((value) => value !== null);
  return given.length > 0 ? pick(...given) : null;
};

/** What the events in which lots came to be say of them (ILMD), by lot and name. */
async function readIlmd(tx: Tx, lots: readonly string[]): Promise<Map<string, Map<Name, number>>> {
  const rows = await tx<{ key: string; event: string }[]>`
    SELECT t.key, t.event::text FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
    WHERE t.key = ANY(${[...lots]}::text[]) AND (t.role = 'output' OR (t.role = 'epc' AND e.action = 'ADD'))
      AND e.document ? 'ilmd' LIMIT 500`;
  const events = await readExamined(tx, [...new Set(rows.map(({ event }) => event))]);
  const told = new Map<string, Map<Name, number>>();
  for (const { key, event } of rows) {
    const { document, prefixes } = events.find(({ sequence }) => sequence === event) ?? {};
    for (const name of names) {
      const value =
        prefixes &&
        Number(
          readExtension(prefixes, document?.ilmd ?? {}, [`https://ns.xiangyu.example/epcis/${name}`]) ?? Number.NaN,
        );
      if (value !== undefined && Number.isFinite(value)) told.set(key, (told.get(key) ?? new Map()).set(name, value));
    }
  }
  return told;
}

/**
 * The narrowest limits of some things: of master data (`https://ns.xiangyu.example/mda#maxTemperatureCelsius` …) or of the
 * event in which a lot came to be. Null when none has any.
 */
export async function readSensorLimits(
  tx: Tx,
  masterData: MasterData,
  keys: readonly string[],
): Promise<{ limits: SensorLimits; things: string[] } | null> {
  const told = await readIlmd(
    tx,
    keys.filter((key) => key.includes('/10/')),
  );
  const read = (key: string, name: Name) => told.get(key)?.get(name) ?? masterData.number(key, name);
  const limited = keys.filter((key) => names.slice(0, 4).some((name) => read(key, name) !== null));
  if (limited.length === 0) return null;
  const all = (name: Name) => limited.map((key) => read(key, name));
  return {
    limits: {
      Temperature: {
        min: narrow(Math.max, all('minTemperatureCelsius')),
        max: narrow(Math.min, all('maxTemperatureCelsius')),
      },
      RelativeHumidity: {
        min: narrow(Math.max, all('minHumidityPercent')),
        max: narrow(Math.min, all('maxHumidityPercent')),
      },
      toleratedMinutes: narrow(Math.min, all('toleratedMinutesOutside')) ?? defaultToleratedMinutes,
    },
    things: limited,
  };
}
