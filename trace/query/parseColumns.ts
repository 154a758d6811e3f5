import type { Prefixes } from '../epcis/terms.ts';
import { toThingKey } from '../things.ts';
import { queryErrors } from './errors.ts';
import type { Comparison, EventQuery, PlaceFilter, ThingFilter } from './eventQuery.ts';
import { vocabularyWord } from './fieldName.ts';
import { matchParameters } from './parameters.ts';
import { type Filters, parseOrderField } from './parseFilters.ts';
import { readThingNames } from './readPattern.ts';
import type { ParameterValue } from './readValues.ts';

type Values = ReadonlyMap<string, ParameterValue>;

const mostEvents = 2_147_483_647;
const mostThings = 100;

/** The schema of GS1's query language and its OpenAPI write this parameter differently, and EPCIS 1.2 did too. */
const declarationTimes = ['errorDeclarationTime', 'errorDeclaration_Time', 'ERROR_DECLARATION_Time'];
const sensorTimes = ['time', 'startTime', 'endTime'];
const changes = ['EQ_persistentDisposition_set', 'EQ_persistentDisposition_unset'];
const ends = ['GE', 'LT'] as const;

const columns = new Set([
  ...['eventType', 'EQ_action', 'EQ_bizStep', 'EQ_disposition', 'EQ_eventID', 'EQ_transformationID'],
  ...['GE_eventTime', 'LT_eventTime', 'GE_recordTime', 'LT_recordTime'],
  ...['EQ_readPoint', 'WD_readPoint', 'EQ_bizLocation', 'WD_bizLocation'],
  ...['EXISTS_errorDeclaration', 'EQ_errorReason', 'EQ_correctiveEventID', ...changes],
  ...['orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount', 'perPage', 'nextPageToken'],
  ...ends.flatMap((one) => [...sensorTimes, ...declarationTimes].map((name) => `${one}_${name}`)),
]);

/** True for parameters that are read here or with the columns of an event; parseFilter reads all others. */
export function isColumn(name: string): boolean {
  return Object.hasOwn(matchParameters, name) || columns.has(name);
}

/** The MATCH_ parameters. An EPC pattern stands for EPCs alone, other class identifiers for quantities too. */
export function readThings(values: Values): ThingFilter[] {
  return Object.entries(matchParameters).flatMap(([name, match]) => {
    const value = values.get(name);
    if (!value) return [];
    const uris = value.texts();
    if (uris.length > mostThings)
      throw value.invalid(`1 to ${mostThings} URIs separated by |`, `以 | 分隔的 1 至 ${mostThings} 个 URI`);
    return [{ ...match, ...readThingNames(uris, match.level === 'class') }];
  });
}

/** The parameters EQ_ and WD_ of readPoint and bizLocation. */
export function readPlaces(values: Values): PlaceFilter[] {
  const columnOf = { readPoint: 'read_point', bizLocation: 'biz_location' } as const;
  return Object.entries(columnOf).flatMap(([field, column]) =>
    ['EQ', 'WD'].flatMap((one): PlaceFilter[] => {
      const value = values.get(`${one}_${field}`);
      return value ? [{ column, keys: value.texts().map(toThingKey), descendants: one === 'WD' }] : [];
    }),
  );
}

/** Parameters with names of the standard whose values are indexed like extension fields. */
export function addSpecial(values: Values, prefixes: Prefixes, { fields, present }: Filters): void {
  const word = (text: string) => vocabularyWord(prefixes, text);
  const equal = (name: string, field: string, canonical: (text: string) => string) => {
    const operands = values.get(name)?.operands(canonical);
    if (operands) fields.push({ names: [field], comparison: 'EQ', operands });
  };
  const timed = (parameter: string, field: string) => {
    for (const one of ends) {
      const value = values.get(`${one}_${parameter}`);
      if (!value) continue;
      const time = Date.parse(value.time());
      const operand = { text: value.text(), number: null, time, numeric: false };
      fields.push({ names: [field], comparison: one satisfies Comparison, operands: [operand] });
    }
  };
  for (const name of changes) equal(name, name.replace('EQ_', '').replace('_', ' '), word);
  equal('EQ_errorReason', 'errorDeclaration reason', word);
  equal('EQ_correctiveEventID', 'errorDeclaration corrective', (text) => text);
  for (const name of declarationTimes) timed(name, 'errorDeclaration time');
  for (const name of sensorTimes) timed(name, `sensor ${name}`);
  if (values.get('EXISTS_errorDeclaration')?.flag()) present.push('errorDeclaration');
}

type Order = Pick<EventQuery, 'orderBy' | 'descending' | 'eventCountLimit' | 'maxEventCount'>;

/** The order of the results and how many are wanted. */
export function readOrder(values: Values, prefixes: Prefixes): Order {
  const orderBy = values.get('orderBy');
  const direction = values.get('orderDirection')?.word(['ASC', 'DESC']) ?? 'DESC';
  const eventCountLimit = values.get('eventCountLimit')?.integer(1, mostEvents) ?? null;
  const maxEventCount = values.get('maxEventCount')?.integer(0, mostEvents) ?? null;
  if (eventCountLimit !== null && maxEventCount !== null) throw queryErrors.parametersExclusive();
  if (eventCountLimit !== null && !orderBy) throw queryErrors.limitWithoutOrder();
  const name = orderBy?.text() ?? 'eventTime';
  const standard = name === 'eventTime' || name === 'recordTime';
  return {
    orderBy: standard || !orderBy ? (name as 'eventTime') : { names: parseOrderField(orderBy, prefixes) },
    descending: direction === 'DESC',
    eventCountLimit,
    maxEventCount,
  };
}

/** Which page, and how many events it has. */
export function readPage(values: Values): { perPage: number; nextPageToken: string | null } {
  return {
    perPage: values.get('perPage')?.integer(1, 1000) ?? 30,
    nextPageToken: values.get('nextPageToken')?.text() ?? null,
  };
}
