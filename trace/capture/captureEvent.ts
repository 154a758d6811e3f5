import { XiangyuError } from '../../errors.ts';
import { inBoth, type JsonValue } from '../../proof/index.ts';
import type { EpcisEvent } from '../epcis/event.ts';
import { firstOf, type Issue } from '../epcis/issue.ts';
import { traceErrors } from '../errors.ts';
import { type CaptureHouse, type CaptureParameters, readDocument, storeDocument } from './captureDocument.ts';

const standardContext = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const place = '/epcisBody/eventList/0';

/** The event as it was stored, with the eventID that it was given. */
export interface CapturedEvent {
  eventID: string;
  hash: string;
  event: EpcisEvent;
}

/**
 * Captures one bare event (EPCIS 2.0, section 12.6.2): it is stored, or it is refused; there is no job to look at. Throws
 * TRACE_INVALID_EVENT with pointers into the event, TRACE_EVENT_ID_TAKEN, and TRACE_EVENT_EXISTS when this content is
 * stored already.
 */
export async function captureEvent(
  house: CaptureHouse,
  event: unknown,
  parameters: Omit<CaptureParameters, 'errorBehaviour'>,
): Promise<CapturedEvent> {
  const createdAt = new Date().toISOString();
  const read = readBareEvent(house, event, createdAt);
  const [prepared] = read.prepared;
  return house.store.transaction(async (tx) => {
    const { errors, eventIDs, duplicates } = await storeDocument(house, tx, read, { ...parameters, createdAt });
    if (!prepared) throw traceErrors.invalidEvent(...inBoth({ count: 1, ...firstOf([]) }));
    // Thrown inside the transaction: nothing that it wrote stays.
    if (errors.length > 0) throw traceErrors.eventIdTaken({ index: 0, eventID: prepared.eventID });
    const [repeated] = duplicates;
    if (repeated) {
      const location = `/epcis/events/${encodeURIComponent(repeated.eventID)}`;
      throw traceErrors.eventExists({ eventID: repeated.eventID }, { details: { location } });
    }
    const eventID = eventIDs[0] ?? prepared.eventID;
    return { eventID, hash: prepared.hash, event: { ...prepared.event, eventID } };
  });
}

function readBareEvent(house: CaptureHouse, event: unknown, creationDate: string) {
  const document = {
    '@context': [standardContext],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate,
    epcisBody: { eventList: [event as JsonValue] },
  };
  try {
    return readDocument(house, document, 'rollback');
  } catch (error) {
    if (!(error instanceof XiangyuError) || !Array.isArray(error.details.errors)) throw error;
    const errors = (error.details.errors as Issue[]).map((issue) => ({
      ...issue,
      pointer: issue.pointer.startsWith(place) ? issue.pointer.slice(place.length) : issue.pointer,
    }));
    throw traceErrors.invalidEvent(...inBoth({ count: errors.length, ...firstOf(errors) }, { details: { errors } }));
  }
}
