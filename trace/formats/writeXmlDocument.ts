import { inBoth } from '../../proof/index.ts';
import { formatErrors } from './errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { epcisNamespaces, xsdNamespace, xsiNamespace } from './namespaces.ts';
import { deeper, element, writeExtension } from './writeElement.ts';
import { writeEvent } from './writeEvent.ts';
import { type CbvFormat, type EventWriting, next } from './writeFields.ts';
import { writeHeader, writeMasterData } from './writeHeader.ts';
import { createXmlNames } from './xmlNames.ts';

/** How a document is written as XML. */
export interface WriteXmlOptions {
  /** Version of the schema, 2.0 by default; 1.2 has no sensors, associations, persistent dispositions, certificates. */
  version?: '2.0' | '1.2';
  /** How words of the CBV are written: web URIs when those are asked for, else URNs, which every version knows. */
  cbvFormat?: CbvFormat;
}

/** Extensions of the document itself; `ignoreFields` becomes empty elements of the names it lists. */
function writeExtensions(object: JsonObject, writing: EventWriting): string {
  let content = '';
  for (const [name, value] of Object.entries(object)) {
    if (!name.includes(':') || name.startsWith('@')) continue;
    if (name.endsWith(':ignoreFields') && Array.isArray(value)) {
      const fields = value.filter((field) => typeof field === 'string');
      const list = fields.map((field) => element(writing.names.nameOf(field), '', '', deeper(writing)));
      content += element(writing.names.nameOf(name), '', list.join(''), writing);
    } else content += writeExtension(name, value, writing);
  }
  return content;
}

function writeEvents(list: JsonValue | undefined, writing: EventWriting): string {
  const events = Array.isArray(list) ? list.filter(isJsonObject) : [];
  return element('EventList', '', events.map((event) => writeEvent(event, next(writing))).join(''), writing);
}

function writeResults(results: JsonObject, prefix: string, writing: EventWriting): string {
  const inner = next(writing);
  const body = isJsonObject(results.resultsBody) ? results.resultsBody : {};
  let content = '';
  for (const name of ['queryName', 'subscriptionID']) {
    const value = results[name];
    if (value !== undefined && value !== null) content += element(name, '', writing.names.valueOf(value), inner);
  }
  const list = body.vocabularyList;
  const vocabularies = list === undefined ? '' : writeMasterData(list, next(inner));
  const events = list !== undefined && body.eventList === undefined ? '' : writeEvents(body.eventList, next(inner));
  content += element('resultsBody', '', events + vocabularies, inner);
  return element(`${prefix}:QueryResults`, '', writeExtensions(results, inner) + content, writing);
}

/**
 * An EPCISDocument or EPCISQueryDocument as XML, with the same event hashes: EPCIS 2.0 section 9.5, or 1.2 with what 2.0
 * has beside its fields in extension wrappers. Numbers and booleans of extensions carry their XML Schema type, so that
 * reading gives them back. The `id` of a document and JSON-LD keywords have no place in XML. Identifiers are written as
 * they are: see `translateEpcs`.
 *
 * Throws TRACE_NOT_EXPRESSIBLE: a field without namespace or with a name that no element may have, a character that XML
 * lacks, a list of lists, and in version 1.2 what came later.
 */
export function writeXmlDocument(document: JsonObject, options: WriteXmlOptions = {}): string {
  const { version = '2.0', cbvFormat = 'No_Preference' } = options;
  const { type, epcisBody } = document;
  if ((type !== 'EPCISDocument' && type !== 'EPCISQueryDocument') || !isJsonObject(epcisBody)) {
    const problem = { en: 'it is no document of EPCIS', zh: '不是 EPCIS 文档' };
    throw formatErrors.notExpressible(...inBoth({ what: JSON.stringify(type ?? null), problem }));
  }
  const isQuery = type === 'EPCISQueryDocument';
  const outer = createXmlNames();
  const { declarations, names } = outer.enter(document['@context']);
  // Events may bring contexts of their own: their prefixes must be known before one is chosen for the schema.
  for (const event of eventsOf(epcisBody)) outer.enter(event['@context']);
  const [xsi, xs] = [names.freePrefix('xsi'), names.freePrefix('xs')];
  const writing: EventWriting = { names, xsi, xs, indent: '  ', version, cbvFormat };
  const creationDate = typeof document.creationDate === 'string' ? document.creationDate : new Date().toISOString();

  let content = writeExtensions(document, writing) + writeHeader(document, creationDate, writing);
  const results = isJsonObject(epcisBody.queryResults) ? epcisBody.queryResults : {};
  const body = isQuery
    ? writeResults(results, names.freePrefix('epcisq'), next(writing))
    : writeEvents(epcisBody.eventList, next(writing));
  content += element('EPCISBody', '', body, writing);
  // Chosen last, when it is known whether the document uses the prefix that the JSON-LD context calls so.
  const prefix = names.freePrefix(isQuery ? 'epcisq' : 'epcis');
  const root = `${prefix}:${type}`;
  const namespace = epcisNamespaces[isQuery ? 'query' : 'document'][version];
  let attributes = ` xmlns:${prefix}="${namespace}" xmlns:${xsi}="${xsiNamespace}" xmlns:${xs}="${xsdNamespace}"`;
  attributes += `${names.standardDeclarations()}${declarations}`;
  attributes += ` schemaVersion="${version}" creationDate="${names.valueOf(creationDate)}"`;
  const xml = element(root, attributes, content, { ...writing, indent: '' });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}

function eventsOf(body: JsonObject): JsonObject[] {
  const results = isJsonObject(body.queryResults) ? body.queryResults.resultsBody : undefined;
  const list = isJsonObject(results) ? results.eventList : body.eventList;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
