import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import { enterGroup } from './group.ts';
import { readThread } from './threads.ts';

/** One contribution to a discussion. */
export interface Post {
  id: string;
  /** Slug of the organisation, and the name of the person. */
  member: string;
  author: string;
  /** Markdown; null when it was removed. */
  body: string | null;
  createdAt: string;
  /** Whether the caller wrote it. */
  own: boolean;
}

interface PostRow {
  id: string;
  member: string;
  author: string;
  author_name: string;
  body: string;
  created_at: Date;
  removed_at: Date | null;
}

interface InThread {
  principal: Principal;
  groupId: string;
  threadId: string;
}

/** The posts of a discussion, the oldest first. @throws COOPERATION_THREAD_UNKNOWN, RIGHTS_REFUSED */
export async function findPosts(
  house: CooperationHouse,
  { perPage, pageToken, ...thread }: PageParameters & InThread,
): Promise<Page<Post>> {
  const { sql } = house.store;
  await readThread(house, thread);
  const after = readIdToken(pageToken);
  const rows = await sql<PostRow[]>`
    SELECT id, member, author, author_name, body, created_at, removed_at FROM cooperation.posts
    WHERE thread_id = ${thread.threadId} ${after === null ? sql`` : sql`AND id > ${after}`}
    ORDER BY id
    LIMIT ${perPage + 1}`;
  return toIdPage(rows, perPage, (row) => ({
    id: row.id,
    member: row.member,
    author: row.author_name,
    body: row.removed_at === null ? row.body : null,
    createdAt: row.created_at.toISOString(),
    own: row.author === thread.principal.id,
  }));
}

/** Adds a post to a discussion; gives its id. @throws COOPERATION_THREAD_UNKNOWN, COOPERATION_GROUP_CLOSED, RIGHTS_REFUSED */
export async function addPost(
  house: CooperationHouse,
  { body, ...thread }: InThread & { body: string },
): Promise<string> {
  const { principal, groupId, threadId } = thread;
  const [id = ''] = makeStatementIds(1);
  await house.store.transaction(async (tx) => {
    const action = 'cooperation:contribute';
    const group = await enterGroup(house, tx, { principal, id: groupId, action, changes: true });
    const { count } = await tx`
      UPDATE cooperation.threads SET posts = posts + 1, last_post_at = now()
      WHERE id = ${threadId} AND group_id = ${groupId}`;
    if (count === 0) throw cooperationErrors.threadUnknown({ id: threadId });
    await tx`
      INSERT INTO cooperation.posts (id, thread_id, member, author, author_name, body)
      VALUES (${id}, ${threadId}, ${principal.member}, ${principal.id}, ${principal.name}, ${body})`;
    const path = `/cooperation/groups/${groupId}/threads/${threadId}`;
    const { member } = principal;
    const audience = { audience: 'group', groupId } as const;
    await tellNews(tx, principal, {
      topic: 'group-work',
      type: 'post.added',
      ...audience,
      member,
      title: group.name,
      path,
    });
  });
  return id;
}

/** Removes the text of a post; its author may, and a chair. @throws COOPERATION_POST_UNKNOWN, RIGHTS_REFUSED */
export async function removePost(
  house: CooperationHouse,
  { principal, groupId, threadId, postId }: InThread & { postId: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const action = 'cooperation:contribute';
    const { thing: resource } = await enterGroup(house, tx, { principal, id: groupId, action, changes: true });
    const [row] = await tx<{ author: string }[]>`
      SELECT author FROM cooperation.posts JOIN cooperation.threads ON threads.id = thread_id
      WHERE posts.id = ${postId} AND thread_id = ${threadId} AND group_id = ${groupId} AND removed_at IS NULL`;
    if (!row) throw cooperationErrors.postUnknown({ id: postId });
    if (row.author !== principal.id) house.rights.require({ principal, action: 'cooperation:chair-group', resource });
    await tx`UPDATE cooperation.posts SET removed_at = now(), body = '' WHERE id = ${postId}`;
    if (row.author !== principal.id) {
      const detail = { what: 'post removed', post: postId };
      await house.recordAct(tx, { principal, action: 'cooperation:chair-group', resource, detail });
    }
  });
}
