import type { JsonValue } from '../../proof/index.ts';
import type { Sql } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { queryErrors } from './errors.ts';

type JsonObject = Record<string, JsonValue>;

/** A named query. */
export interface NamedQuery {
  name: string;
  /** Slug of the member that made it. */
  member: string;
  /** Parameters of the EPCIS query language, as they were given. */
  query: JsonObject;
  /** Prefix to namespace, for names in the parameters. */
  prefixes: Record<string, string>;
}

interface QueryRow {
  name: string;
  member: string;
  definition: JsonObject;
  prefixes: Record<string, string>;
}

const toQuery = ({ name, member, definition, prefixes }: QueryRow): NamedQuery => ({
  name,
  member,
  query: definition,
  prefixes,
});

/** Finds one query. @throws TRACE_QUERY_UNKNOWN */
export async function readQuery(sql: Sql, name: string): Promise<NamedQuery> {
  const query = await findQuery(sql, name);
  if (!query) throw queryErrors.queryUnknown({ name: JSON.stringify(name.slice(0, 120)) });
  return query;
}

/** Finds one query; null when there is none of this name. */
export async function findQuery(sql: Sql, name: string): Promise<NamedQuery | null> {
  // PostgreSQL has no text with NUL in it.
  if (name.includes('\0')) return null;
  const [row] = await sql<
    QueryRow[]
  >`SELECT name, member, definition, prefixes FROM trace.queries WHERE name = ${name}`;
  return row ? toQuery(row) : null;
}

/** All queries by name, a page at a time. @throws TRACE_INVALID_PARAMETER for a bad token */
export async function listQueries(
  sql: Sql,
  { perPage, nextPageToken }: { perPage: number; nextPageToken: string | null },
): Promise<{ queries: NamedQuery[]; nextPageToken: string | null }> {
  const list = 'trace.queries';
  const [after] = nextPageToken === null ? [] : decodePageToken(nextPageToken, list, [/^[^\0]+$/]);
  const rows = await sql<QueryRow[]>`
    SELECT name, member, definition, prefixes FROM trace.queries
    WHERE ${after === undefined ? sql`true` : sql`name > ${after}`} ORDER BY name LIMIT ${perPage + 1}`;
  const queries = rows.slice(0, perPage).map(toQuery);
  const last = rows.length > perPage ? queries.at(-1) : undefined;
  return { queries, nextPageToken: last ? encodePageToken(list, [last.name]) : null };
}
