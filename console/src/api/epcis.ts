import { isRecord } from './problem.ts';

/** An EPCIS event as JSON; which fields there are depends on its type. */
export type EpcisEvent = Record<string, unknown>;

/** The events of an EPCISDocument, an EPCISQueryDocument, a list or a bare event (EPCIS 2.0 section 9.3). */
export function readEvents(document: unknown): EpcisEvent[] {
  if (Array.isArray(document)) return document.filter(isRecord);
  if (!isRecord(document)) return [];
  if (typeof document.eventTime === 'string') return [document];
  const body = document.epcisBody;
  if (!isRecord(body)) return [];
  const results = isRecord(body.queryResults) ? body.queryResults.resultsBody : undefined;
  const holder = isRecord(results) ? results : body;
  if (isRecord(body.event)) return [body.event];
  return readEvents(holder.eventList ?? []);
}

/** A field's text, or null when it is missing or of another type. */
export function textOf(event: EpcisEvent, name: string): string | null {
  const value = event[name];
  return typeof value === 'string' ? value : null;
}

/** The `id` of a field such as `readPoint` or `bizLocation`. */
export function idOf(event: EpcisEvent, name: string): string | null {
  const value = event[name];
  if (typeof value === 'string') return value;
  return isRecord(value) ? textOf(value, 'id') : null;
}

/** Every EPC and EPC class that the event's lists name, in order. */
export function epcsOf(event: EpcisEvent, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const list = event[name];
    if (!Array.isArray(list)) return [];
    return list.flatMap((item) => (typeof item === 'string' ? [item] : isRecord(item) ? readClass(item) : []));
  });
}

const readClass = (quantity: EpcisEvent) => {
  const epcClass = textOf(quantity, 'epcClass');
  return epcClass === null ? [] : [epcClass];
};
