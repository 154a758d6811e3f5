import type { Refusal } from '../store/openFieldStore.ts';
import type { Texts } from '../texts/texts.ts';

/** What a refusal is about, by the field of the event that it names, in the words of the person who recorded it. */
export function explainRefusal({ code, status, detail, faults }: Refusal, t: Texts): string {
  const fields = faults.map(({ field }) => field).join(' ') || detail;
  if (code?.includes('EVENT_ID')) return t.reason.taken;
  if (status === 413) return t.reason.size;
  if (/eventTime|creationDate|future/i.test(fields)) return t.reason.time;
  if (/quantity$|uom/i.test(fields)) return t.reason.quantity;
  if (/readPoint|bizLocation|sourceList|destinationList/i.test(fields)) return t.reason.place;
  if (/epc|quantityList|parentID|child|input|output/i.test(fields)) return t.reason.things;
  return t.reason.other;
}
