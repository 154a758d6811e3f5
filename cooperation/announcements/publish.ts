import type { Principal } from '../../alliance/index.ts';
import { searchWords } from '../../host/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { type LocalText, readText } from '../text.ts';
import type { AnnouncementText } from './announcement.ts';

/** The part of a text that a search looks at. */
export const wordsOf = (...texts: LocalText[]) => searchWords(texts.flatMap(({ zh, en }) => [zh, en]));

/** Checks what was written. @throws COOPERATION_TEXT_MISSING, COOPERATION_EXPIRY_PAST */
export function readAnnouncementText(given: AnnouncementText): AnnouncementText {
  const { expiresAt } = given;
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) throw cooperationErrors.expiryPast({ at: expiresAt });
  return { ...given, title: readText('title', given.title), body: readText('text', given.body) };
}

/**
 * Publishes an announcement of the principal's organisation; gives its id.
 * @throws RIGHTS_REFUSED, COOPERATION_TEXT_MISSING, COOPERATION_EXPIRY_PAST
 */
export async function publish(
  house: CooperationHouse,
  { principal, ...given }: AnnouncementText & { principal: Principal },
): Promise<string> {
  const { member } = principal;
  const [id = ''] = makeStatementIds(1);
  const resource = { type: 'Publication', id, member };
  house.rights.require({ principal, action: 'cooperation:publish', resource });
  const { audience, title, body, pinned, expiresAt } = readAnnouncementText(given);
  await house.store.transaction(async (tx) => {
    await tx`
      INSERT INTO cooperation.announcements (id, member, author, audience, title, body, pinned, expires_at, search)
      VALUES (${id}, ${member}, ${principal.id}, ${audience}, ${JSON.stringify(title)}::text::jsonb,
        ${JSON.stringify(body)}::text::jsonb, ${pinned}, ${expiresAt}, array_to_tsvector(${wordsOf(title, body)}::text[]))`;
    await house.recordAct(tx, { principal, action: 'cooperation:publish', resource });
    const path = `/cooperation/announcements/${id}`;
    await tellNews(tx, principal, {
      topic: 'announcements',
      type: 'announcement.published',
      audience,
      member,
      title,
      path,
    });
  });
  return id;
}
