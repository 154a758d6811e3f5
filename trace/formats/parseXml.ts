import { SaxesParser, type SaxesTagNS } from 'saxes';
import { inBoth } from '../../proof/index.ts';
import { formatErrors } from './errors.ts';
import { usualXmlLimits, type XmlLimits } from './xmlLimits.ts';

/** Where something stands in the text, from 1. */
export interface XmlPlace {
  line: number;
  column: number;
}

/** The prefixes that an element declares; those of its ancestors hold too where it does not declare them again. */
export interface XmlScope {
  parent: XmlScope | null;
  prefixes: Readonly<Record<string, string>>;
}

/** An attribute; declarations of namespaces are in the scope instead. */
export interface XmlAttribute {
  prefix: string;
  local: string;
  uri: string;
  value: string;
}

/** An element with its text, references and CDATA sections resolved, comments and instructions left out. */
export interface XmlElement extends XmlPlace {
  prefix: string;
  local: string;
  /** Its namespace, empty when it is in none. */
  uri: string;
  attributes: readonly XmlAttribute[];
  children: XmlElement[];
  /** All text directly within it, in one piece. */
  text: string;
  scope: XmlScope;
}

/** The error of a place in the document. */
export function xmlError({ line, column }: XmlPlace, en: string, zh: string): Error {
  return formatErrors.malformedXml(...inBoth({ line, column, problem: { en, zh } }));
}

const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';
// A bare name declares nothing; everything else (a subset, an external identifier) could.
const emptyDoctype = /^\s*[\p{L}_][\p{L}\p{N}_.:-]*\s*$/u;
// The text came here as UTF-8: what says that it is written otherwise has been misread.
const readableEncoding = /^(?:utf-?8|us-ascii)$/i;
/** Names that would reach the prototype of an object made of the document. */
const reservedNames = new Set(['__proto__', 'constructor', 'prototype']);

function readAttributes(tag: SaxesTagNS, place: XmlPlace): XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
    if (uri === xmlnsNamespace) continue;
    if (prefix === '' && reservedNames.has(local))
      throw xmlError(place, `the attribute name ${local} is reserved`, `属性名 ${local} 是保留名称`);
    attributes.push({ prefix, local, uri, value });
  }
  return attributes;
}

/**
 * The tree of a well-formed document (XML 1.0, Namespaces 1.0). Only the five predefined entities and references to
 * characters are known: a document type declaration with anything but a name is refused, so no entity can be declared
 * and nothing is fetched. Throws TRACE_MALFORMED_XML and TRACE_XML_TOO_LARGE, both with line and column.
 */
export function parseXml(text: string, limits: XmlLimits = usualXmlLimits): XmlElement {
  // Version 1.1 would let characters in that neither JSON readers nor version 1.0 take.
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const here = (): XmlPlace => ({ line: parser.line, column: parser.columnIndex + 1 });
  const tooLarge = (limit: number, en: string, zh: string) =>
    formatErrors.xmlTooLarge(...inBoth({ ...here(), limit, what: { en, zh } }));
  if (text.length > limits.characters) throw tooLarge(limits.characters, 'characters', '个字符');

  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let start: XmlPlace = here();
  let nodes = 0;
  const namespaces = new Set<string>();
  const addText = (piece: string) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('error', ({ message }) => {
    throw xmlError(here(), message.replace(/^(?:\d+:\d+: )/, '').replace(/\.$/, ''), '不是格式良好的 XML');
  });
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (!readableEncoding.test(encoding))
      throw xmlError(
        here(),
        `the encoding is ${encoding}, and only UTF-8 is read`,
        `编码是 ${encoding}，只能读取 UTF-8`,
      );
  });
  parser.on('doctype', (doctype) => {
    if (emptyDoctype.test(doctype)) return;
    throw xmlError(
      here(),
      'a document type declaration with entities or an external identifier is not read',
      '不读取带实体或外部标识的文档类型声明',
    );
  });
  parser.on('opentagstart', ({ name }) => {
    // The parser stands behind the character that ends the name.
    start = { line: parser.line, column: Math.max(1, parser.columnIndex - name.length - 1) };
    if (open.length >= limits.depth) throw tooLarge(limits.depth, 'levels of elements', '层元素');
  });
  parser.on('attribute', () => {
    if (++nodes > limits.nodes) throw tooLarge(limits.nodes, 'elements and attributes', '个元素和属性');
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    const { prefix, local, uri } = tag;
    if (++nodes > limits.nodes) throw tooLarge(limits.nodes, 'elements and attributes', '个元素和属性');
    if (prefix === '' && reservedNames.has(local))
      throw xmlError(start, `the element name ${local} is reserved`, `元素名 ${local} 是保留名称`);
    const parent = open.at(-1);
    const outer = parent?.scope ?? null;
    for (const namespace of Object.values(tag.ns)) namespaces.add(namespace);
    if (namespaces.size > limits.namespaces) throw tooLarge(limits.namespaces, 'namespaces', '个命名空间');
    const declares = Object.keys(tag.ns).length > 0;
    const scope = declares || !outer ? { parent: outer, prefixes: { ...tag.ns } } : outer;
    const attributes = readAttributes(tag, start);
    const element = { ...start, prefix, local, uri, attributes, children: [], text: '', scope };
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (!root) throw xmlError(here(), 'it has no element', '没有任何元素');
  return root;
}

/** The namespace that a prefix stands for within `scope`. */
export function findNamespace(scope: XmlScope, prefix: string): string | undefined {
  for (let inner: XmlScope | null = scope; inner; inner = inner.parent) {
    if (Object.hasOwn(inner.prefixes, prefix)) return inner.prefixes[prefix];
  }
  return undefined;
}
