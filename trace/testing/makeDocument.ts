import type { EpcisEvent } from '../epcis/event.ts';

/** An event whose time zone and time need not be written out. */
export type EventDraft = { type: EpcisEvent['type'] } & Partial<EpcisEvent>;

const extensionPrefixes = { xy: 'https://ns.xiangyu.example/epcis/' };

/** A valid EPCISDocument of these events. */
export function makeDocument(events: EventDraft[], vocabularies: object[] = []): Record<string, unknown> {
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', extensionPrefixes],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2025-06-01T00:00:00Z',
    ...(vocabularies.length > 0 && { epcisHeader: { epcisMasterData: { vocabularyList: vocabularies } } }),
    epcisBody: {
      eventList: events.map((event) => ({
        eventTime: '2025-06-01T08:00:00.000+08:00',
        eventTimeZoneOffset: '+08:00',
        ...event,
      })),
    },
  };
}

/** An observation of one item with this serial number. */
export function observe(serial: string | number, more: Partial<EpcisEvent> = {}): EventDraft {
  const epcList = [`https://id.gs1.org/01/06901234567892/21/${serial}`];
  return { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'inspecting', epcList, ...more };
}
