import type { JsonObject } from './json.ts';
import { createJsonNames, type JsonNames } from './jsonNames.ts';
import { contextUrl, epcisNamespaces, isStandardNamespace } from './namespaces.ts';
import { parseXml, type XmlElement, xmlError } from './parseXml.ts';
import { readEvent } from './readEvent.ts';
import { addField, ownAttributes, readExtension, readFieldNames } from './readExtension.ts';
import { unwrap } from './readFields.ts';
import { readHeader } from './readHeader.ts';
import { findChild, readMasterData } from './readMasterData.ts';
import type { XmlLimits } from './xmlLimits.ts';

type Kind = keyof typeof epcisNamespaces;
const roots: Readonly<Record<string, Kind>> = {
  EPCISDocument: 'document',
  EPCISQueryDocument: 'query',
  EPCISMasterDataDocument: 'masterData',
};
const events = new Set(
  'ObjectEvent AggregationEvent AssociationEvent TransactionEvent TransformationEvent QuantityEvent'.split(' '),
);

function kindOf(root: XmlElement): Kind | 'event' {
  const { local, uri } = root;
  if (events.has(local) && isStandardNamespace(uri)) return 'event';
  const kind = Object.hasOwn(roots, local) ? roots[local] : undefined;
  if (!kind) {
    throw xmlError(
      root,
      `the root element ${local} is none of ${Object.keys(roots).join(', ')}`,
      `根元素 ${local} 不是 ${Object.keys(roots).join('、')} 之一`,
    );
  }
  const namespaces = Object.values(epcisNamespaces[kind]);
  if (!namespaces.some((known) => known === uri)) {
    const known = namespaces.reverse();
    throw xmlError(
      root,
      `${local} is in the namespace "${uri}", not in ${known.join(' or ')}`,
      `${local} 的命名空间是“${uri}”，应为 ${known.join(' 或 ')}`,
    );
  }
  return kind;
}

function requireChild(element: XmlElement, local: string): XmlElement {
  const child = findChild(element, local);
  if (child) return child;
  throw xmlError(element, `the element ${element.local} has no ${local}`, `元素 ${element.local} 缺少 ${local}`);
}

/** Extensions of a document or a query's answer; `ignoreFields` names fields and has no values. */
function readExtensions(element: XmlElement, names: JsonNames): JsonObject {
  const object: JsonObject = {};
  for (const attribute of ownAttributes(element)) {
    if (!isStandardNamespace(attribute.uri)) addField(object, names.nameOf(attribute), attribute.value);
  }
  for (const child of element.children) {
    if (isStandardNamespace(child.uri)) continue;
    const value = child.local === 'ignoreFields' ? readFieldNames(child, names) : readExtension(child, names);
    addField(object, names.nameOf(child), value);
  }
  return object;
}

const readEvents = (list: XmlElement, names: JsonNames) => unwrap(list).map((event) => readEvent(event, names));

/** The answer to a query; some writers leave EPCISBody and QueryResults out. */
function readResults(root: XmlElement, names: JsonNames): JsonObject {
  const body = findChild(root, 'EPCISBody') ?? root;
  const results = findChild(body, 'QueryResults') ?? body;
  const resultsBody = findChild(results, 'resultsBody');
  if (!resultsBody) {
    const found = results.children.find((child) => isStandardNamespace(child.uri))?.local ?? 'nothing';
    throw xmlError(
      results,
      `${results.local} holds ${found}, not the results of a query`,
      `${results.local} 中不是查询结果`,
    );
  }
  const subscription = findChild(results, 'subscriptionID');
  const list = findChild(resultsBody, 'EventList');
  const vocabularies = findChild(resultsBody, 'VocabularyList');
  return {
    queryResults: {
      ...(results === root ? {} : readExtensions(results, names)),
      ...(subscription && { subscriptionID: subscription.text.trim() }),
      queryName: findChild(results, 'queryName')?.text.trim() ?? 'SimpleEventQuery',
      resultsBody: {
        eventList: list ? readEvents(list, names) : [],
        ...(vocabularies && { vocabularyList: readMasterData(vocabularies, names) }),
      },
    },
  };
}

function readBody(kind: Kind, root: XmlElement, names: JsonNames): JsonObject {
  if (kind === 'query') return { type: 'EPCISQueryDocument', epcisBody: readResults(root, names) };
  const body = requireChild(root, 'EPCISBody');
  if (kind === 'document') {
    const list = requireChild(body, 'EventList');
    return { type: 'EPCISDocument', epcisBody: { eventList: readEvents(list, names) } };
  }
  const vocabularyList = readMasterData(requireChild(body, 'VocabularyList'), names);
  // JSON has no document of master data: there they stand in the header of a document that may have no events.
  return { type: 'EPCISDocument', epcisHeader: { epcisMasterData: { vocabularyList } }, epcisBody: { eventList: [] } };
}

/**
 * An XML document of EPCIS 2.0, 1.2 or 1.1 (EPCISDocument, EPCISQueryDocument, EPCISMasterDataDocument, or one event) as
 * the JSON form of EPCIS 2.0, with the same event hashes. Words of the CBV become bare words, namespaces the prefixes of
 * the `@context`, the extension wrappers of 1.2 disappear, its QuantityEvent becomes an ObjectEvent, and
 * `<prefix:ignoreFields>` a list of names. What the schema refuses comes over as it is, for capture to name by its place.
 *
 * Throws TRACE_MALFORMED_XML with line and column, for a document type declaration with content and a namespace that is
 * not of EPCIS too, and TRACE_XML_TOO_LARGE beyond `limits`.
 */
export function readXmlDocument(text: string, limits?: XmlLimits): JsonObject {
  const root = parseXml(text, limits);
  const names = createJsonNames();
  const kind = kindOf(root);
  const content = kind === 'event' ? readEvent(root, names) : readDocument(kind, root, names);
  const prefixes = names.context();
  return { '@context': Object.keys(prefixes).length > 0 ? [contextUrl, prefixes] : [contextUrl], ...content };
}

function readDocument(kind: Kind, root: XmlElement, names: JsonNames): JsonObject {
  const creationDate = root.attributes.find(({ local, uri }) => local === 'creationDate' && uri === '')?.value;
  const { type = '', epcisHeader, epcisBody = {} } = readBody(kind, root, names);
  const header = readHeader(findChild(root, 'EPCISHeader'), names);
  return {
    type,
    schemaVersion: '2.0',
    ...(creationDate !== undefined && { creationDate: creationDate.trim() }),
    ...readExtensions(root, names),
    ...(epcisHeader !== undefined && { epcisHeader }),
    ...header,
    epcisBody,
  };
}
