import { cbvTerms } from './cbvTerms.ts';
import type { JsonObject } from './json.ts';
import type { JsonNames } from './jsonNames.ts';
import type { XmlElement } from './parseXml.ts';
import { fieldName, readNumber } from './readExtension.ts';
import {
  addElements,
  listOf,
  number,
  objectOf,
  type Readers,
  refuseAttributes,
  sensorAttributes,
  text,
  typed,
  word,
} from './readFields.ts';

const quantityList = listOf('quantityElement', objectOf({ epcClass: text, quantity: number, uom: text }));
const epcs = listOf('epc', text);
const place = objectOf({ id: text });
const dispositions = new Set(['set', 'unset']);

/** The fields of every type of event, EPCIS 2.0 section 7.4. */
const eventReaders: Readers = {
  eventTime: text,
  recordTime: text,
  eventTimeZoneOffset: text,
  eventID: text,
  errorDeclaration: objectOf({
    declarationTime: text,
    reason: word(cbvTerms.errorReason),
    correctiveEventIDs: listOf('correctiveEventID', text),
  }),
  certificationInfo: text,
  epcList: epcs,
  parentID: text,
  childEPCs: epcs,
  inputEPCList: epcs,
  outputEPCList: epcs,
  quantityList,
  childQuantityList: quantityList,
  inputQuantityList: quantityList,
  outputQuantityList: quantityList,
  transformationID: text,
  action: text,
  bizStep: word(cbvTerms.bizStep),
  disposition: word(cbvTerms.disposition),
  persistentDisposition: objectOf({ set: word(cbvTerms.disposition), unset: word(cbvTerms.disposition) }, dispositions),
  readPoint: place,
  bizLocation: place,
  bizTransactionList: listOf('bizTransaction', typed('bizTransaction', cbvTerms.bizTransaction)),
  sourceList: listOf('source', typed('source', cbvTerms.sourceDestination)),
  destinationList: listOf('destination', typed('destination', cbvTerms.sourceDestination)),
  sensorElementList: listOf(
    'sensorElement',
    objectOf({ sensorMetadata: sensorAttributes, sensorReport: sensorAttributes }, new Set(['sensorReport'])),
  ),
  ilmd: objectOf({}),
};

/** The event of version 1.x that counts objects of one class; version 2.0 has the observation of a quantity instead. */
function fromQuantityEvent({ epcClass, quantity, ...rest }: JsonObject): JsonObject {
  return {
    ...rest,
    type: 'ObjectEvent',
    action: 'OBSERVE',
    epcList: [],
    quantityList: [{ epcClass: epcClass ?? '', quantity: readNumber(String(quantity ?? '')) }],
  };
}

/** One event of any type, of the standard or of a vocabulary of one's own. Throws TRACE_MALFORMED_XML. */
export function readEvent(element: XmlElement, names: JsonNames): JsonObject {
  const type = fieldName(element, names);
  refuseAttributes(element);
  const event = addElements({ type }, element, eventReaders, names, new Set(['certificationInfo']));
  return type === 'QuantityEvent' ? fromQuantityEvent(event) : event;
}
