import type { EventQuery } from '../query/eventQuery.ts';
import { parseEventQuery, parsePaging } from '../query/parseQuery.ts';
import type { NamedQuery } from './query.ts';

/** Parameters that belong to the request for a page, not to what is asked. */
export interface PageParameters {
  perPage?: string;
  nextPageToken?: string;
}

/** The query that a definition stands for. Throws what the query language throws. */
export function toEventQuery(
  { query, prefixes }: Pick<NamedQuery, 'query' | 'prefixes'>,
  page: PageParameters = {},
): EventQuery {
  const parsed = parseEventQuery(query, { json: true, prefixes: Object.entries(prefixes) });
  return { ...parsed, ...parsePaging({ ...page }) };
}
