import { type TSchema, Type } from 'typebox';
import { SensorElement } from './sensors.ts';
import {
  Action,
  BusinessStep,
  BusinessTransactionType,
  Context,
  Decimal,
  Disposition,
  ErrorReason,
  openObject,
  SourceDestinationType,
  Time,
  UnitOfMeasure,
  Uri,
  ZoneOffset,
} from './values.ts';

const optional = Type.Optional;
const closed = { additionalProperties: false };
const listOf = (item: TSchema, options = {}) => Type.Array(item, { description: 'a list', ...options });

const Identifiers = listOf(Uri, { description: 'a list of identifiers' });
const DistinctIdentifiers = listOf(Uri, { uniqueItems: true, description: 'a list of identifiers without repetition' });
const Quantities = listOf(
  Type.Object({ epcClass: Uri, quantity: optional(Decimal), uom: optional(UnitOfMeasure) }, closed),
);
const Place = Type.Object({ id: Uri });
const DispositionSet = Type.Array(Disposition, {
  minItems: 1,
  uniqueItems: true,
  description: 'a list of at least one disposition without repetition',
});

/** Fields of every event, EPCIS 2.0 section 7.4.1. */
const common = {
  '@context': optional(Context),
  eventTime: Time,
  eventTimeZoneOffset: ZoneOffset,
  recordTime: optional(Time),
  eventID: optional(Uri),
  certificationInfo: optional(
    Type.Union([Uri, Type.Array(Uri)], { description: 'the URI of a certificate, or a list of them' }),
  ),
  errorDeclaration: optional(
    openObject({ declarationTime: Time, reason: optional(ErrorReason), correctiveEventIDs: optional(Identifiers) }),
  ),
};

/** The why, where and how of the five standard events. */
const circumstances = {
  bizStep: optional(BusinessStep),
  disposition: optional(Disposition),
  readPoint: optional(Place),
  bizLocation: optional(Place),
  sourceList: optional(listOf(Type.Object({ type: SourceDestinationType, source: Uri }, closed))),
  destinationList: optional(listOf(Type.Object({ type: SourceDestinationType, destination: Uri }, closed))),
  sensorElementList: optional(listOf(SensorElement)),
};
const BusinessTransaction = Type.Object({ type: optional(BusinessTransactionType), bizTransaction: Uri }, closed);
const bizTransactionList = optional(listOf(BusinessTransaction));
const persistentDisposition = optional(
  Type.Object({ set: optional(DispositionSet), unset: optional(DispositionSet) }, { ...closed, minProperties: 1 }),
);
const ilmd = optional(
  Type.Object({}, { propertyNames: { type: 'string', format: 'uri' }, description: 'an object of extension fields' }),
);

const family = {
  parentID: optional(Uri),
  childEPCs: optional(Identifiers),
  childQuantityList: optional(Quantities),
  action: Action,
  ...circumstances,
  bizTransactionList,
};

/** One schema an event type; conditions between fields are in rules.ts. */
export const eventSchemas: Readonly<Record<string, TSchema>> = {
  ObjectEvent: openObject({
    type: Type.Literal('ObjectEvent'),
    ...common,
    action: Action,
    epcList: optional(DistinctIdentifiers),
    quantityList: optional(Quantities),
    ...circumstances,
    bizTransactionList,
    persistentDisposition,
    ilmd,
  }),
  AggregationEvent: openObject({
    type: Type.Literal('AggregationEvent'),
    ...common,
    ...family,
    // The JSON schema of GS1 does not have it here; the XML schema and its examples do.
    persistentDisposition,
  }),
  AssociationEvent: openObject({ type: Type.Literal('AssociationEvent'), ...common, ...family }),
  TransactionEvent: openObject({
    type: Type.Literal('TransactionEvent'),
    ...common,
    action: Action,
    parentID: optional(Uri),
    epcList: optional(Identifiers),
    quantityList: optional(Quantities),
    ...circumstances,
    bizTransactionList: listOf(BusinessTransaction, {
      minItems: 1,
      description: 'a list of at least one business transaction',
    }),
  }),
  TransformationEvent: openObject({
    type: Type.Literal('TransformationEvent'),
    ...common,
    transformationID: optional(Uri),
    inputEPCList: optional(DistinctIdentifiers),
    inputQuantityList: optional(Quantities),
    outputEPCList: optional(DistinctIdentifiers),
    outputQuantityList: optional(Quantities),
    ...circumstances,
    bizTransactionList,
    persistentDisposition,
    ilmd,
  }),
};

/** An event type of a vocabulary other than EPCIS: its type is a URI, its further fields are free. */
export const ExtensionEvent = Type.Object({
  type: Type.String({
    format: 'uri',
    description: `one of ${Object.keys(eventSchemas).join(', ')}, or the URI of an event type of your own`,
  }),
  ...common,
});
