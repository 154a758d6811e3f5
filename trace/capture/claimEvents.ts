import { randomUUID } from 'node:crypto';
import type { Words } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { issueAt } from '../epcis/issue.ts';
import { traceErrors } from '../errors.ts';
import { claimEventIds } from './claimEventIds.ts';
import type { PreparedEvent, RefusedEvent } from './prepareEvents.ts';

/** The eventID of an event names other content. `pointer` is that of the list of events. */
function refuseEventId({ index, eventID }: PreparedEvent, pointer: string, { en, zh }: Words): RefusedEvent {
  const place = `${pointer}/${index}/eventID`;
  const errors = [issueAt(place, [en, 'an eventID of its own, or none'], [zh, '该事件自己的 eventID，或不填'])];
  return { index, error: traceErrors.eventIdTaken({ index, eventID }, { details: { errors } }) };
}

/** Events of a document whose eventID an earlier event of it gives to other content. */
export function findRepeatedIds(prepared: readonly PreparedEvent[], pointer: string): RefusedEvent[] {
  const first = new Map<string, PreparedEvent>();
  return prepared.flatMap((event) => {
    const earlier = first.get(event.eventID);
    if (!earlier) first.set(event.eventID, event);
    if (!earlier || earlier.hash === event.hash) return [];
    const en = `is the eventID of event ${earlier.index} too, which has other content`;
    return [refuseEventId(event, pointer, { en, zh: `也是序号 ${earlier.index} 的事件的 eventID，而两者内容不同` })];
  });
}

const taken = { en: 'names a stored event with other content', zh: '已用于内容不同的另一事件' };

/**
 * Claims the eventIDs of events and leaves out repetitions within the document. Events whose eventID is stored for other
 * content are `refused`.
 */
export async function claimEvents(
  tx: Tx,
  prepared: readonly PreparedEvent[],
  pointer: string,
): Promise<{ claimed: PreparedEvent[]; refused: RefusedEvent[] }> {
  const first = new Map<string, PreparedEvent>();
  for (const event of prepared) {
    const identity = `${event.hash} ${event.declaration}`;
    if (!first.has(identity)) first.set(identity, event);
  }
  const conflicts = await claimEventIds(tx, [...first.values()]);
  const claimed: PreparedEvent[] = [];
  const renamed: PreparedEvent[] = [];
  const refused: RefusedEvent[] = [];
  for (const event of first.values()) {
    if (!conflicts.has(event.eventID)) claimed.push(event);
    else if (!event.assigned) refused.push(refuseEventId(event, pointer, taken));
    else {
      // Someone gave this event's hash id to another event as its eventID: that must not keep it out.
      const eventID = `urn:uuid:${randomUUID()}`;
      renamed.push({ ...event, eventID, event: { ...event.event, eventID } });
    }
  }
  await claimEventIds(tx, renamed);
  return { claimed: [...claimed, ...renamed].sort((a, b) => a.index - b.index), refused };
}
