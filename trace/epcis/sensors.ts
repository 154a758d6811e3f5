import { Type } from 'typebox';
import { Component, Decimal, Measurement, openObject, SensorAlert, Time, Uri } from './values.ts';

const optional = Type.Optional;

const SensorMetadata = openObject({
  time: optional(Time),
  startTime: optional(Time),
  endTime: optional(Time),
  deviceID: optional(Uri),
  deviceMetadata: optional(Uri),
  rawData: optional(Uri),
  dataProcessingMethod: optional(Uri),
  bizRules: optional(Uri),
});

const SensorReport = openObject({
  // The XML schema of GS1 leaves it out of a report that only tells of an exception: see sensorRules.ts.
  type: optional(Measurement),
  exception: optional(SensorAlert),
  time: optional(Time),
  deviceID: optional(Uri),
  deviceMetadata: optional(Uri),
  rawData: optional(Uri),
  dataProcessingMethod: optional(Uri),
  bizRules: optional(Uri),
  microorganism: optional(Uri),
  chemicalSubstance: optional(Uri),
  coordinateReferenceSystem: optional(Uri),
  component: optional(Component),
  value: optional(Decimal),
  minValue: optional(Decimal),
  maxValue: optional(Decimal),
  meanValue: optional(Decimal),
  sDev: optional(Decimal),
  percRank: optional(Decimal),
  percValue: optional(Decimal),
  uom: optional(Type.String({ description: 'a unit code as text' })),
  stringValue: optional(Type.String({ description: 'a text' })),
  booleanValue: optional(Type.Boolean({ description: 'true or false' })),
  hexBinaryValue: optional(Type.String({ pattern: '^[0-9A-Fa-f]+$', description: 'hexadecimal digits' })),
  uriValue: optional(Uri),
});

/** EPCIS 2.0 section 7.3.7. */
export const SensorElement = openObject({
  sensorMetadata: optional(SensorMetadata),
  sensorReport: Type.Array(SensorReport, { minItems: 1, description: 'a list of at least one sensor report' }),
});
