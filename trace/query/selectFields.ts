import type postgres from 'postgres';
import type { Sql } from '../../store/index.ts';
import { anyOf } from './anyOf.ts';
import type { AttributeFilter, Comparison, FieldFilter, Operand, UnitFilter } from './eventQuery.ts';
import { fieldNumber } from './fieldName.ts';
import { convertToAll } from './units.ts';

const operators: Record<Exclude<Comparison, 'EQ'>, '>' | '>=' | '<' | '<='> = { GT: '>', GE: '>=', LT: '<', LE: '<=' };

/** Events with a value of the filter. A text that looks like a number is no number unless it is compared by size. */
export function selectFields(sql: Sql, { names, comparison, operands }: FieldFilter) {
  const fields = anyOf(
    sql,
    names.map((name) => sql`f.field = ${fieldNumber(name)}::bigint`),
  );
  return sql`SELECT f.event FROM trace.event_fields f WHERE (${fields}) AND (${matches(sql, comparison, operands)})`;
}

function matches(sql: Sql, comparison: Comparison, operands: readonly Operand[] | null): postgres.Fragment {
  if (operands === null) return sql`true`;
  if (comparison === 'EQ') return anyOf(sql, equals(sql, operands));
  const operator = sql.unsafe(operators[comparison]);
  const [operand] = operands;
  if (operand?.time != null) return sql`f.time ${operator} ${new Date(operand.time).toISOString()}::timestamptz`;
  return sql`f.number ${operator} ${operand?.number ?? null}::float8`;
}

function equals(sql: Sql, operands: readonly Operand[]): postgres.Fragment[] {
  const texts = operands.map(({ text }) => text);
  const hashes = sql`ARRAY(SELECT hashtextextended(given, 0) FROM unnest(${texts}::text[]) given)`;
  const exact = operands.flatMap(({ number, numeric }) => (number !== null && !numeric ? [number] : []));
  const sizes = operands.flatMap(({ number, numeric }) => (number !== null && numeric ? [number] : []));
  const times = operands.flatMap(({ time }) => (time === null ? [] : [new Date(time).toISOString()]));
  return [
    sql`(hashtextextended(f.text, 0) = ANY(${hashes}) AND f.text = ANY(${texts}::text[]))`,
    ...(exact.length > 0 ? [sql`(f.number = ANY(${exact}::float8[]) AND f.text IS NULL)`] : []),
    ...(sizes.length > 0 ? [sql`f.number = ANY(${sizes}::float8[])`] : []),
    ...(times.length > 0 ? [sql`f.time = ANY(${times}::timestamptz[])`] : []),
  ];
}

/** What another unit's value may differ from the one asked for because of its conversion. */
const tolerance = (value: number) => Math.max(Math.abs(value), 1e-6) * 1e-9;

/** Events with a quantity or sensor value of the filter, in any unit that measures the same. */
export function selectUnits(sql: Sql, filter: UnitFilter) {
  const { of, values, unit } = filter;
  const limits = values.flatMap((value): { unit: string | null; value: number }[] =>
    unit === null ? [{ unit: null, value }] : convertToAll(value, unit, of === 'sDev'),
  );
  if (of === 'quantity') {
    const conditions = limits.map(
      (limit) =>
        sql`(t.quantity ${compare(sql, filter, limit)} ${limit.unit === null ? sql`` : sql`AND t.uom = ${limit.unit}`})`,
    );
    return sql`SELECT t.event FROM trace.event_things t WHERE ${anyOf(sql, conditions)}`;
  }
  const conditions = limits.map((limit) => {
    const field = fieldNumber(`sensor ${of} ${limit.unit}`);
    return sql`(f.field = ${field}::bigint AND f.number ${compare(sql, filter, limit)})`;
  });
  return sql`SELECT f.event FROM trace.event_fields f WHERE ${anyOf(sql, conditions)}`;
}

function compare(sql: Sql, { comparison, unit }: UnitFilter, limit: { unit: string | null; value: number }) {
  const slack = limit.unit === unit ? 0 : tolerance(limit.value);
  if (comparison === 'EQ') return sql`BETWEEN ${limit.value - slack}::float8 AND ${limit.value + slack}::float8`;
  const sign = { GE: -1, GT: 1, LE: 1, LT: -1 }[comparison];
  return sql`${sql.unsafe(operators[comparison])} ${limit.value + sign * slack}::float8`;
}

const cbvNamespaces = '^(urn:epcglobal:cbv:(bizstep|disp):|https?://(ref|ns)\\.gs1\\.org/cbv/(BizStep|Disp)-)';

/** The condition over `trace.events e` that its `field` names something with an attribute in master data. */
export function hasAttribute(sql: Sql, { field, attributes, values }: AttributeFilter) {
  const value = sql`EXISTS (SELECT FROM jsonb_each_text(v.attributes) a
    WHERE a.key = ANY(${attributes}::text[]) AND a.value = ANY(${values ?? []}::text[]))`;
  const elements = sql`FROM trace.vocabulary v
    WHERE ${values === null ? sql`jsonb_exists_any(v.attributes, ${attributes}::text[])` : value}`;
  const column = {
    readPoint: 'read_point',
    bizLocation: 'biz_location',
    bizStep: 'biz_step',
    disposition: 'disposition',
  };
  const name = column[field as keyof typeof column];
  if (name === 'biz_step' || name === 'disposition') {
    return sql`e.${sql(name)} IN (SELECT regexp_replace(v.id, ${cbvNamespaces}, '') ${elements})`;
  }
  if (name !== undefined) return sql`e.${sql(name)} IN (SELECT v.key ${elements})`;
  if (field === 'epcClass') {
    return sql`e.sequence IN (SELECT t.event FROM trace.event_things t
      WHERE t.level = 'class' AND t.key IN (SELECT v.key ${elements}))`;
  }
  const indexed = field.startsWith('@') ? field.slice(1) : field;
  const named = field.startsWith('@') ? sql`f.text` : sql`substr(f.text, strpos(f.text, ' ') + 1)`;
  return sql`e.sequence IN (SELECT f.event FROM trace.event_fields f WHERE f.field = ${fieldNumber(indexed)}::bigint
    AND ${named} IN (SELECT v.key ${elements} UNION ALL SELECT v.id ${elements}))`;
}
