import type { DemoMember } from './alliance.ts';
import type { DemoDocument, EpcisEvent } from './epcis.ts';
import { makeUuidUrn } from './events.ts';
import { describeEvents } from './masterData.ts';

/** Namespace of the platform's event extensions. */
const extensionNamespace = 'https://ns.xiangyu.example/epcis/';

/** Wraps events into the document that a member's system would send, with the master data that is its own. */
export function composeDocument(key: string, member: DemoMember, events: EpcisEvent[]): DemoDocument {
  const times = events.map((event) => event.eventTime).sort();
  return {
    key,
    member: member.slug,
    document: {
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { xy: extensionNamespace }],
      id: makeUuidUrn(`document/${key}`),
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: times.at(-1) ?? new Date(0).toISOString(),
      epcisHeader: { epcisMasterData: { vocabularyList: describeEvents(member, events) } },
      epcisBody: { eventList: events },
    },
  };
}
