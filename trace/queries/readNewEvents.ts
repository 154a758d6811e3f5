import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import type { Viewer } from '../access/viewer.ts';
import { selectEvents } from '../query/selectEvents.ts';
import type { EventRecord } from '../query/storedEvent.ts';
import type { NamedQuery } from './query.ts';
import { toEventQuery } from './toEventQuery.ts';

export interface ReadNewEventsParameters {
  query: Pick<NamedQuery, 'query' | 'prefixes'>;
  viewer: Viewer;
  /** Sequence numbers: after the first, up to and with the last. */
  after: string;
  until: string;
  /** Earliest record time, ISO 8601. */
  recordedFrom: string;
  limit: number;
}

/** The events of a query that a subscriber has not been told of, in the order of their sequence numbers. */
export async function readNewEvents(sql: Sql, parameters: ReadNewEventsParameters): Promise<EventRecord[]> {
  const { viewer, after, until, recordedFrom, limit } = parameters;
  // Every event is told of: the order and the limits of the query are about pages, not about what is new.
  const query = toEventQuery(parameters.query);
  const { from } = query.recordTime;
  const recordTime = { ...query.recordTime, from: from !== null && from > recordedFrom ? from : recordedFrom };
  return sql<EventRecord[]>`
    SELECT e.*, v.content AS envelope
    FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope
    WHERE ${await selectEvents(sql, { ...query, recordTime })} AND ${selectVisible(sql, viewer)}
      AND e.sequence > ${after}::bigint AND e.sequence <= ${until}::bigint
    ORDER BY e.sequence LIMIT ${limit}`;
}
