import type { ThingFilter } from './eventQuery.ts';

type Match = Pick<ThingFilter, 'roles' | 'level'>;

/** The MATCH_ parameters: in which roles a thing is looked for. */
export const matchParameters: Readonly<Record<string, Match>> = {
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

/** EQ_ parameters over attributes of sensor elements, and how their values are understood. */
export const sensorAttributes: Readonly<Record<string, 'word' | 'thing' | 'text'>> = {
  type: 'word',
  deviceID: 'thing',
  deviceMetadata: 'thing',
  rawData: 'thing',
  dataProcessingMethod: 'thing',
  bizRules: 'thing',
  microorganism: 'text',
  chemicalSubstance: 'text',
  coordinateReferenceSystem: 'text',
  component: 'word',
  exception: 'word',
  stringValue: 'text',
  hexBinaryValue: 'text',
  uriValue: 'text',
  booleanValue: 'text',
};

/** Numbers of sensor reports that stand with a unit; of a deviation only the size counts, not the zero point. */
export const sensorNumbers = ['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percValue'] as const;

const list = (what: string) => `${what} separated by |, of which one must match`;
const comparisons = ['EQ', 'GT', 'GE', 'LT', 'LE'];

/** Query parameters with fixed names, each with what it means. Those with names of the caller's making: see docs/epcis.md. */
export const eventParameters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(matchParameters).map(([name, { roles, level }]) => [
      name,
      `EPCs, classes or patterns separated by |, of which one must be ${level === 'class' ? 'a class' : 'named'} among ${roles.join(', ')}`,
    ]),
  ),
  eventType: list('event types'),
  GE_eventTime: 'events at or after this date-time',
  LT_eventTime: 'events before this date-time',
  GE_recordTime: 'events recorded at or after this date-time',
  LT_recordTime: 'events recorded before this date-time',
  EQ_action: list('ADD, OBSERVE or DELETE,'),
  EQ_bizStep: list('business steps'),
  EQ_disposition: list('dispositions'),
  EQ_persistentDisposition_set: list('dispositions that the event sets,'),
  EQ_persistentDisposition_unset: list('dispositions that the event ends,'),
  EQ_readPoint: list('read points'),
  WD_readPoint: list('read points, with what master data puts below them,'),
  EQ_bizLocation: list('business locations'),
  WD_bizLocation: list('business locations, with what master data puts below them,'),
  EQ_transformationID: list('transformation identifiers'),
  EQ_eventID: list('eventIDs'),
  ...Object.fromEntries(comparisons.map((one) => [`${one}_quantity`, 'a quantity, whatever its unit'])),
  EXISTS_errorDeclaration: 'true: error declarations only',
  GE_errorDeclarationTime: 'declared erroneous at or after this date-time',
  LT_errorDeclarationTime: 'declared erroneous before this date-time',
  EQ_errorReason: list('reasons of an error declaration'),
  EQ_correctiveEventID: list('eventIDs of corrective events'),
  EXISTS_sensorElementList: 'true: events with sensor data only',
  ...Object.fromEntries(
    ['time', 'startTime', 'endTime'].flatMap((name) =>
      ['GE', 'LT'].map((one) => [`${one}_${name}`, `a date-time to compare ${name} of sensor data with`]),
    ),
  ),
  ...Object.fromEntries(
    Object.keys(sensorAttributes).map((name) => [`EQ_${name}`, list(`values of ${name} in sensor data`)]),
  ),
  ...Object.fromEntries(
    comparisons.map((one) => [`${one}_percRank`, 'a rank to compare percRank of sensor reports with']),
  ),
  orderBy: 'eventTime (default), recordTime, or an extension field',
  orderDirection: 'DESC (default) or ASC',
  eventCountLimit: 'only that many of the first events; with orderBy',
  maxEventCount: 'an error when more events answer',
  perPage: 'events a page, 1 to 1000, 30 by default',
  nextPageToken: 'from the Link header of the page before',
};
