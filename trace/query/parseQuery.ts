import { bareWord, readPrefixes } from '../epcis/terms.ts';
import { traceErrors } from '../errors.ts';
import { type Role, toThingKey } from '../things.ts';

/** Events that have one of `keys` in one of `roles`. */
export interface ThingFilter {
  roles: Role[];
  /** 'any': in lists of EPCs and of quantities alike. */
  level: 'instance' | 'class' | 'any';
  keys: string[];
}

/** A SimpleEventQuery of EPCIS 2.0 section 8.2.7, as far as this server knows it. */
export interface EventQuery {
  things: ThingFilter[];
  eventTypes: string[] | null;
  bizSteps: string[] | null;
  dispositions: string[] | null;
  eventIDs: string[] | null;
  /** ISO 8601; from inclusive, until exclusive. */
  eventTime: { from: string | null; until: string | null };
  recordTime: { from: string | null; until: string | null };
  orderBy: 'eventTime' | 'recordTime';
  descending: boolean;
  perPage: number;
  nextPageToken: string | null;
  /** Names the query in its page tokens. */
  text: string;
}

const matches: Record<string, Omit<ThingFilter, 'keys'>> = {
  // Class-level identifiers name quantities as well as items, so that a search for a lot finds all of it.
  MATCH_anyEPC: { roles: ['epc', 'child', 'parent', 'input', 'output'], level: 'any' },
  MATCH_epc: { roles: ['epc', 'child'], level: 'instance' },
  MATCH_parentID: { roles: ['parent'], level: 'instance' },
  MATCH_inputEPC: { roles: ['input'], level: 'instance' },
  MATCH_outputEPC: { roles: ['output'], level: 'instance' },
  MATCH_anyEPCClass: { roles: ['epc', 'child', 'input', 'output'], level: 'class' },
  MATCH_epcClass: { roles: ['epc', 'child'], level: 'class' },
  MATCH_inputEPCClass: { roles: ['input'], level: 'class' },
  MATCH_outputEPCClass: { roles: ['output'], level: 'class' },
};

/** Query parameters of GET /epcis/events, each with what it means. */
export const eventParameters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(matches).map(([name, { roles, level }]) => [
      name,
      `URIs separated by |, of which one must be ${level === 'class' ? 'a class' : 'named'} among ${roles.join(', ')}`,
    ]),
  ),
  eventType: 'event types separated by |',
  EQ_bizStep: 'business steps separated by |',
  EQ_disposition: 'dispositions separated by |',
  EQ_eventID: 'eventIDs separated by |',
  GE_eventTime: 'events at or after this date-time',
  LT_eventTime: 'events before this date-time',
  GE_recordTime: 'events recorded at or after this date-time',
  LT_recordTime: 'events recorded before this date-time',
  orderBy: 'eventTime (default) or recordTime',
  orderDirection: 'DESC (default) or ASC',
  perPage: 'events a page, 1 to 1000, 30 by default',
  nextPageToken: 'from the Link header of the page before',
};

type Given = Record<string, unknown>;

/** Reads query parameters. Throws TRACE_UNKNOWN_PARAMETER and TRACE_INVALID_PARAMETER. */
export function parseEventQuery(given: Given): EventQuery {
  const known = Object.keys(eventParameters);
  const values = readValues(given, known);
  const list = (name: string) => values.get(name)?.split('|').filter(Boolean) ?? null;
  const words = (name: string) => list(name)?.map((word) => bareWord(readPrefixes(), word)) ?? null;
  const time = (name: string) => readTime(name, values.get(name));
  const things = Object.entries(matches).flatMap(([name, filter]) => {
    const uris = list(name);
    if (uris === null) return [];
    if (uris.length === 0 || uris.length > 100) throw invalid(name, values.get(name), '1 to 100 URIs separated by |');
    return [{ ...filter, keys: uris.map((uri) => toThingKey(uri)) }];
  });
  const orderBy = values.get('orderBy') ?? 'eventTime';
  if (orderBy !== 'eventTime' && orderBy !== 'recordTime') throw invalid('orderBy', orderBy, 'eventTime or recordTime');
  const direction = values.get('orderDirection') ?? 'DESC';
  if (direction !== 'ASC' && direction !== 'DESC') throw invalid('orderDirection', direction, 'ASC or DESC');
  return {
    things,
    eventTypes: list('eventType'),
    bizSteps: words('EQ_bizStep'),
    dispositions: words('EQ_disposition'),
    eventIDs: list('EQ_eventID'),
    eventTime: { from: time('GE_eventTime'), until: time('LT_eventTime') },
    recordTime: { from: time('GE_recordTime'), until: time('LT_recordTime') },
    orderBy,
    descending: direction === 'DESC',
    ...readPaging(values),
    text: JSON.stringify([...values].filter(([name]) => name !== 'nextPageToken' && name !== 'perPage').sort()),
  };
}

/** The parameters of a list without filters. Throws TRACE_UNKNOWN_PARAMETER and TRACE_INVALID_PARAMETER. */
export function parsePaging(given: Given): { perPage: number; nextPageToken: string | null } {
  return readPaging(readValues(given, ['perPage', 'nextPageToken']));
}

function readValues(given: Given, known: string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    if (!known.includes(name)) throw traceErrors.unknownParameter({ name, known: known.join(', ') });
    if (Array.isArray(value)) throw invalid(name, value.join(','), 'the parameter once, its values separated by |');
    values.set(name, String(value));
  }
  return values;
}

function readPaging(values: Map<string, string>) {
  const text = values.get('perPage') ?? '30';
  const perPage = Number(text);
  if (!/^\d{1,4}$/.test(text) || perPage < 1 || perPage > 1000)
    throw invalid('perPage', text, 'a number from 1 to 1000');
  return { perPage, nextPageToken: values.get('nextPageToken') ?? null };
}

function readTime(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const valid =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
  // A plus sign that was not percent-encoded arrives as a space.
  if (!valid) throw invalid(name, text, 'a date-time with offset such as 2025-06-01T08:30:00Z, + written as %2B');
  return new Date(text).toISOString();
}

function invalid(name: string, value: string | undefined, expected: string) {
  return traceErrors.invalidParameter({ name, value: JSON.stringify((value ?? '').slice(0, 200)), expected });
}
