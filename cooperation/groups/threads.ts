import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import { stateEntry } from '../stateDigest.ts';
import { readDay } from '../text.ts';
import { enterGroup } from './group.ts';

/** A discussion of a group, or the minutes of one of its meetings. */
export interface Thread {
  id: string;
  kind: 'discussion' | 'minutes';
  title: string;
  /** Of minutes: the day of the meeting. */
  metOn: string | null;
  /** Slug of the organisation, and the name of the person. */
  member: string;
  author: string;
  posts: number;
  createdAt: string;
  lastPostAt: string;
  /** Of minutes: what states them in the evidence log. */
  statementId: string | null;
}

interface ThreadRow {
  id: string;
  kind: 'discussion' | 'minutes';
  title: string;
  met_on: string | null;
  member: string;
  created_by_name: string;
  posts: number;
  created_at: Date;
  last_post_at: Date;
  statement_id: string | null;
}

const toThread = (row: ThreadRow): Thread => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  metOn: row.met_on,
  member: row.member,
  author: row.created_by_name,
  posts: row.posts,
  createdAt: row.created_at.toISOString(),
  lastPostAt: row.last_post_at.toISOString(),
  statementId: row.statement_id,
});

interface InGroup {
  principal: Principal;
  groupId: string;
}
const reading = { action: 'cooperation:read-group', changes: false } as const;

export interface StartThreadParameters extends InGroup {
  kind: 'discussion' | 'minutes';
  title: string;
  metOn?: string | null | undefined;
  /** Markdown. */
  body: string;
}

/**
 * Starts a discussion or files minutes, which are stated in the evidence log; gives the id.
 * @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_GROUP_CLOSED, COOPERATION_DAY_INVALID, RIGHTS_REFUSED
 */
export async function startThread(house: CooperationHouse, parameters: StartThreadParameters): Promise<string> {
  const { principal, groupId, kind, body } = parameters;
  const { member } = principal;
  const title = parameters.title.trim();
  const metOn = kind === 'minutes' ? readDay('day of the meeting', parameters.metOn ?? '', { past: true }) : null;
  const [id = '', postId = ''] = makeStatementIds(2);
  await house.store.transaction(async (tx) => {
    const action = 'cooperation:contribute';
    const group = await enterGroup(house, tx, { principal, id: groupId, action, changes: true });
    const entry = { type: 'minutes', group: groupId, title, metOn, body };
    const statementId = kind === 'minutes' ? await stateEntry(house, tx, { member, id, entry }) : null;
    await tx`
      INSERT INTO cooperation.threads (id, group_id, kind, title, met_on, created_by, created_by_name, member, posts, statement_id)
      VALUES (${id}, ${groupId}, ${kind}, ${title}, ${metOn}::text::date, ${principal.id}, ${principal.name}, ${member}, 1,
        ${statementId})`;
    await tx`
      INSERT INTO cooperation.posts (id, thread_id, member, author, author_name, body)
      VALUES (${postId}, ${id}, ${member}, ${principal.id}, ${principal.name}, ${body})`;
    const type = kind === 'minutes' ? 'minutes.filed' : 'discussion.started';
    const path = `/cooperation/groups/${groupId}/threads/${id}`;
    const audience = { audience: 'group', groupId } as const;
    await tellNews(tx, principal, { topic: 'group-work', type, ...audience, member, title: group.name, path });
  });
  return id;
}

/** The discussions of a group or its minutes, the newest first. @throws COOPERATION_GROUP_UNKNOWN, RIGHTS_REFUSED */
export async function findThreads(
  house: CooperationHouse,
  { principal, groupId, kind, perPage, pageToken }: PageParameters & InGroup & { kind: 'discussion' | 'minutes' },
): Promise<Page<Thread>> {
  const { sql } = house.store;
  await enterGroup(house, sql, { principal, id: groupId, ...reading });
  const before = readIdToken(pageToken);
  const rows = await sql<ThreadRow[]>`
    SELECT id, kind, title, met_on::text, member, created_by_name, posts, created_at, last_post_at, statement_id
    FROM cooperation.threads
    WHERE group_id = ${groupId} AND kind = ${kind} ${before === null ? sql`` : sql`AND id < ${before}`}
    ORDER BY id DESC
    LIMIT ${perPage + 1}`;
  return toIdPage(rows, perPage, toThread);
}

/** One discussion. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_THREAD_UNKNOWN, RIGHTS_REFUSED */
export async function readThread(
  house: CooperationHouse,
  { principal, groupId, threadId }: InGroup & { threadId: string },
): Promise<Thread> {
  const { sql } = house.store;
  await enterGroup(house, sql, { principal, id: groupId, ...reading });
  const [row] = await sql<ThreadRow[]>`
    SELECT id, kind, title, met_on::text, member, created_by_name, posts, created_at, last_post_at, statement_id
    FROM cooperation.threads WHERE id = ${threadId} AND group_id = ${groupId}`;
  if (!row) throw cooperationErrors.threadUnknown({ id: threadId });
  return toThread(row);
}
