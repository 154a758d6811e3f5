import { canonicalScalar, type ScalarForm, timeForm, wordForm } from './canonicalValue.ts';
import {
  BIZ_STEPS,
  BIZ_TRANSACTION_TYPES,
  COMPONENTS,
  DISPOSITIONS,
  EXCEPTIONS,
  MEASUREMENT_TYPES,
  SOURCE_DESTINATION_TYPES,
} from './cbvWords.ts';
import { type Field, fieldTable, listField, objectField, scalarField, unnamedField } from './writeFields.ts';

const text = (name: string) => scalarField(name, canonicalScalar);
const time = (name: string) => scalarField(name, timeForm);
const word = (name: string, words: ReadonlyMap<string, string>) => scalarField(name, wordForm(words));
const named = (name: string, fields: readonly Field[], scalar: ScalarForm = canonicalScalar) =>
  objectField(name, fieldTable(fields), scalar);

const epcs = (name: string) => listField(name, text('epc'));
const quantities = (name: string) =>
  listField(name, named('quantityElement', [text('epcClass'), text('quantity'), text('uom')]));
const typed = (list: string, name: string, types: ReadonlyMap<string, string>) =>
  listField(list, unnamedField(name, fieldTable([word('type', types), text(name)])));

const sensorMetadata = named('sensorMetadata', [
  time('time'),
  time('startTime'),
  time('endTime'),
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'].map(text),
]);

const sensorReport = named('sensorReport', [
  word('type', MEASUREMENT_TYPES),
  word('exception', EXCEPTIONS),
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod'].map(text),
  time('time'),
  ...['microorganism', 'chemicalSubstance', 'value'].map(text),
  word('component', COMPONENTS),
  ...['stringValue', 'booleanValue', 'hexBinaryValue', 'uriValue'].map(text),
  ...['minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue'].map(text),
  ...['uom', 'coordinateReferenceSystem'].map(text),
]);

/** Fields that are not part of an event's identity; `type` is written first by hand as `eventType`. */
const EXCLUDED = ['type', 'eventID', 'recordTime', 'errorDeclaration'];

/** Fields that the published hashes sort among the extensions, behind the sensor data. */
export const TRAILING_FIELDS: readonly Field[] = [
  typed('bizTransactionList', 'bizTransaction', BIZ_TRANSACTION_TYPES),
  typed('sourceList', 'source', SOURCE_DESTINATION_TYPES),
  typed('destinationList', 'destination', SOURCE_DESTINATION_TYPES),
];

/**
 * The canonical order of an event's fields. It is that of CBV 2.0 save for `bizTransactionList`, `sourceList`,
 * `destinationList` and `ilmd`: in every published hash they are sorted with the extensions.
 */
export const EVENT_FIELDS = fieldTable(
  [
    time('eventTime'),
    text('eventTimeZoneOffset'),
    text('certificationInfo'),
    epcs('epcList'),
    text('parentID'),
    epcs('inputEPCList'),
    epcs('childEPCs'),
    quantities('quantityList'),
    quantities('childQuantityList'),
    quantities('inputQuantityList'),
    epcs('outputEPCList'),
    quantities('outputQuantityList'),
    text('action'),
    text('transformationID'),
    word('bizStep', BIZ_STEPS),
    word('disposition', DISPOSITIONS),
    named('persistentDisposition', [word('set', DISPOSITIONS), word('unset', DISPOSITIONS)]),
    named('readPoint', [text('id')]),
    named('bizLocation', [text('id')]),
    listField('sensorElementList', named('sensorElement', [sensorMetadata, sensorReport])),
  ],
  [...EXCLUDED, ...TRAILING_FIELDS.map((field) => field.name)],
);
