import type { Tx } from '../../store/index.ts';
import type { EpcisEvent } from '../epcis/event.ts';
import { toThingKey } from '../things.ts';
import type { Audience } from './audience.ts';

/** An event that the transaction stored. */
export interface RestrictedEvent {
  sequence: string;
  /** Empty for an event without error declaration. */
  declaration: string;
  event: EpcisEvent;
}

/**
 * Restricts events in the transaction that stored them. A member's error declaration never shows more than the event of
 * its own that it is about.
 */
export async function storeAudience(tx: Tx, events: readonly RestrictedEvent[], audience: Audience): Promise<void> {
  if (audience.kind !== 'public' && events.length > 0) {
    const rows = events.map(({ sequence, event }) => ({ sequence, parties: readParties(event) }));
    await tx`
      UPDATE trace.events e SET audience = ${audience.kind},
        audience_members = ${audience.kind === 'members' ? [...audience.members] : null}::text[],
        audience_parties = CASE WHEN ${audience.kind} = 'partners'
          THEN ARRAY(SELECT jsonb_array_elements_text(r.parties)) END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(sequence bigint, parties jsonb)
      WHERE e.sequence = r.sequence`;
  }
  const declarations = events.filter(({ declaration }) => declaration !== '').map(({ sequence }) => sequence);
  if (declarations.length === 0) return;
  await tx`
    UPDATE trace.events e
    SET audience = o.audience, audience_members = o.audience_members, audience_parties = o.audience_parties
    FROM trace.events o
    WHERE e.sequence = ANY(${declarations}::bigint[]) AND o.hash = e.hash AND o.declaration = ''
      AND o.member = e.member AND o.audience <> 'public'`;
}

/** Sources and destinations of an event under their canonical names. */
function readParties(event: EpcisEvent): string[] {
  const { sourceList = [], destinationList = [] } = event as Named;
  const uris = [...sourceList.map(({ source }) => source), ...destinationList.map(({ destination }) => destination)];
  return [...new Set(uris.map(toThingKey))];
}

interface Named {
  sourceList?: { source: string }[];
  destinationList?: { destination: string }[];
}
