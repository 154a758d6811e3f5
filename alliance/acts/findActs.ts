import type { JsonValue } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';

/** An administrative act as recorded. */
export interface Act {
  id: string;
  time: string;
  actor: { kind: 'person' | 'key' | 'platform'; id: string | null; name: string };
  /** Slug of the organisation that acted. */
  member: string;
  action: string;
  /** `member` is the organisation whose thing it was; null for none. */
  resource: { type: string; id: string; member: string | null };
  detail: Record<string, JsonValue>;
  /** Its statement in the evidence log. */
  statementId: string;
}

interface Row {
  id: string;
  sequence: string;
  time: Date;
  actor_kind: Act['actor']['kind'];
  actor_id: string | null;
  actor_name: string;
  member: string;
  action: string;
  resource_type: string;
  resource_id: string;
  resource_member: string | null;
  detail: Record<string, JsonValue>;
  statement_id: string;
}

const toAct = (row: Row): Act => ({
  id: row.id,
  time: row.time.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  member: row.member,
  action: row.action,
  resource: { type: row.resource_type, id: row.resource_id, member: row.resource_member },
  detail: row.detail,
  statementId: row.statement_id,
});

export interface FindActsParameters extends PageParameters {
  /** Acts of this organisation, and of others on what is its own. */
  member: string;
  /** Only acts of this area, such as `keys`. */
  area?: string | undefined;
}

/** Lists the acts that concern an organisation, newest first. */
export async function findActs(
  { sql }: Store,
  { member, area, perPage, pageToken }: FindActsParameters,
): Promise<Page<Act>> {
  const [before] = readPageToken(pageToken, 1);
  const rows = await sql<Row[]>`
    select * from alliance.act
    where (member = ${member} or resource_member = ${member})
      and (${area ?? null}::text is null or split_part(action, ':', 1) = ${area ?? null})
      and (${before ?? null}::text is null
        or sequence < (select sequence from alliance.act where id::text = ${before ?? null}))
    order by sequence desc limit ${perPage + 1}`;
  return toPage(rows.map(toAct), perPage, ({ id }) => [id]);
}

/** Reads one act; null for none. */
export async function readAct({ sql }: Store, id: string): Promise<Act | null> {
  const [row] = await sql<Row[]>`select * from alliance.act where id::text = ${id}`;
  return row ? toAct(row) : null;
}
