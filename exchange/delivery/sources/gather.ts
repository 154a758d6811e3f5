import { deliveryErrors } from '../errors.ts';
import { compareTexts } from './matchRow.ts';
import type { AggregateParameters, Measure, ReadParameters, Row, SourceColumn, Value } from './source.ts';

const defaultGroups = 10_000;
const mostGroups = 1_000_000;

/** One measure while rows go by. */
interface Tally {
  rows: number;
  present: number;
  sum: number;
  distinct: Set<string>;
  least: Value;
  most: Value;
}

interface Group {
  values: Row;
  tallies: Tally[];
}

const textOf = (value: Value) => (typeof value === 'string' ? value : JSON.stringify(value));
const isBefore = (a: Value, b: Value) =>
  typeof a === 'number' && typeof b === 'number' ? a < b : compareTexts(textOf(a), textOf(b)) < 0;

function add(tally: Tally, measure: Measure, value: Value): void {
  tally.rows += 1;
  if (value === null || measure.take === 'count') return;
  tally.present += 1;
  switch (measure.take) {
    case 'sum':
    case 'average':
      tally.sum += Number(value);
      break;
    case 'countDistinct':
      tally.distinct.add(textOf(value));
      break;
    case 'least':
      if (tally.present === 1 || isBefore(value, tally.least)) tally.least = value;
      break;
    case 'most':
      if (tally.present === 1 || isBefore(tally.most, value)) tally.most = value;
      break;
  }
}

function result(tally: Tally, { take }: Measure): Value {
  switch (take) {
    case 'count':
      return tally.rows;
    case 'countPresent':
      return tally.present;
    case 'countDistinct':
      return tally.distinct.size;
    case 'sum':
      return tally.present === 0 ? null : Number(tally.sum.toPrecision(15));
    case 'average':
      return tally.present === 0 ? null : Number((tally.sum / tally.present).toPrecision(15));
    case 'least':
      return tally.least;
    case 'most':
      return tally.most;
  }
}

/** Groups with their measures, counted row by row, as SQL's GROUP BY. @throws DELIVERY_COLUMN_UNKNOWN, DELIVERY_SOURCE_FAILED */
export async function gather(
  p: AggregateParameters,
  find: (name: string) => Pick<SourceColumn, 'name' | 'type'>,
  read: (p: ReadParameters) => AsyncIterable<Row[]>,
): Promise<Row[]> {
  const { measures, groupBy = [], bands, filter, limit = defaultGroups, signal } = p;
  const named = measures.flatMap((measure) => (measure.take === 'count' ? [] : [measure.column]));
  const columns = [...new Set([...groupBy, ...(bands ? [bands.column] : []), ...named].map((name) => find(name).name))];
  const groups = new Map<string, Group>();
  const groupOf = (values: Row): Group => {
    const key = JSON.stringify(Object.values(values));
    let group = groups.get(key);
    if (!group) {
      if (groups.size >= mostGroups)
        throw deliveryErrors.sourceFailed({ problem: `it has more than ${mostGroups} groups` });
      const tallies = measures.map(
        (): Tally => ({ rows: 0, present: 0, sum: 0, distinct: new Set(), least: null, most: null }),
      );
      group = { values, tallies };
      groups.set(key, group);
    }
    return group;
  };
  // Without grouping there is one group, of an empty source too.
  if (groupBy.length === 0 && !bands) groupOf({});
  for await (const batch of read({ columns, filter, ...(signal ? { signal } : {}) })) {
    for (const row of batch) {
      const values: Row = Object.fromEntries(groupBy.map((name) => [name, row[name] ?? null]));
      if (bands) {
        const value = row[bands.column] ?? null;
        values[bands.column] = value === null ? null : Math.floor(Number(value) / bands.step) * bands.step;
      }
      const group = groupOf(values);
      for (const [index, measure] of measures.entries()) {
        const tally = group.tallies[index];
        if (tally) add(tally, measure, measure.take === 'count' ? null : (row[measure.column] ?? null));
      }
    }
  }
  return [...groups.values()].slice(0, limit).map(({ values, tallies }) => ({
    ...values,
    ...Object.fromEntries(
      measures.map((measure, index) => {
        const tally = tallies[index];
        return [measure.name, tally ? result(tally, measure) : null];
      }),
    ),
  }));
}
