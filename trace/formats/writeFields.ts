import { type CbvTerms, cbvTerms, toBareWord } from './cbvTerms.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { deeper, element, type Writing, writeExtension } from './writeElement.ts';

/** Values of the header GS1-CBV-XML-Format, EPCIS 2.0 section 12.6. */
export type CbvFormat = 'No_Preference' | 'Always_Web_URI' | 'Always_URN' | 'Never_Translates';

/** How an event is written. */
export interface EventWriting extends Writing {
  version: '2.0' | '1.2';
  cbvFormat: CbvFormat;
}

type Writer = (name: string, value: JsonValue, writing: EventWriting) => string;

/** The same one level deeper. */
export const next = (writing: EventWriting): EventWriting => ({ ...writing, ...deeper(writing) });
const listOf = (value: JsonValue) => (Array.isArray(value) ? value : [value]);

const text: Writer = (name, value, writing) =>
  listOf(value)
    .map((item) =>
      isJsonObject(item)
        ? writeExtension(name, item, writing)
        : element(name, '', writing.names.valueOf(item), writing),
    )
    .join('');

/** A term of the CBV in the form asked for; one of another vocabulary as it is. */
function term(value: JsonValue, terms: CbvTerms, { names, cbvFormat }: EventWriting): string {
  const word = toBareWord(String(value), terms);
  if (!terms.words.has(word)) return names.valueOf(value);
  if (cbvFormat === 'Always_Web_URI') return names.valueOf(terms.web + word);
  return names.valueOf((terms.urn ?? terms.compact) + word);
}

const word =
  (terms: CbvTerms): Writer =>
  (name, value, writing) =>
    listOf(value)
      .map((item) => element(name, '', term(item, terms, writing), writing))
      .join('');

const list =
  (item: string, write: Writer): Writer =>
  (name, value, writing) =>
    element(
      name,
      '',
      listOf(value)
        .map((entry) => write(item, entry, next(writing)))
        .join(''),
      writing,
    );

/** The fields of an object in the order of `writers`, then all others as extensions. */
function fields(object: JsonObject, writers: Readonly<Record<string, Writer>>, writing: EventWriting): string {
  let content = '';
  for (const [name, write] of Object.entries(writers)) {
    const value = object[name];
    if (value !== undefined && value !== null) content += write(name, value, writing);
  }
  for (const [name, value] of Object.entries(object)) {
    if (!Object.hasOwn(writers, name) && !name.startsWith('@')) content += writeExtension(name, value, writing);
  }
  return content;
}

const object =
  (writers: Readonly<Record<string, Writer>>): Writer =>
  (name, value, writing) =>
    isJsonObject(value)
      ? element(name, '', fields(value, writers, next(writing)), writing)
      : text(name, value, writing);

const typed =
  (terms: CbvTerms): Writer =>
  (name, value, writing) => {
    if (!isJsonObject(value)) return text(name, value, writing);
    const type = value.type === undefined ? '' : ` type="${term(value.type, terms, writing)}"`;
    return element(name, type, writing.names.valueOf(value[name] ?? ''), writing);
  };

const attributeTerms: Readonly<Record<string, CbvTerms>> = {
  type: cbvTerms.measurement,
  exception: cbvTerms.alert,
  component: cbvTerms.component,
};

/** Sensor metadata and reports: scalars are attributes, all else of an extension elements. */
const sensorAttributes: Writer = (name, value, writing) =>
  listOf(value)
    .map((entry) => {
      if (!isJsonObject(entry)) return text(name, entry, writing);
      let attributes = '';
      let content = '';
      for (const [key, field] of Object.entries(entry)) {
        if (field === null || key.startsWith('@')) continue;
        if (typeof field === 'object') {
          content += writeExtension(key, field, next(writing));
          continue;
        }
        const terms = Object.hasOwn(attributeTerms, key) ? attributeTerms[key] : undefined;
        const written = terms ? term(field, terms, writing) : writing.names.valueOf(field);
        attributes += ` ${writing.names.nameOf(key)}="${written}"`;
      }
      return element(name, attributes, content, writing);
    })
    .join('');

const epcs = list('epc', text);
const quantities = list('quantityElement', object({ epcClass: text, quantity: text, uom: text }));
const place = object({ id: text });
const disposition = word(cbvTerms.disposition);

/** Every field in an order that suits all types of event, EPCIS 2.0 section 9.4. */
export const eventWriters: Readonly<Record<string, Writer>> = {
  eventTime: text,
  recordTime: text,
  eventTimeZoneOffset: text,
  eventID: text,
  errorDeclaration: object({
    declarationTime: text,
    reason: word(cbvTerms.errorReason),
    correctiveEventIDs: list('correctiveEventID', text),
  }),
  certificationInfo: text,
  parentID: text,
  epcList: epcs,
  childEPCs: epcs,
  inputEPCList: epcs,
  inputQuantityList: quantities,
  outputEPCList: epcs,
  outputQuantityList: quantities,
  transformationID: text,
  action: text,
  bizStep: word(cbvTerms.bizStep),
  disposition,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: list('bizTransaction', typed(cbvTerms.bizTransaction)),
  quantityList: quantities,
  childQuantityList: quantities,
  sourceList: list('source', typed(cbvTerms.sourceDestination)),
  destinationList: list('destination', typed(cbvTerms.sourceDestination)),
  sensorElementList: list(
    'sensorElement',
    object({ sensorMetadata: sensorAttributes, sensorReport: sensorAttributes }),
  ),
  persistentDisposition: object({ set: disposition, unset: disposition }),
  ilmd: object({}),
};
