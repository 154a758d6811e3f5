import type { JsonValue } from '../../proof/index.ts';
import { type EpcFormat, translateEpcs } from '../formats/index.ts';
import { renderEvents } from '../query/renderEvents.ts';
import type { EventRecord } from '../query/storedEvent.ts';

export interface ComposePushParameters {
  events: readonly EventRecord[];
  queryName: string;
  /** Of a webhook subscription; a WebSocket has none. */
  subscriptionID?: string;
  epcFormat: EpcFormat;
}

/** The EPCISQueryDocument that a subscriber gets, as text (EPCIS 2.0 section 12.8.3: there is no pagination here). */
export function composePush({ events, queryName, subscriptionID, epcFormat }: ComposePushParameters): string {
  const document = renderEvents(events, queryName);
  const { queryResults } = document.epcisBody as { queryResults: Record<string, JsonValue> };
  const { resultsBody, ...named } = queryResults;
  const told = { ...named, ...(subscriptionID && { subscriptionID }), resultsBody: resultsBody ?? null };
  return JSON.stringify(translateEpcs({ ...document, epcisBody: { queryResults: told } }, epcFormat));
}
