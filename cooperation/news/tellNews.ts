import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import type { Tx } from '../../store/index.ts';
import type { LocalText } from '../text.ts';
import type { Topic } from './topics.ts';

/** Who is told: everybody, signed-in people, the people of a group, or one organisation. */
export type Audience =
  | { audience: 'public' | 'members' }
  | { audience: 'group'; groupId: string }
  | { audience: 'organisation'; recipient: string };

/** Something that happened. */
export type News = Audience & {
  topic: Topic;
  /** `area.what`, such as `call.opened`. */
  type: string;
  /** Slug of the organisation that did it. */
  member: string;
  title: LocalText;
  /** Where the console shows it. */
  path: string;
};

/** The channel that wakes those who pass news on. */
export const newsChannel = 'cooperation_news';

/**
 * Writes news down, with a message for every webhook that wants it, in the caller's transaction and as its last step: from here
 * to the commit others wait, so that the order of numbers is the order in which news appear.
 */
export async function tellNews(tx: Tx, { id: actor }: Pick<Principal, 'id'>, news: News): Promise<void> {
  const { topic, type, audience, member, title, path } = news;
  const groupId = news.audience === 'group' ? news.groupId : null;
  const recipient = news.audience === 'organisation' ? news.recipient : null;
  const [id = ''] = makeStatementIds(1);
  const timestamp = new Date().toISOString();
  const body = JSON.stringify({ type, timestamp, data: { id, topic, member, title, path } });
  await tx`SELECT pg_advisory_xact_lock(hashtextextended('cooperation.news', 0))`;
  await tx`
    INSERT INTO cooperation.news (id, topic, type, audience, group_id, recipient, member, actor, title, path, created_at)
    VALUES (${id}, ${topic}, ${type}, ${audience}, ${groupId}, ${recipient}, ${member}, ${actor},
      ${JSON.stringify(title)}::text::jsonb, ${path}, ${timestamp})`;
  await tx`
    INSERT INTO cooperation.messages (webhook_id, news_id, type, body)
    SELECT id, ${id}, ${type}, ${body} FROM cooperation.webhooks
    WHERE removed_at IS NULL AND ${topic} = ANY (topics)
      AND (${recipient}::text IS NULL OR member = ${recipient})
      AND (${groupId}::uuid IS NULL OR EXISTS (
        SELECT FROM cooperation.group_people AS p
        WHERE p.group_id = ${groupId} AND p.member = webhooks.member AND p.state = 'active'))`;
  await tx`SELECT pg_notify(${newsChannel}, '')`;
}
