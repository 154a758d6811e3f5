import type { Sql } from '../../store/index.ts';
import type { EventRecord } from '../query/storedEvent.ts';

/** Events by sequence, in the order in which they happened. */
export async function readRecords(sql: Sql, sequences: readonly string[]): Promise<EventRecord[]> {
  return sql<EventRecord[]>`
    SELECT e.*, v.content AS envelope
    FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope
    WHERE e.sequence = ANY(${[...sequences]}::bigint[])
    ORDER BY e.event_time, e.sequence`;
}
