import type { JsonValue } from '../../proof/index.ts';
import type { Sql } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { findDescendants } from '../query/findDescendants.ts';
import type { MasterDataQuery } from './parseMasterDataQuery.ts';

type JsonObject = Record<string, JsonValue>;

export interface MasterDataPage {
  /** EPCISQueryDocument with a vocabularyList. */
  document: JsonObject;
  nextPageToken: string | null;
}

interface Row {
  key: string;
  id: string;
  type: string;
  attributes: JsonObject;
  /** A list of identifiers, when the describer gave one. */
  children: JsonValue;
}

/** Runs a SimpleMasterDataQuery (EPCIS 2.0, section 8.2.7.2), a page at a time, in the order of the identifiers. */
export async function findMasterData(sql: Sql, query: MasterDataQuery): Promise<MasterDataPage> {
  const { perPage, nextPageToken, text } = query;
  const [after = ''] = nextPageToken === null ? [] : decodePageToken(nextPageToken, text, [/^.{1,2000}$/s]);
  const within = query.within === null ? null : await findDescendants(sql, query.within);
  const rows = await sql<Row[]>`
    SELECT v.key, v.id, v.type, v.attributes, v.children FROM trace.vocabulary v
    WHERE v.key > ${after}
      ${query.types === null ? sql`` : sql`AND v.type = ANY(${query.types}::text[])`}
      ${query.keys === null ? sql`` : sql`AND v.key = ANY(${query.keys}::text[])`}
      ${within === null ? sql`` : sql`AND v.key = ANY(${within}::text[])`}
      ${query.has.reduce((all, names) => sql`${all} AND v.attributes ?| ${names}::text[]`, sql``)}
      ${query.equal.reduce(
        (all, { name, values }) => sql`${all} AND v.attributes ->> ${name} = ANY(${values}::text[])`,
        sql``,
      )}
    ORDER BY v.key LIMIT ${perPage + 1}`;
  const page = rows.slice(0, perPage);
  const last = rows.length > perPage ? page.at(-1) : undefined;
  return { document: compose(page, query), nextPageToken: last ? encodePageToken(text, [last.key]) : null };
}

function compose(rows: readonly Row[], query: MasterDataQuery): JsonObject {
  const lists = new Map<string, JsonObject[]>();
  for (const row of rows) lists.set(row.type, [...(lists.get(row.type) ?? []), writeElement(row, query)]);
  const vocabularyList = [...lists].map(([type, vocabularyElementList]) => ({ type, vocabularyElementList }));
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: new Date().toISOString(),
    epcisBody: { queryResults: { queryName: 'SimpleMasterDataQuery', resultsBody: { eventList: [], vocabularyList } } },
  };
}

function writeElement({ id, attributes, children }: Row, query: MasterDataQuery): JsonObject {
  const wanted = Object.entries(attributes).filter(([name]) => query.names === null || query.names.includes(name));
  const list = wanted.map(([name, attribute]) => ({ id: name, ...(attribute !== null && { attribute }) }));
  return {
    id,
    ...(query.includeAttributes && list.length > 0 && { attributes: list }),
    ...(query.includeChildren && Array.isArray(children) && children.length > 0 && { children }),
  };
}
