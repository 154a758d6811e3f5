import type postgres from 'postgres';
import type { Sql } from '../../store/index.ts';
import type { EventQuery, TimeRange } from './eventQuery.ts';
import { fieldNumber } from './fieldName.ts';
import { findDescendants } from './findDescendants.ts';
import { hasAttribute, selectFields, selectUnits } from './selectFields.ts';
import { selectThings } from './selectThings.ts';

/**
 * The condition over `trace.events e` that holds for the events that answer a query, whoever looks and whatever page.
 * It comes in a list: a fragment that was awaited by itself would be sent. Throws TRACE_QUERY_TOO_COMPLEX.
 */
export async function selectEvents(sql: Sql, query: EventQuery): Promise<[postgres.Fragment]> {
  // One value is asked for by itself: only then an index over it and the time gives the order as well.
  const oneOf = (name: string, values: readonly string[] | null) => {
    if (values === null) return [];
    const [only = null] = values;
    return [values.length === 1 ? sql`e.${sql(name)} = ${only}` : sql`e.${sql(name)} = ANY(${[...values]}::text[])`];
  };
  const within = (name: string, { from, until }: TimeRange) => [
    ...(from === null ? [] : [sql`e.${sql(name)} >= ${from}::timestamptz`]),
    ...(until === null ? [] : [sql`e.${sql(name)} < ${until}::timestamptz`]),
  ];
  const among = (events: postgres.Fragment) => sql`e.sequence IN (${events})`;
  const places = query.places.map(async ({ column, keys, descendants }) =>
    oneOf(column, descendants ? await findDescendants(sql, keys) : keys),
  );
  const conditions = [
    ...oneOf('type', query.eventTypes),
    ...oneOf('action', query.actions),
    ...oneOf('biz_step', query.bizSteps),
    ...oneOf('disposition', query.dispositions),
    ...oneOf('event_id', query.eventIDs),
    ...oneOf('transformation_id', query.transformationIDs),
    ...within('event_time', query.eventTime),
    ...within('record_time', query.recordTime),
    ...(await Promise.all(places)).flat(),
    ...query.things.map((filter) => among(selectThings(sql, filter))),
    ...query.fields.map((filter) => among(selectFields(sql, filter))),
    ...query.units.map((filter) => among(selectUnits(sql, filter))),
    ...query.attributes.map((filter) => hasAttribute(sql, filter)),
    ...query.present.map((field) => isPresent(sql, field)),
  ];
  return [conditions.reduce((all, condition) => sql`${all} AND ${condition}`, sql`true`)];
}

function isPresent(sql: Sql, field: string) {
  if (field === 'errorDeclaration') return sql`e.declaration <> ''`;
  if (field === 'sensorElementList') {
    const type = fieldNumber('sensor type');
    return sql`e.sequence IN (SELECT f.event FROM trace.event_fields f WHERE f.field = ${type}::bigint)`;
  }
  return sql`jsonb_exists(e.document, ${field})`;
}
