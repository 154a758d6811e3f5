import type { JsonObject, JsonValue } from './json.ts';
import type { JsonNames } from './jsonNames.ts';
import { isStandardNamespace, xsiNamespace } from './namespaces.ts';
import type { XmlAttribute, XmlElement } from './parseXml.ts';

const isBlank = (text: string) => text.trim() === '';
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A decimal text as number; the text itself when it is none, for the schema to refuse it by its place. */
export function readNumber(text: string): number | string {
  const trimmed = text.trim();
  const value = decimal.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : trimmed;
}

/** `true`, `false`, `1` or `0` as boolean; any other text as it is. */
export function readBoolean(text: string): boolean | string {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === '1') return true;
  return trimmed === 'false' || trimmed === '0' ? false : trimmed;
}

const numberTypes = new Set(
  'decimal integer int long short byte double float nonNegativeInteger positiveInteger unsignedInt'.split(' '),
);

/** The value of an attribute of the XML Schema instance namespace, such as `nil`. */
function schemaAttribute(element: XmlElement, local: string): string | undefined {
  return element.attributes.find((attribute) => attribute.uri === xsiNamespace && attribute.local === local)?.value;
}

/** True when the element says that it has no value (`xsi:nil`). */
export function isNil(element: XmlElement): boolean {
  return readBoolean(schemaAttribute(element, 'nil') ?? '') === true;
}

/** An integer that a 64-bit float cannot hold stays text, so that no digit is lost. */
function keepsDigits(value: number | string): boolean {
  return typeof value === 'number' && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function readScalar(element: XmlElement, names: JsonNames): JsonValue {
  const type = schemaAttribute(element, 'type')?.split(':').at(-1) ?? '';
  if (numberTypes.has(type)) {
    const value = readNumber(element.text);
    if (keepsDigits(value)) return value;
  }
  if (type === 'boolean') return readBoolean(element.text);
  return names.valueOf(isBlank(element.text) ? '' : element.text, element.scope);
}

/** Attributes that say something: not those that are for the XML Schema processor alone. */
export function ownAttributes(element: XmlElement): XmlAttribute[] {
  return element.attributes.filter(({ uri }) => uri !== xsiNamespace);
}

/** Adds a field; a second one of the same name makes a list of both. */
export function addField(object: JsonObject, name: string, value: JsonValue): void {
  const before = Object.hasOwn(object, name) ? object[name] : undefined;
  if (before === undefined) object[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else object[name] = [before, value];
}

/** The name of an extension field; within extensions the standard's own names stand without a prefix. */
export function fieldName({ prefix, local, uri }: { prefix: string; local: string; uri: string }, names: JsonNames) {
  return names.nameOf({ prefix, local, uri: isStandardNamespace(uri) ? '' : uri });
}

/**
 * The value of an extension element at any depth: text, or an object of its attributes and elements. Elements of one
 * name are a list; text beside them is `#text`.
 */
export function readExtension(element: XmlElement, names: JsonNames): JsonValue {
  const attributes = ownAttributes(element);
  if (attributes.length === 0 && element.children.length === 0) return readScalar(element, names);
  const object: JsonObject = {};
  for (const attribute of attributes) {
    addField(object, fieldName(attribute, names), names.valueOf(attribute.value, element.scope));
  }
  for (const child of element.children) {
    if (!isNil(child)) addField(object, fieldName(child, names), readExtension(child, names));
  }
  if (!isBlank(element.text)) object['#text'] = names.valueOf(element.text.trim(), element.scope);
  return object;
}

/** The field names that the elements within `element` stand for, as in `ignoreFields`. */
export function readFieldNames(element: XmlElement, names: JsonNames): string[] {
  return element.children.map((child) => fieldName(child, names));
}
