import { type CbvTerms, cbvTerms, toBareWord } from './cbvTerms.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { JsonNames } from './jsonNames.ts';
import { isStandardNamespace, xsiNamespace } from './namespaces.ts';
import { type XmlElement, xmlError } from './parseXml.ts';
import { addField, fieldName, isNil, ownAttributes, readBoolean, readExtension, readNumber } from './readExtension.ts';

/** What a standard element becomes. */
type Reader = (element: XmlElement, names: JsonNames) => JsonValue;
/** Readers by the name of the element. */
export type Readers = Readonly<Record<string, Reader>>;

/** Elements of version 1.2 that only wrap what version 2.0 has beside its other fields. */
const wrappers = new Set(['extension', 'baseExtension']);

function refuseChildren(element: XmlElement): void {
  const child = element.children[0];
  if (child)
    throw xmlError(
      child,
      `the element ${child.local} stands within ${element.local}, which is a text`,
      `元素 ${child.local} 位于只含文本的 ${element.local} 之内`,
    );
}

/** Throws TRACE_MALFORMED_XML for an attribute that the schema does not have: it would be lost without a word. */
export function refuseAttributes(element: XmlElement): void {
  const attribute = element.attributes.find(({ uri }) => uri === '');
  if (attribute)
    throw xmlError(
      element,
      `the element ${element.local} has no attribute ${attribute.local}`,
      `元素 ${element.local} 没有属性 ${attribute.local}`,
    );
}

/** An element that is a text. Throws TRACE_MALFORMED_XML. */
export const text: Reader = (element, names) => {
  refuseChildren(element);
  refuseAttributes(element);
  return names.valueOf(element.text.trim(), element.scope);
};
/** An element that is a number; another text stays text, for the schema to refuse. Throws TRACE_MALFORMED_XML. */
export const number: Reader = (element) => {
  refuseChildren(element);
  refuseAttributes(element);
  return readNumber(element.text);
};
/** An element that is a term of the CBV: the bare word where it has one. Throws TRACE_MALFORMED_XML. */
export const word =
  (terms: CbvTerms): Reader =>
  (element, names) =>
    toBareWord(String(text(element, names)), terms);

/** The elements called `item`, each by `read`; an empty list is an empty list. */
export const listOf =
  (item: string, read: Reader): Reader =>
  (element, names) => {
    refuseAttributes(element);
    return unwrap(element).map((child) => {
      if (child.local === item && isStandardNamespace(child.uri)) return read(child, names);
      throw xmlError(
        child,
        `the element ${child.local} stands within ${element.local}, which holds ${item} only`,
        `元素 ${child.local} 位于只含 ${item} 的 ${element.local} 之内`,
      );
    });
  };

/** The children of an element, those of wrappers in their place. */
export function unwrap(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) =>
    wrappers.has(child.local) && isStandardNamespace(child.uri) ? unwrap(child) : isNil(child) ? [] : [child],
  );
}

/** Adds the elements of an object: the standard's by `readers`, all others as extensions. `lists` may come repeatedly. */
export function addElements(
  object: JsonObject,
  element: XmlElement,
  readers: Readers,
  names: JsonNames,
  lists: ReadonlySet<string> = new Set(),
): JsonObject {
  for (const attribute of ownAttributes(element)) {
    if (isStandardNamespace(attribute.uri)) continue;
    addField(object, names.nameOf(attribute), names.valueOf(attribute.value, element.scope));
  }
  for (const child of unwrap(element)) {
    const name = fieldName(child, names);
    const read =
      isStandardNamespace(child.uri) && Object.hasOwn(readers, child.local) ? readers[child.local] : undefined;
    if (read && lists.has(name)) addToList(object, name, read(child, names));
    else if (read && Object.hasOwn(object, name))
      throw xmlError(child, `the element ${name} is there twice`, `元素 ${name} 出现两次`);
    else if (read) object[name] = read(child, names);
    else addField(object, name, readExtension(child, names));
  }
  return object;
}

function addToList(object: JsonObject, name: string, value: JsonValue): void {
  const list = object[name];
  if (Array.isArray(list)) list.push(value);
  else object[name] = [value];
}

/** An object with these fields and any extensions. Throws TRACE_MALFORMED_XML. */
export const objectOf =
  (readers: Readers, lists?: ReadonlySet<string>): Reader =>
  (element, names) => {
    refuseAttributes(element);
    return addElements({}, element, readers, names, lists);
  };

/** A text with its type in an attribute: `{ type, [name]: text }`. */
export const typed =
  (name: string, terms: CbvTerms): Reader =>
  (element, names) => {
    refuseChildren(element);
    const type = element.attributes.find((attribute) => attribute.local === 'type' && attribute.uri === '')?.value;
    const typeName = type === undefined ? {} : { type: toBareWord(names.valueOf(type.trim(), element.scope), terms) };
    return { ...typeName, [name]: names.valueOf(element.text.trim(), element.scope) };
  };

const numbers = new Set(['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue']);
const attributeTerms: Readonly<Record<string, CbvTerms>> = {
  type: cbvTerms.measurement,
  exception: cbvTerms.alert,
  component: cbvTerms.component,
};

/** Sensor metadata and reports carry their fields in attributes, extensions included. */
export const sensorAttributes: Reader = (element, names) => {
  const object: JsonObject = {};
  for (const attribute of element.attributes) {
    if (attribute.uri === xsiNamespace || !isStandardNamespace(attribute.uri)) continue;
    const { local } = attribute;
    const value = names.valueOf(attribute.value.trim(), element.scope);
    const terms = Object.hasOwn(attributeTerms, local) ? attributeTerms[local] : undefined;
    if (terms) object[local] = toBareWord(value, terms);
    else if (numbers.has(local)) object[local] = readNumber(value);
    else object[local] = local === 'booleanValue' ? readBoolean(value) : value;
  }
  return addElements(object, element, {}, names);
};
