import type { JsonValue } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { EpcisEvent } from '../epcis/event.ts';
import { readPrefixes } from '../epcis/terms.ts';
import { insertFields } from './insertIndex.ts';
import { readFields } from './readFields.ts';

const eventsAtOnce = 500;

interface Row {
  sequence: string;
  document: EpcisEvent;
  envelope: Record<string, JsonValue>;
}

/**
 * Indexes the fields of events that were captured by versions without that index; ends when there are none left. Any
 * number of processes may do it at once.
 */
export async function indexBacklog(store: Store, signal: AbortSignal): Promise<void> {
  let indexed = eventsAtOnce;
  while (indexed > 0 && !signal.aborted) {
    indexed = await store.transaction(async (tx) => {
      const rows = await tx<Row[]>`
        WITH taken AS (
          DELETE FROM trace.field_backlog WHERE sequence IN (
            SELECT sequence FROM trace.field_backlog ORDER BY sequence LIMIT ${eventsAtOnce} FOR UPDATE SKIP LOCKED)
          RETURNING sequence
        )
        SELECT e.sequence::text, e.document, v.content AS envelope
        FROM taken JOIN trace.events e USING (sequence) JOIN trace.envelopes v ON v.digest = e.envelope`;
      const events = rows.map(({ sequence, document, envelope }) => ({
        sequence,
        fields: readFields(document, readPrefixes(envelope['@context'], document['@context'])),
      }));
      await insertFields(tx, events);
      return rows.length;
    });
  }
}
