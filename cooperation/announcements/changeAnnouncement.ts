import type { Principal } from '../../alliance/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import type { AnnouncementText } from './announcement.ts';
import { readAnnouncementText, wordsOf } from './publish.ts';

interface ChangeParameters {
  principal: Principal;
  id: string;
}

/** The organisation of an announcement that is locked for a change. @throws COOPERATION_ANNOUNCEMENT_UNKNOWN, RIGHTS_REFUSED */
async function take(tx: Tx, { rights }: CooperationHouse, { principal, id }: ChangeParameters) {
  const [row] = await tx<{ member: string; audience: string }[]>`
    SELECT member, audience FROM cooperation.announcements WHERE id = ${id} AND withdrawn_at IS NULL FOR UPDATE`;
  if (!row) throw cooperationErrors.announcementUnknown({ id });
  const resource = { type: 'Publication', id, member: row.member };
  rights.require({ principal, action: 'cooperation:publish', resource });
  return resource;
}

/**
 * Changes an announcement of the principal's organisation.
 * @throws COOPERATION_ANNOUNCEMENT_UNKNOWN, RIGHTS_REFUSED, COOPERATION_TEXT_MISSING, COOPERATION_EXPIRY_PAST
 */
export async function changeAnnouncement(
  house: CooperationHouse,
  { principal, id, ...given }: AnnouncementText & ChangeParameters,
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const resource = await take(tx, house, { principal, id });
    const { audience, title, body, pinned, expiresAt } = readAnnouncementText(given);
    await tx`
      UPDATE cooperation.announcements
      SET audience = ${audience}, title = ${JSON.stringify(title)}::text::jsonb, body = ${JSON.stringify(body)}::text::jsonb,
        pinned = ${pinned}, expires_at = ${expiresAt}, search = array_to_tsvector(${wordsOf(title, body)}::text[]),
        updated_at = now()
      WHERE id = ${id}`;
    await house.recordAct(tx, { principal, action: 'cooperation:publish', resource, detail: { what: 'changed' } });
  });
}

/** Takes an announcement back. @throws COOPERATION_ANNOUNCEMENT_UNKNOWN, RIGHTS_REFUSED */
export async function withdrawAnnouncement(house: CooperationHouse, parameters: ChangeParameters): Promise<void> {
  const { principal, id } = parameters;
  await house.store.transaction(async (tx) => {
    const resource = await take(tx, house, parameters);
    await tx`UPDATE cooperation.announcements SET withdrawn_at = now() WHERE id = ${id}`;
    await house.recordAct(tx, { principal, action: 'cooperation:publish', resource, detail: { what: 'withdrawn' } });
  });
}
