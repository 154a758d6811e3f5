import { inBoth } from '../../proof/index.ts';
import { formatErrors } from './errors.ts';
import type { JsonObject } from './json.ts';
import { element, type Writing, writeExtension } from './writeElement.ts';
import { type EventWriting, eventWriters, next } from './writeFields.ts';

/** Fields that the schema wants earlier than `eventWriters` has them, and lists that it wants even when empty. */
const peculiarities: Readonly<Record<string, { before?: [field: string, other: string]; required?: string }>> = {
  ObjectEvent: { required: 'epcList' },
  AggregationEvent: { required: 'childEPCs' },
  TransactionEvent: { required: 'epcList', before: ['bizTransactionList', 'parentID'] },
  AssociationEvent: { before: ['childQuantityList', 'action'] },
};

function fieldOrder(type: string): string[] {
  const order = Object.keys(eventWriters);
  const [field, other] = peculiarities[type]?.before ?? [];
  if (field === undefined || other === undefined) return order;
  const rest = order.filter((name) => name !== field);
  return rest.toSpliced(rest.indexOf(other), 0, field);
}
const orders = new Map(Object.keys(peculiarities).map((type) => [type, fieldOrder(type)]));
const usualOrder = Object.keys(eventWriters);

const newIn20 = ['sensorElementList', 'persistentDisposition', 'certificationInfo'];
const inHead = new Set(['eventTime', 'recordTime', 'eventTimeZoneOffset']);
const inBaseExtension = new Set(['eventID', 'errorDeclaration']);
const inExtension = new Set(['quantityList', 'childQuantityList', 'sourceList', 'destinationList', 'ilmd']);

/** Puts `content` into an element of that name, if there is any. */
const wrap = (name: string, content: string, writing: Writing) =>
  content === '' ? '' : element(name, '', content, writing);

/** One event as element of an EventList. Throws TRACE_NOT_EXPRESSIBLE. */
export function writeEvent(event: JsonObject, outer: EventWriting): string {
  const { type, '@context': context, ...content } = event;
  const kind = String(type);
  const old = outer.version === '1.2';
  const entered = outer.names.enter(context);
  const isTransformation = old && kind === 'TransformationEvent';
  const own = { ...outer, names: entered.names };
  const level = isTransformation ? next(own) : own;
  if (old) refuseNews(kind, content);

  const inner = next(level);
  let head = '';
  let base = '';
  let xml = '';
  let extension = '';
  for (const name of orders.get(kind) ?? usualOrder) {
    const value = content[name] ?? (peculiarities[kind]?.required === name ? [] : undefined);
    const write = eventWriters[name];
    if (write === undefined || value === undefined || value === null) continue;
    if (inHead.has(name)) head += write(name, value, inner);
    else if (old && inBaseExtension.has(name)) base += write(name, value, next(inner));
    else if (old && !isTransformation && inExtension.has(name)) extension += write(name, value, next(inner));
    else xml += write(name, value, inner);
  }
  xml = head + wrap('baseExtension', base, inner) + xml + wrap('extension', extension, inner);
  for (const [name, value] of Object.entries(content)) {
    if (!Object.hasOwn(eventWriters, name) && !name.startsWith('@')) xml += writeExtension(name, value, inner);
  }
  const written = element(entered.names.nameOf(kind), entered.declarations, xml, level);
  return isTransformation ? element('extension', '', written, outer) : written;
}

function refuseNews(kind: string, content: JsonObject): void {
  const field = newIn20.find((name) => content[name] !== undefined);
  const what = kind === 'AssociationEvent' ? kind : field;
  if (what === undefined) return;
  const problem = { en: 'EPCIS 1.2 does not have it', zh: 'EPCIS 1.2 中没有' };
  throw formatErrors.notExpressible(...inBoth({ what: JSON.stringify(what), problem }));
}
