import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { systemViewer, type Viewer } from '../access/viewer.ts';
import type { EventRecord } from './storedEvent.ts';

/**
 * The event with an eventID, or with that hash id, and the error declarations about it, in the order of their
 * recording, as far as the viewer may see them. Empty when there is none. An eventID that came with a repetition of the
 * event finds it too.
 */
export async function readEvents(sql: Sql, eventID: string, viewer: Viewer = systemViewer): Promise<EventRecord[]> {
  return sql<EventRecord[]>`
    SELECT e.*, v.content AS envelope
    FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope
    WHERE e.hash = coalesce((SELECT hash FROM trace.event_ids WHERE event_id = ${eventID}), ${eventID})
      AND ${selectVisible(sql, viewer)}
    ORDER BY e.sequence`;
}
