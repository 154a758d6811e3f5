import { type EpcisEvent, readEvents } from './epcis.ts';
import { type Page, readNextPageToken } from './page.ts';
import { isRecord } from './problem.ts';
import { requestWithHeaders } from './request.ts';

/** One page of events, the newest first. */
export async function listEvents(nextPageToken: string | null, signal?: AbortSignal): Promise<Page<EpcisEvent>> {
  const query = new URLSearchParams({ perPage: '20', orderBy: 'eventTime', orderDirection: 'DESC' });
  if (nextPageToken !== null) query.set('nextPageToken', nextPageToken);
  const { body, headers } = await requestWithHeaders(`/epcis/events?${query}`, { signal });
  const inBody = isRecord(body) ? body.nextPageToken : undefined;
  return {
    items: readEvents(body),
    nextPageToken: readNextPageToken(headers.get('link')) ?? (typeof inBody === 'string' ? inBody : null),
  };
}
