import type { JsonValue } from '../../proof/index.ts';

/** What happened to a number of items of one class. */
export interface QuantityElement {
  epcClass: string;
  quantity?: number;
  uom?: string;
}

/** One report of a sensor; only the fields that this room reads. */
interface SensorReport {
  /** Absent in a report that only tells of an exception. */
  type?: string;
  time?: string;
  value?: number;
  minValue?: number;
  maxValue?: number;
  meanValue?: number;
  uom?: string;
  [field: string]: JsonValue | undefined;
}

/** A set of sensor reports with the metadata that they share. */
export interface SensorElement extends Extensible {
  sensorMetadata?: Record<string, JsonValue>;
  sensorReport: SensorReport[];
}

/** Extension fields beside those of the standard. */
interface Extensible {
  [extension: `${string}:${string}`]: JsonValue | undefined;
}

/** A validated event of any type; fields that its type does not have are absent. */
export interface EpcisEvent {
  type: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  eventID?: string;
  action?: 'OBSERVE' | 'ADD' | 'DELETE';
  epcList?: string[];
  quantityList?: QuantityElement[];
  parentID?: string;
  childEPCs?: string[];
  childQuantityList?: QuantityElement[];
  inputEPCList?: string[];
  inputQuantityList?: QuantityElement[];
  outputEPCList?: string[];
  outputQuantityList?: QuantityElement[];
  transformationID?: string;
  bizStep?: string;
  disposition?: string;
  readPoint?: { id: string } & Extensible;
  bizLocation?: { id: string } & Extensible;
  bizTransactionList?: { type?: string; bizTransaction: string }[];
  sensorElementList?: SensorElement[];
  certificationInfo?: string | string[];
  errorDeclaration?: { declarationTime: string; reason?: string; correctiveEventIDs?: string[] } & Extensible;
  ilmd?: Record<string, JsonValue>;
  '@context'?: JsonValue;
  [extension: string]: JsonValue | undefined | object;
}
