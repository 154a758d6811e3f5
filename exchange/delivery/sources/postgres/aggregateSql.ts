import { makeColumnFinder } from '../columns.ts';
import type { AggregateParameters, Measure, Row } from '../source.ts';
import type { PostgresTable } from './readColumns.ts';
import { quoteName, type SqlColumn, type SqlText, toSql } from './toSql.ts';
import { expressionOf, readValue, toNumber } from './values.ts';

const defaultGroups = 10_000;

const functions: Record<Exclude<Measure['take'], 'count'>, (name: string) => string> = {
  countPresent: (name) => `count(${name})::text`,
  countDistinct: (name) => `count(DISTINCT ${name}::text)::text`,
  sum: (name) => `sum(${name})::text`,
  average: (name) => `avg(${name})::text`,
  least: (name) => `min(${name})::text`,
  most: (name) => `max(${name})::text`,
};

/** The statement for groups with their measures, and how its rows are read. @throws DELIVERY_COLUMN_UNKNOWN */
export function aggregateSql(
  p: AggregateParameters,
  table: PostgresTable,
): SqlText & { read: (raw: Record<string, unknown>) => Row } {
  const find = makeColumnFinder<SqlColumn>(table.columns);
  const where = toSql(p.filter, table.columns);
  const groups = (p.groupBy ?? []).map(find);
  const measured = p.measures.map((measure) => ({
    measure,
    column: measure.take === 'count' ? null : find(measure.column),
  }));
  const selected = groups.map((column, index) => `${expressionOf(column)} AS "g${index}"`);
  const by = groups.map(({ name }) => `t.${quoteName(name)}`);
  if (p.bands) {
    where.parameters.push(String(p.bands.step));
    const step = `$${where.parameters.length}::text::numeric`;
    const band = `(floor(${quoteName(find(p.bands.column).name)}::numeric / ${step}) * ${step})`;
    selected.push(`trim_scale(${band})::text AS "band"`);
    by.push(band);
  }
  for (const [index, { measure, column }] of measured.entries()) {
    const value =
      measure.take === 'count' || !column ? 'count(*)::text' : functions[measure.take](quoteName(column.name));
    selected.push(`${value} AS "m${index}"`);
  }
  const text = `SELECT ${selected.join(', ')} FROM ${table.name} AS t WHERE ${where.text}${
    by.length > 0 ? ` GROUP BY ${by.join(', ')} ORDER BY ${by.join(', ')}` : ''
  } LIMIT ${Math.trunc(p.limit ?? defaultGroups)}`;
  const read = (raw: Record<string, unknown>): Row => {
    const row: Row = {};
    for (const [index, column] of groups.entries()) row[column.name] = readValue(column, raw[`g${index}`]);
    if (p.bands) row[p.bands.column] = raw.band === null ? null : toNumber(String(raw.band));
    for (const [index, { measure, column }] of measured.entries()) {
      const value = raw[`m${index}`];
      const isText =
        (measure.take === 'least' || measure.take === 'most') && !['integer', 'number'].includes(column?.type ?? '');
      row[measure.name] =
        value === null || value === undefined ? null : isText ? String(value) : toNumber(String(value));
    }
    return row;
  };
  return { text, parameters: where.parameters, read };
}
