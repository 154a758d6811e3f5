import type { JsonValue } from '../../proof/index.ts';
import type { EpcisEvent } from '../epcis/event.ts';
import type { Prefixes } from '../epcis/terms.ts';
import {
  extensionField,
  type FieldScope,
  fieldNumber,
  fullName,
  indexedText,
  readMoment,
  readNumber,
  vocabularyWord,
} from '../query/fieldName.ts';
import { toThingKey } from '../things.ts';

/** A value that queries look for, of a field that not every event has. */
export interface EventField {
  /** See fieldNumber. */
  field: string;
  /** Null for a JSON number and for a field that holds other fields. */
  text: string | null;
  number: number | null;
  /** Milliseconds since 1970. */
  time: number | null;
}

type JsonObject = { [key: string]: JsonValue | undefined };
type Add = (name: string, value: JsonValue | undefined) => void;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Attributes of a sensor element whose value is a URI that may name a thing. */
const identifiers = ['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'];
const sensorNumbers = ['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percValue'];

/** Everything in an event that is found by its fields: papers, parties, persistent dispositions, extensions, sensors. */
export function readFields(event: EpcisEvent, prefixes: Prefixes): EventField[] {
  const found = new Map<string, EventField>();
  const put = (name: string, value: Omit<EventField, 'field'>) => {
    const field = fieldNumber(name);
    found.set(`${field} ${value.text ?? value.number}`, { field, ...value });
  };
  const add: Add = (name, value) => {
    if (value === undefined || value === null) return;
    if (typeof value === 'number') put(name, { text: null, number: value, time: null });
    else if (typeof value === 'object') put(name, { text: null, number: null, time: null });
    else {
      const text = String(value);
      put(name, { text: indexedText(text), number: readNumber(text), time: readMoment(text) });
    }
  };
  const extend = (scope: FieldScope, holder: unknown) => addExtensions(add, prefixes, scope, holder);
  const word = (value: unknown) => vocabularyWord(prefixes, typeof value === 'string' ? value : '');

  addLists(add, event, word);
  const { errorDeclaration, readPoint, bizLocation, ilmd, sensorElementList } = event;
  if (errorDeclaration !== undefined) {
    add('errorDeclaration time', errorDeclaration.declarationTime);
    if (errorDeclaration.reason !== undefined) add('errorDeclaration reason', word(errorDeclaration.reason));
    for (const id of errorDeclaration.correctiveEventIDs ?? []) add('errorDeclaration corrective', id);
    extend('ERROR_DECLARATION', errorDeclaration);
  }
  extend('', event);
  extend('ILMD', ilmd);
  extend('READPOINT', readPoint);
  extend('BIZLOCATION', bizLocation);
  for (const element of listOf(sensorElementList)) {
    extend('SENSORELEMENT', element);
    const { sensorMetadata } = element;
    if (isObject(sensorMetadata)) addSensor(add, sensorMetadata);
    extend('SENSORMETADATA', sensorMetadata);
    for (const report of listOf(element.sensorReport)) {
      add('sensor type', word(report.type));
      addSensor(add, report);
      extend('SENSORREPORT', report);
    }
  }
  return [...found.values()];
}

/** The type stands before the identifier, so that one row answers for both. */
function addLists(add: Add, event: EpcisEvent, word: (value: unknown) => string): void {
  for (const kind of ['bizTransaction', 'source', 'destination']) {
    for (const item of listOf(event[`${kind}List`])) {
      add(kind, `${item.type === undefined ? '' : word(item.type)} ${toThingKey(String(item[kind]))}`);
    }
  }
  const { persistentDisposition } = event;
  if (!isObject(persistentDisposition)) return;
  for (const change of ['set', 'unset']) {
    for (const one of [persistentDisposition[change] ?? []].flat()) add(`persistentDisposition ${change}`, word(one));
  }
}

function addSensor(add: Add, attributes: JsonObject): void {
  const unit = typeof attributes.uom === 'string' ? attributes.uom : '';
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'type' || name.includes(':')) continue;
    if (sensorNumbers.includes(name)) add(`sensor ${name} ${unit}`, value);
    else add(`sensor ${name}`, identifiers.includes(name) ? toThingKey(String(value)) : value);
  }
}

/** Extension fields of `holder` and, as inner ones, everything below them. */
function addExtensions(add: Add, prefixes: Prefixes, scope: FieldScope, holder: unknown): void {
  if (!isObject(holder)) return;
  for (const [key, value] of Object.entries(holder)) {
    if (!key.includes(':')) continue;
    addValues(add, extensionField(scope, false, fullName(prefixes, key)), value);
    addInner(add, prefixes, scope, value);
  }
}

/** A JSON-LD or XML value object stands for its value. */
const plain = (value: JsonValue) => (isObject(value) ? (value['@value'] ?? value['#text'] ?? value) : value);

function addValues(add: Add, name: string, value: JsonValue | undefined): void {
  for (const one of [value ?? []].flat() as JsonValue[]) add(name, plain(one));
}

function addInner(add: Add, prefixes: Prefixes, scope: FieldScope, value: JsonValue | undefined): void {
  if (Array.isArray(value)) for (const item of value) addInner(add, prefixes, scope, item);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('@') || key.startsWith('#')) continue;
    addValues(add, extensionField(scope, true, fullName(prefixes, key)), inner);
    addInner(add, prefixes, scope, inner);
  }
}
