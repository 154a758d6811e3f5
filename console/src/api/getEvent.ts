import { request } from './request.ts';

/** The document that holds one event, by its event id or hash id. */
export function getEvent(eventID: string, signal?: AbortSignal): Promise<unknown> {
  return request(`/epcis/events/${encodeURIComponent(eventID)}`, { signal });
}
