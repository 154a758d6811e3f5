import { inBoth, type JsonValue } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { queryErrors } from './errors.ts';
import { readQuery } from './query.ts';
import { toEventQuery } from './toEventQuery.ts';

/** The predefined query of the standard; nobody may define another under its name. */
const reserved = ['SimpleEventQuery', 'SimpleMasterDataQuery'];
/** A name is a part of a path: no control characters, no separators, and nothing that a path would resolve away. */
const nameShape = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}/\\?#%]{1,100}$/u;
/** Most queries of one member. */
const most = 200;
const mostBytes = 64 * 1024;

/** What told everybody that reads a query that it is gone; the payload is its name. */
export const queryChannel = 'trace_queries';

export interface CreateQueryParameters {
  member: string;
  /** The body of the request. */
  body: unknown;
  /** Prefix to namespace, of the request's header GS1-Extensions. */
  prefixes: Record<string, string>;
}

/**
 * Stores a query under a name.
 * @throws TRACE_QUERY_INVALID, TRACE_QUERY_NAME_TAKEN, TRACE_TOO_MANY_QUERIES and what the query language throws
 */
export async function createQuery(store: Store, { member, body, prefixes }: CreateQueryParameters): Promise<string> {
  const { name, query } = readDefinition(body);
  toEventQuery({ query, prefixes });
  await store.transaction(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`trace.queries ${member}`}, 0))`;
    const [known] = await tx<{ count: number }[]>`SELECT count(*)::int FROM trace.queries WHERE member = ${member}`;
    if ((known?.count ?? 0) >= most)
      throw queryErrors.tooManyQueries(...inBoth({ most, what: { en: 'queries', zh: '查询' } }));
    const { count } = await tx`
      INSERT INTO trace.queries (name, member, definition, prefixes, created_at)
      VALUES (${name}, ${member}, ${JSON.stringify(query)}::text::jsonb, ${JSON.stringify(prefixes)}::text::jsonb, now())
      ON CONFLICT DO NOTHING`;
    if (count === 0) throw queryErrors.queryNameTaken({ name });
  });
  return name;
}

function readDefinition(body: unknown): { name: string; query: Record<string, JsonValue> } {
  const invalid = (en: string, zh: string) => queryErrors.queryInvalid(...inBoth({ problem: { en, zh } }));
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid('the body is no JSON object', '请求内容不是 JSON 对象');
  const { name, query, ...more } = body as Record<string, unknown>;
  const extra = Object.keys(more)[0];
  if (extra !== undefined) {
    const shown = JSON.stringify(extra.slice(0, 60));
    throw invalid(`${shown} is not known here`, `${shown} 不是已知字段`);
  }
  if (typeof name !== 'string') throw invalid('name is missing or no text', 'name 缺失或不是文本');
  if (!nameShape.test(name))
    throw invalid(
      'name has not 1 to 100 characters without / \\ ? # % and control characters',
      'name 应为 1 至 100 个字符，不得含有 / \\ ? # % 和控制字符',
    );
  if (typeof query !== 'object' || query === null || Array.isArray(query))
    throw invalid('query is no JSON object', 'query 不是 JSON 对象');
  if (JSON.stringify(query).length > mostBytes)
    throw invalid(`query is longer than ${mostBytes} characters`, `query 超过 ${mostBytes} 个字符`);
  if (JSON.stringify(query).includes('\\u0000')) throw invalid('query holds a NUL character', 'query 含有 NUL 字符');
  if (reserved.includes(name)) throw queryErrors.queryNameTaken({ name });
  return { name, query: query as Record<string, JsonValue> };
}

/**
 * Removes a query of a member with every subscription to it, also those of others, as the standard says.
 * @throws TRACE_QUERY_UNKNOWN, TRACE_QUERY_OF_ANOTHER
 */
export async function removeQuery(store: Store, name: string, member: string): Promise<void> {
  const query = await readQuery(store.sql, name);
  if (query.member !== member) throw queryErrors.queryOfAnother({ name });
  await store.transaction(async (tx) => {
    await tx`DELETE FROM trace.queries WHERE name = ${name} AND member = ${member}`;
    await store.notify(tx, queryChannel, name);
  });
}
