import type postgres from 'postgres';
import type { Sql } from '../../store/index.ts';
import type { AttributeFilter, Comparison, FieldFilter, UnitFilter } from './eventQuery.ts';
import { fieldNumber } from './fieldName.ts';
import { convertToAll } from './units.ts';

type Fragment = postgres.Fragment;

const operators: Record<Exclude<Comparison, 'EQ'>, '>' | '>=' | '<' | '<='> = { GT: '>', GE: '>=', LT: '<', LE: '<=' };

const either = (sql: Sql, arms: Fragment[]) =>
  arms.reduce((all, arm, at) => (at === 0 ? arm : sql`${all} UNION ALL ${arm}`), sql``);

/** Events with a value of the filter. A text that looks like a number is no number unless it is compared by size. */
export function selectFields(sql: Sql, { names, comparison, operands }: FieldFilter) {
  const fields = sql`f.field = ANY(${names.map(fieldNumber)}::bigint[])`;
  const arm = (condition: Fragment) => sql`SELECT f.event FROM trace.event_fields f WHERE ${fields} AND ${condition}`;
  if (operands === null) return arm(sql`true`);
  if (comparison !== 'EQ') {
    const operator = sql.unsafe(operators[comparison]);
    const [operand] = operands;
    if (operand?.time != null) return arm(sql`f.time ${operator} ${new Date(operand.time).toISOString()}::timestamptz`);
    return arm(sql`f.number ${operator} ${operand?.number ?? null}::float8`);
  }
  const texts = operands.map(({ text }) => text);
  const hashes = sql`ARRAY(SELECT hashtextextended(given, 0) FROM unnest(${texts}::text[]) given)`;
  const exact = operands.flatMap(({ number, numeric }) => (number !== null && !numeric ? [number] : []));
  const sizes = operands.flatMap(({ number, numeric }) => (number !== null && numeric ? [number] : []));
  const times = operands.flatMap(({ time }) => (time === null ? [] : [new Date(time).toISOString()]));
  return either(sql, [
    arm(sql`hashtextextended(f.text, 0) = ANY(${hashes}) AND f.text = ANY(${texts}::text[])`),
    ...(exact.length > 0 ? [arm(sql`f.number = ANY(${exact}::float8[]) AND f.text IS NULL`)] : []),
    ...(sizes.length > 0 ? [arm(sql`f.number = ANY(${sizes}::float8[])`)] : []),
    ...(times.length > 0 ? [arm(sql`f.time = ANY(${times}::timestamptz[])`)] : []),
  ]);
}

/** What another unit's value may differ from the one asked for because of its conversion. */
const tolerance = (value: number) => Math.max(Math.abs(value), 1e-6) * 1e-9;

/** Events with a quantity or sensor value of the filter, in any unit that measures the same. */
export function selectUnits(sql: Sql, { of, comparison, values, unit }: UnitFilter) {
  const column = of === 'quantity' ? sql`t.quantity` : sql`t.number`;
  const limits = values.flatMap((value) =>
    unit === null ? [{ unit: '', value }] : convertToAll(value, unit, of === 'sDev'),
  );
  const slack = ({ unit: code, value }: { unit: string; value: number }) =>
    code === unit || unit === null ? 0 : tolerance(value);
  const sign = { EQ: 0, GE: -1, GT: 1, LE: 1, LT: -1 }[comparison];
  const bounds = limits.map((limit) => limit.value + sign * slack(limit));
  const condition =
    comparison === 'EQ'
      ? sql`${column} BETWEEN g.bound - g.slack AND g.bound + g.slack`
      : sql`${column} ${sql.unsafe(operators[comparison])} g.bound`;
  const given = (keys: string[], type: 'text' | 'bigint') => sql`
    unnest(${keys}::${sql.unsafe(type)}[], ${bounds}::float8[], ${limits.map(slack)}::float8[]) AS g(key, bound, slack)`;
  if (of !== 'quantity') {
    const fields = limits.map((limit) => fieldNumber(`sensor ${of} ${limit.unit}`));
    return sql`SELECT t.event FROM ${given(fields, 'bigint')}
      JOIN trace.event_fields t ON t.field = g.key AND t.number IS NOT NULL AND ${condition}`;
  }
  const codes = limits.map((limit) => limit.unit);
  return sql`SELECT t.event FROM ${given(codes, 'text')}
    JOIN trace.event_things t ON t.quantity IS NOT NULL AND ${condition} ${unit === null ? sql`` : sql`AND t.uom = g.key`}`;
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
