import {
  businessSteps,
  businessTransactionTypes,
  components,
  dispositions,
  errorReasons,
  measurements,
  sensorAlerts,
  sourceDestinationTypes,
} from '../epcis/vocabulary.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { standardPrefixes } from './namespaces.ts';

const list = (names: string) => names.trim().split(/\s+/);
const { epcis = '' } = standardPrefixes;

/** Terms whose value has a type; `isSet` for those that are lists without an order. */
function typed(names: string, type: string | null, isSet = false): JsonObject {
  const options = { ...(type !== null && { '@type': type }), ...(isSet && { '@container': '@set' }) };
  return Object.fromEntries(list(names).map((name) => [name, { '@id': `epcis:${name}`, ...options }]));
}

/** Terms that are nothing but their name in the vocabulary of EPCIS. */
const plain = (names: string): JsonObject => Object.fromEntries(list(names).map((name) => [name, `epcis:${name}`]));

const words = (lead: string, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, lead + name]));

/** A term whose values are words of a vocabulary, called `iri` there. */
const wordTerm = (iri: string, lead: string, names: readonly string[]): JsonObject => ({
  '@id': `epcis:${iri}`,
  '@type': '@vocab',
  '@context': words(lead, names),
});

/** A context that holds within one term only. */
const nested = (terms: JsonObject): JsonObject => ({ '@protected': true, epcis, ...terms });

function partyList(name: string): JsonObject {
  const type = wordTerm('sourceOrDestinationType', 'cbv:SDT-', sourceDestinationTypes);
  const party = { '@id': 'epcis:sourceOrDestination', '@type': '@id' };
  return { '@id': `epcis:${name}List`, '@container': '@set', '@context': nested({ [name]: party, type }) };
}

const sensorReport: JsonObject = {
  '@id': 'epcis:sensorReport',
  '@context': nested({
    type: wordTerm('measurementType', 'gs1:', measurements),
    exception: wordTerm('exception', 'gs1:', sensorAlerts),
    component: wordTerm('component', 'cbv:Comp-', components),
    stringValue: 'epcis:stringValue',
    ...typed('coordinateReferenceSystem microorganism chemicalSubstance uriValue', '@id'),
    ...typed('time', 'xsd:dateTimeStamp'),
    ...typed('value minValue maxValue meanValue sDev percRank percValue', 'xsd:double'),
    ...typed('booleanValue', 'xsd:boolean'),
    ...typed('hexBinaryValue', 'xsd:hexBinary'),
  }),
};

const sensorElementList: JsonObject = {
  '@id': 'epcis:sensorElementList',
  '@container': '@set',
  '@context': nested({
    type: '@type',
    ...typed('deviceID deviceMetadata rawData dataProcessingMethod', '@id'),
    ...typed('time', 'xsd:dateTimeStamp'),
    sensorMetadata: {
      '@id': 'epcis:sensorMetadata',
      '@context': nested({ ...typed('startTime endTime', 'xsd:dateTimeStamp'), ...typed('bizRules', '@id') }),
    },
    sensorReport,
  }),
};

const errorDeclaration: JsonObject = {
  '@id': 'epcis:errorDeclaration',
  '@context': nested({
    reason: wordTerm('reason', 'cbv:ER-', errorReasons),
    ...typed('correctiveEventIDs', '@id', true),
    ...typed('declarationTime', 'xsd:dateTimeStamp'),
  }),
};

const terms: Record<string, JsonValue> = {
  '@version': 1.1,
  '@protected': true,
  ...standardPrefixes,
  id: '@id',
  eventID: '@id',
  type: '@type',
  baseURL: '@base',
  ...plain('ObjectEvent AggregationEvent TransformationEvent AssociationEvent TransactionEvent Collection'),
  ...plain('EPCISDocument EPCISQueryDocument epcisHeader masterData vocabularyList epcisBody queryResults'),
  ...plain('subscriptionID queryName resultsBody instanceIdentifier eventTimeZoneOffset action uom'),
  member: { '@id': 'rdfs:member', '@type': '@id', '@container': '@set' },
  schemaVersion: 'owl:versionInfo',
  creationDate: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  ...typed('sender receiver', 'xsd:string'),
  ...typed('eventTime recordTime', 'xsd:dateTimeStamp'),
  ...typed('quantity', 'xsd:decimal'),
  ...typed('bizLocation readPoint transformationID epcClass parentID', '@id'),
  ...typed('certificationInfo epcList childEPCs inputEPCList outputEPCList children', '@id', true),
  ...typed('quantityList childQuantityList inputQuantityList outputQuantityList', null, true),
  ...typed('ilmd eventList', null),
  bizStep: wordTerm('bizStep', 'cbv:BizStep-', businessSteps),
  disposition: wordTerm('disposition', 'cbv:Disp-', dispositions),
  persistentDisposition: {
    '@id': 'epcis:persistentDisposition',
    '@container': '@set',
    '@context': [words('cbv:Disp-', dispositions), nested(typed('set unset', '@vocab', true))],
  },
  bizTransactionList: {
    '@id': 'epcis:bizTransactionList',
    '@container': '@set',
    '@context': nested({
      bizTransaction: '@id',
      type: wordTerm('bizTransactionType', 'cbv:BTT-', businessTransactionTypes),
    }),
  },
  sourceList: partyList('source'),
  destinationList: partyList('destination'),
  sensorElementList,
  errorDeclaration,
};

/** The JSON-LD context of EPCIS 2.0: what every term of a document stands for. */
export const epcisContext: JsonObject = { '@context': terms };
