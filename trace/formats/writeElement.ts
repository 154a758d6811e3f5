import { inBoth } from '../../proof/index.ts';
import { formatErrors } from './errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import type { XmlNames } from './xmlNames.ts';

/** What writing needs: the names in force, the prefixes of XML Schema, and how far lines are indented. */
export interface Writing {
  names: XmlNames;
  /** Prefixes of the XML Schema instance and the XML Schema namespace. */
  xsi: string;
  xs: string;
  indent: string;
}

/** The same one level deeper. */
export function deeper(writing: Writing): Writing {
  return { ...writing, indent: `${writing.indent}  ` };
}

/** An element on lines of its own: with content that consists of whole lines, or with a text, or empty. */
export function element(name: string, attributes: string, content: string, { indent }: Writing): string {
  if (content === '') return `${indent}<${name}${attributes}/>\n`;
  if (content.endsWith('\n')) return `${indent}<${name}${attributes}>\n${content}${indent}</${name}>\n`;
  return `${indent}<${name}${attributes}>${content}</${name}>\n`;
}

/** The XML Schema type of a scalar that is no text, so that it comes back as what it was. */
function typeAttribute(value: JsonValue, { xsi, xs }: Writing): string {
  if (typeof value === 'boolean') return ` ${xsi}:type="${xs}:boolean"`;
  if (typeof value !== 'number') return '';
  return ` ${xsi}:type="${xs}:${Number.isSafeInteger(value) ? 'integer' : 'double'}"`;
}

const isScalar = (value: JsonValue | undefined) => typeof value !== 'object' || value === null;

/** The fields of an extension object: elements; beside a text they are attributes, as they were when it was read. */
function writeObject(name: string, object: JsonObject, writing: Writing, attributes: string): string {
  const { names } = writing;
  const fields = Object.entries(object).filter(([key]) => key !== '#text' && !key.startsWith('@'));
  const text = object['#text'];
  const lead = text === undefined || text === null ? '' : names.valueOf(text);
  if (lead === '' || !fields.every(([, value]) => isScalar(value))) {
    const content = fields.map(([key, value]) => writeExtension(key, value, deeper(writing))).join('');
    return element(names.nameOf(name), attributes, lead === '' ? content : `${lead}\n${content}`, writing);
  }
  const more = fields.map(([key, value]) => ` ${names.nameOf(key)}="${names.valueOf(value)}"`).join('');
  return element(names.nameOf(name), attributes + more, lead, writing);
}

/**
 * An extension field of any depth: an element, for a list one of them an entry, nothing for null. JSON-LD keywords
 * (`@…`) are left out. Throws TRACE_NOT_EXPRESSIBLE.
 */
export function writeExtension(name: string, value: JsonValue, writing: Writing, attributes = ''): string {
  const { names } = writing;
  if (value === null) return '';
  if (isJsonObject(value)) return writeObject(name, value, writing, attributes);
  if (!Array.isArray(value)) {
    const all = attributes + typeAttribute(value, writing);
    return element(names.nameOf(name), all, names.valueOf(value), writing);
  }
  return value
    .map((item) => {
      if (!Array.isArray(item)) return writeExtension(name, item, writing, attributes);
      throw formatErrors.notExpressible(
        ...inBoth({ what: JSON.stringify(name), problem: { en: 'it is a list of lists', zh: '是列表的列表' } }),
      );
    })
    .join('');
}
