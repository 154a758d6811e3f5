import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import type { Viewer } from '../access/viewer.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import type { Collection } from './collections.ts';
import type { WordKind } from './recordWords.ts';

export interface ListValuesParameters {
  collection: Collection;
  viewer: Viewer;
  perPage: number;
  nextPageToken: string | null;
}

export interface ValuePage {
  values: string[];
  nextPageToken: string | null;
}

/** Where an event has a value of each kind. */
const columns: Readonly<Record<WordKind, string>> = {
  eventType: 'type',
  bizStep: 'biz_step',
  disposition: 'disposition',
  bizLocation: 'biz_location',
  readPoint: 'read_point',
};

/**
 * Values of a collection in the order of their bytes: those of the standard, and those of events that the viewer may
 * see. Throws TRACE_INVALID_PARAMETER for a page token of another list.
 */
export async function listValues(sql: Sql, parameters: ListValuesParameters): Promise<ValuePage> {
  const { collection, viewer, perPage, nextPageToken } = parameters;
  const list = `discovery ${collection.parameter}`;
  const [after = ''] = nextPageToken === null ? [] : decodePageToken(nextPageToken, list, [/^.{1,2000}$/s]);
  const wanted = perPage + 1;
  const used = collection.kind
    ? selectWords(sql, collection.kind, { viewer, after, wanted })
    : selectThings(sql, { viewer, after, wanted });
  const rows = await sql<{ value: string }[]>`
    SELECT value FROM (
      (${used}) UNION SELECT s FROM unnest(${[...collection.standard]}::text[]) AS s WHERE s COLLATE "C" > ${after}
    ) AS v ORDER BY value COLLATE "C" LIMIT ${wanted}`;
  const values = rows.slice(0, perPage).map(({ value }) => value);
  const last = rows.length > perPage ? values.at(-1) : undefined;
  return { values, nextPageToken: last === undefined ? null : encodePageToken(list, [last]) };
}

/** True when a collection has this value for the viewer. */
export async function hasValue(sql: Sql, collection: Collection, value: string, viewer: Viewer): Promise<boolean> {
  if (collection.standard.includes(value)) return true;
  const visible = selectVisible(sql, viewer);
  const rows = collection.kind
    ? await sql`
        SELECT FROM trace.words w, LATERAL (${oneEvent(sql, collection.kind, viewer)}) AS e
        WHERE w.kind = ${collection.kind} AND w.value = ${value}`
    : await sql`
        SELECT FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
        WHERE t.key = ${value} AND ${visible} LIMIT 1`;
  return rows.length > 0;
}

interface Slice {
  viewer: Viewer;
  after: string;
  wanted: number;
}

/** One visible event of a word: a lookup a word, so that the words decide how much is read, not the events. */
const oneEvent = (sql: Sql, kind: WordKind, viewer: Viewer) => sql`
  SELECT FROM trace.events e WHERE e.${sql(columns[kind])} = w.value AND ${selectVisible(sql, viewer)} LIMIT 1`;

const selectWords = (sql: Sql, kind: WordKind, { viewer, after, wanted }: Slice) => sql`
  SELECT w.value FROM trace.words w, LATERAL (${oneEvent(sql, kind, viewer)}) AS e
  WHERE w.kind = ${kind} AND w.value > ${after} ORDER BY w.value LIMIT ${wanted}`;

/** Each thing once, by jumping from one key to the next in the index: a thing with a thousand events costs one step. */
function selectThings(sql: Sql, { viewer, after, wanted }: Slice) {
  const next = (from: ReturnType<Sql>) => sql`
    SELECT t.key FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
    WHERE t.key > ${from} AND t.level = 'instance' AND ${selectVisible(sql, viewer)} ORDER BY t.key LIMIT 1`;
  return sql`
    WITH RECURSIVE things AS (
      (${next(sql`${after}`)})
      UNION ALL
      SELECT (${next(sql`things.key`)}) FROM things WHERE things.key IS NOT NULL
    )
    SELECT key AS value FROM things WHERE key IS NOT NULL LIMIT ${wanted}`;
}
