import type { JsonValue } from '../../proof/index.ts';
import type { Sql } from '../../store/index.ts';
import type { Viewer } from '../access/viewer.ts';
import { writeXmlDocument } from '../formats/index.ts';
import type { EventQuery } from '../query/eventQuery.ts';
import { findEvents } from '../query/findEvents.ts';
import type { EventRecord } from '../query/storedEvent.ts';
import { toCsvRow } from './csvRow.ts';

type JsonObject = Record<string, JsonValue>;

/** What an export is written as: a standard document in JSON or XML, or a table. */
export const exportFormats = ['json', 'xml', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportEventsParameters {
  query: EventQuery;
  viewer: Viewer;
  format: ExportFormat;
}

/** Events read at once; the memory holds no more of an export. */
const perPage = 500;
const standardContext = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const ownPrefixes: JsonObject = { xy: 'https://ns.xiangyu.example/epcis/' };

/** Writes the events that a viewer may see, in the order of their capture, piece by piece. */
export async function* exportEvents(sql: Sql, parameters: ExportEventsParameters): AsyncGenerator<string> {
  const { query, viewer, format } = parameters;
  const writer = writers[format]();
  yield writer.begin;
  let first = true;
  let nextPageToken: string | null = null;
  do {
    const page = await findEvents(sql, { ...query, orderBy: 'recordTime', descending: false }, viewer, {
      perPage,
      nextPageToken,
    });
    let text = '';
    for (const record of page.events) {
      text += writer.event(record, first);
      first = false;
    }
    if (text !== '') yield text;
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== null);
  yield writer.end;
}

interface Writer {
  begin: string;
  event(record: EventRecord, first: boolean): string;
  end: string;
}

const writers: Record<ExportFormat, () => Writer> = {
  json: () => {
    const head = { '@context': [standardContext, ownPrefixes], type: 'EPCISDocument', schemaVersion: '2.0' };
    const open = JSON.stringify({ ...head, creationDate: new Date().toISOString() }).slice(0, -1);
    return {
      begin: `${open},"epcisBody":{"eventList":[`,
      event: (record, first) => `${first ? '\n' : ',\n'}${JSON.stringify(toLoneEvent(record))}`,
      end: '\n]}}\n',
    };
  },
  xml: () => {
    const empty = writeXmlDocument(composeDocument([], []), { version: '2.0' });
    const at = empty.search(/<EventList\s*\/>|<EventList>\s*<\/EventList>/);
    return {
      begin: `${empty.slice(0, at)}<EventList>`,
      event: (record) => toLoneXml(record),
      end: `\n</EventList>${empty.slice(at).replace(/^<EventList\s*\/>|^<EventList>\s*<\/EventList>/, '')}`,
    };
  },
  csv: () => ({ begin: `\ufeff${toCsvRow(csvHeadings)}`, event: (record) => toCsvRow(toCells(record)), end: '' }),
};

function composeDocument(context: JsonValue[], eventList: JsonValue[]): JsonObject {
  return {
    '@context': [standardContext, ownPrefixes, ...context],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: new Date().toISOString(),
    epcisBody: { eventList },
  };
}

/** What the document said of prefixes that an event came in, besides what every export says. */
function furtherContexts({ envelope }: EventRecord): JsonValue[] {
  return [envelope['@context'] ?? []].flat().filter((part) => {
    if (typeof part === 'string') return !part.endsWith('/epcis-context.jsonld');
    return JSON.stringify(part) !== JSON.stringify(ownPrefixes);
  });
}

const toEvent = (record: EventRecord): JsonObject =>
  ({ ...record.document, recordTime: record.record_time.toISOString() }) as unknown as JsonObject;

/** An event that carries the prefixes that only it needs. */
function toLoneEvent(record: EventRecord): JsonObject {
  const event = toEvent(record);
  const contexts = [...furtherContexts(record), ...[event['@context'] ?? []].flat()];
  return contexts.length > 0 ? { ...event, '@context': contexts } : event;
}

/** An event's XML, cut from a document of its own; it declares its namespaces itself. */
function toLoneXml(record: EventRecord): string {
  const xml = writeXmlDocument(composeDocument(furtherContexts(record), [toEvent(record)]), { version: '2.0' });
  const [, root = ''] = /<epcis:EPCISDocument\b([^>]*)>/.exec(xml) ?? [];
  const namespaces = (root.match(/\sxmlns:[\w.-]+="[^"]*"/g) ?? []).filter((one) => !one.startsWith(' xmlns:epcis='));
  const body = xml.slice(xml.indexOf('<EventList>') + '<EventList>'.length, xml.lastIndexOf('</EventList>')).trim();
  return `\n${body.replace(/^<[\w:]+/, (tag) => `${tag}${namespaces.join('')}`)}`;
}

const csvHeadings = [
  ...['eventID', 'hash', 'member', 'type', 'action', 'eventTime', 'eventTimeZoneOffset', 'recordTime', 'bizStep'],
  ...['disposition', 'readPoint', 'bizLocation', 'parentID', 'things', 'inputs', 'outputs', 'certificationInfo'],
];

function toCells({ document, event_id, hash, member, record_time }: EventRecord): string[] {
  const event = document as unknown as JsonObject;
  const text = (value: JsonValue | undefined): string =>
    typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const idOf = (place: JsonValue | undefined) => text((place as JsonObject | undefined)?.id);
  const list = (...names: string[]) =>
    names.flatMap((name) => ((event[name] as JsonValue[] | undefined) ?? []).map(toThing)).join(' | ');
  const fields = (...names: string[]) => names.map((name) => text(event[name]));
  return [
    ...[event_id, hash, member],
    ...fields('type', 'action', 'eventTime', 'eventTimeZoneOffset'),
    record_time.toISOString(),
    ...fields('bizStep', 'disposition'),
    ...[idOf(event.readPoint), idOf(event.bizLocation), text(event.parentID)],
    list('epcList', 'quantityList', 'childEPCs', 'childQuantityList'),
    list('inputEPCList', 'inputQuantityList'),
    list('outputEPCList', 'outputQuantityList'),
    text(event.certificationInfo),
  ];
}

function toThing(thing: JsonValue): string {
  if (typeof thing === 'string') return thing;
  const { epcClass, quantity, uom } = thing as JsonObject;
  return [epcClass, quantity, uom].filter((part) => part !== undefined).join(' ');
}
