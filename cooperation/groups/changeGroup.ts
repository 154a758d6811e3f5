import type { Principal } from '../../alliance/index.ts';
import { wordsOf } from '../announcements/publish.ts';
import type { CooperationHouse } from '../house.ts';
import { readText } from '../text.ts';
import type { GroupText } from './foundGroup.ts';
import { enterGroup } from './group.ts';

interface ChangeParameters {
  principal: Principal;
  id: string;
}

const chairing = { action: 'cooperation:chair-group', changes: true } as const;

/**
 * Changes what a group says of itself. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_GROUP_CLOSED, RIGHTS_REFUSED,
 * COOPERATION_TEXT_MISSING
 */
export async function changeGroup(
  house: CooperationHouse,
  { principal, id, ...given }: GroupText & ChangeParameters,
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const group = await enterGroup(house, tx, { principal, id, ...chairing });
    const name = readText('name', given.name);
    const summary = readText('summary', given.summary);
    await tx`
      UPDATE cooperation.groups
      SET name = ${JSON.stringify(name)}::text::jsonb, summary = ${JSON.stringify(summary)}::text::jsonb,
        joining = ${given.joining}, search = array_to_tsvector(${wordsOf(name, summary)}::text[])
      WHERE id = ${id}`;
    const detail = { what: 'changed' };
    await house.recordAct(tx, { principal, action: chairing.action, resource: group.thing, detail });
  });
}

/** Closes a group for good; it stays readable. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_GROUP_CLOSED, RIGHTS_REFUSED */
export async function closeGroup(house: CooperationHouse, { principal, id }: ChangeParameters): Promise<void> {
  await house.store.transaction(async (tx) => {
    const group = await enterGroup(house, tx, { principal, id, ...chairing });
    await tx`UPDATE cooperation.groups SET closed_at = now() WHERE id = ${id}`;
    await tx`DELETE FROM cooperation.group_people WHERE group_id = ${id} AND state = 'requested'`;
    const detail = { what: 'closed' };
    await house.recordAct(tx, { principal, action: chairing.action, resource: group.thing, detail });
  });
}
