import { inBoth, type JsonValue } from '../../proof/index.ts';
import { type Prefixes, readPrefixes } from '../epcis/terms.ts';
import { traceErrors } from '../errors.ts';
import { toThingKey } from '../things.ts';
import { queryErrors } from './errors.ts';
import type { EventQuery, TimeRange } from './eventQuery.ts';
import { vocabularyWord } from './fieldName.ts';
import { addSpecial, isColumn, readOrder, readPage, readPlaces, readThings } from './parseColumns.ts';
import { type Filters, parseFilter } from './parseFilters.ts';
import { type Given, ParameterValue } from './readValues.ts';

export type { EventQuery } from './eventQuery.ts';
export { eventParameters } from './parameters.ts';

export interface ParseEventQueryOptions {
  /** Namespaces of the caller's prefixes, from the header GS1-Extensions; those of the EPCIS context need not be told. */
  prefixes?: Iterable<readonly [string, string]>;
  /** True for the `query` object of a JSON body, whose lists are lists; in a URL `|` separates them. */
  json?: boolean;
}

/** Each is a join, and planning takes as long as the square of their number. */
const mostParameters = 50;

/** A prefix that every document of this platform's own events uses. */
const ownPrefixes = { xy: 'https://ns.xiangyu.example/epcis/' };

/**
 * Reads the parameters of a SimpleEventQuery (EPCIS 2.0 section 8.2.7) from a URL or from the `query` object of a JSON body,
 * whose `@context` may define prefixes. Throws TRACE_UNKNOWN_PARAMETER, TRACE_INVALID_PARAMETER, TRACE_UNKNOWN_PREFIX,
 * TRACE_PARAMETERS_EXCLUSIVE, TRACE_LIMIT_WITHOUT_ORDER and TRACE_QUERY_TOO_COMPLEX.
 */
export function parseEventQuery(
  given: Given,
  { prefixes: further = [], json = false }: ParseEventQueryOptions = {},
): EventQuery {
  const context = json ? (given['@context'] as JsonValue | undefined) : undefined;
  const prefixes: Prefixes = new Map([...readPrefixes(ownPrefixes, context), ...further]);
  const values = new Map(
    Object.entries(given)
      .filter(([name, value]) => value !== undefined && !(json && name === '@context'))
      .map(([name, value]) => [name, new ParameterValue(name, value, !json)]),
  );
  if (values.size > mostParameters) {
    const { size } = values;
    const en = `it has ${size} parameters, more than ${mostParameters}`;
    throw queryErrors.queryTooComplex(
      ...inBoth({ problem: { en, zh: `有 ${size} 个参数，超过 ${mostParameters} 个` } }),
    );
  }
  const take = <T>(name: string, read: (value: ParameterValue) => T): T | null => {
    const value = values.get(name);
    return value === undefined ? null : read(value);
  };
  const texts = (name: string) => take(name, (value) => value.texts());
  const words = (name: string) => texts(name)?.map((word) => vocabularyWord(prefixes, word)) ?? null;
  const range = (name: string): TimeRange => ({
    from: take(`GE_${name}`, (value) => value.time()),
    until: take(`LT_${name}`, (value) => value.time()),
  });
  const filters: Filters = { fields: [], units: [], attributes: [], present: [] };
  addSpecial(values, prefixes, filters);
  for (const [name, value] of values) if (!isColumn(name)) parseFilter(value, prefixes, filters);
  return {
    things: readThings(values),
    eventTypes: texts('eventType'),
    actions: take('EQ_action', (value) => value.words(['ADD', 'OBSERVE', 'DELETE'])),
    bizSteps: words('EQ_bizStep'),
    dispositions: words('EQ_disposition'),
    eventIDs: texts('EQ_eventID'),
    transformationIDs: texts('EQ_transformationID')?.map(toThingKey) ?? null,
    places: readPlaces(values),
    eventTime: range('eventTime'),
    recordTime: range('recordTime'),
    ...filters,
    ...readOrder(values, prefixes),
    ...readPage(values),
    text: JSON.stringify(
      Object.entries(given)
        .filter(([name]) => !paging.includes(name))
        .sort(),
    ),
  };
}

const paging = ['nextPageToken', 'perPage'];

/** The parameters of a list without filters. Throws TRACE_UNKNOWN_PARAMETER and TRACE_INVALID_PARAMETER. */
export function parsePaging(given: Given): { perPage: number; nextPageToken: string | null } {
  for (const name of Object.keys(given)) {
    if (!paging.includes(name)) throw traceErrors.unknownParameter({ name, known: paging.join(', ') });
  }
  return readPage(new Map(Object.entries(given).map(([name, value]) => [name, new ParameterValue(name, value, true)])));
}
