import { createHash } from 'node:crypto';
import { zoneOffset } from './calendar.ts';
import type { Certificate } from './certificates.ts';
import type { Action, Bilingual, BizTransaction, EpcisEvent, Quantity, SensorElement, SourceType } from './epcis.ts';
import type { Place } from './places.ts';

/** What, when, where and why: the part that all five event types share. */
export interface Occurrence {
  /** Stable name within the demonstration; the event ID is derived from it. */
  key: string;
  time: string;
  place: Place;
  /** Leave the business location out while goods are on the way. */
  moving?: boolean;
  step: string;
  disposition?: string;
  note: Bilingual;
  certificates?: Certificate[];
  transactions?: BizTransaction[];
  /** Party or place, from and to. */
  from?: { type: SourceType; id: string }[];
  to?: { type: SourceType; id: string }[];
  sensors?: SensorElement[];
}

/** A name-based UUID (RFC 9562, version 5) as a URN: the same key gives the same ID at every load. */
export function makeUuidUrn(key: string): string {
  const hash = createHash('sha1').update(`xiangyu/demo/${key}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}

function describe(o: Occurrence) {
  const transactions = [
    ...(o.transactions ?? []),
    ...(o.certificates ?? []).map(({ type, id }) => ({ type, bizTransaction: id })),
  ];
  const certificationInfo = (o.certificates ?? []).filter(({ type }) => type === 'cert').map(({ id }) => id);
  return {
    eventID: makeUuidUrn(o.key),
    eventTime: o.time,
    eventTimeZoneOffset: zoneOffset,
    ...(certificationInfo.length > 0 && { certificationInfo }),
    bizStep: o.step,
    ...(o.disposition !== undefined && { disposition: o.disposition }),
    readPoint: { id: o.place.id },
    ...(!o.moving && { bizLocation: { id: o.place.id } }),
    ...(transactions.length > 0 && { bizTransactionList: transactions }),
    ...(o.from && { sourceList: o.from.map(({ type, id }) => ({ type, source: id })) }),
    ...(o.to && { destinationList: o.to.map(({ type, id }) => ({ type, destination: id })) }),
    ...(o.sensors && { sensorElementList: o.sensors }),
    'xy:noteZh': o.note.zh,
    'xy:noteEn': o.note.en,
  };
}

type Goods = { epcs?: string[]; lots?: Quantity[] };
type Contents = Goods & { action: Action; parent: string };

/** An ObjectEvent: something was seen, made known or taken out of use. `ilmd` only with `ADD`. */
export function objectEvent(o: Occurrence & Goods & { action: Action; ilmd?: Record<string, string> }): EpcisEvent {
  return {
    type: 'ObjectEvent',
    ...describe(o),
    action: o.action,
    ...(o.epcs && { epcList: o.epcs }),
    ...(o.lots && { quantityList: o.lots }),
    ...(o.ilmd && { ilmd: o.ilmd }),
  };
}

/** A TransformationEvent: inputs were used up and outputs came to be. */
export function transformationEvent(
  o: Occurrence & { inputs: Quantity[]; outputs: Quantity[]; ilmd?: Record<string, string> },
): EpcisEvent {
  return {
    type: 'TransformationEvent',
    ...describe(o),
    inputQuantityList: o.inputs,
    outputQuantityList: o.outputs,
    ...(o.ilmd && { ilmd: o.ilmd }),
  };
}

function contain(type: 'AggregationEvent' | 'AssociationEvent', o: Occurrence & Contents): EpcisEvent {
  return {
    type,
    ...describe(o),
    action: o.action,
    parentID: o.parent,
    ...(o.epcs && { childEPCs: o.epcs }),
    ...(o.lots && { childQuantityList: o.lots }),
  };
}

/** An AggregationEvent: goods were put into (`ADD`) or taken out of (`DELETE`) a case or a pallet. */
export function aggregationEvent(o: Occurrence & Contents): EpcisEvent {
  return contain('AggregationEvent', o);
}

/** An AssociationEvent: an asset such as a logger was fixed to or taken off another object. */
export function associationEvent(o: Occurrence & Contents): EpcisEvent {
  return contain('AssociationEvent', o);
}

/** A TransactionEvent: goods were tied to business documents such as an order. */
export function transactionEvent(
  o: Occurrence & Goods & { action: Action; transactions: BizTransaction[] },
): EpcisEvent {
  return {
    type: 'TransactionEvent',
    ...describe(o),
    action: o.action,
    ...(o.epcs && { epcList: o.epcs }),
    ...(o.lots && { quantityList: o.lots }),
  };
}
