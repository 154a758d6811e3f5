import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import { wordsOf } from '../announcements/publish.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { type LocalText, readText } from '../text.ts';
import type { Joining } from './group.ts';

/** What a chair says of a group. */
export interface GroupText {
  name: LocalText;
  summary: LocalText;
  joining: Joining;
}

/** Founds a working group whose chair is the principal; gives its id. @throws RIGHTS_REFUSED, COOPERATION_TEXT_MISSING */
export async function foundGroup(
  house: CooperationHouse,
  { principal, ...given }: GroupText & { principal: Principal },
): Promise<string> {
  const { member } = principal;
  const [id = ''] = makeStatementIds(1);
  const resource = { type: 'Group', id, member, attributes: {} };
  house.rights.require({ principal, action: 'cooperation:found-group' });
  const name = readText('name', given.name);
  const summary = readText('summary', given.summary);
  await house.store.transaction(async (tx) => {
    await tx`
      INSERT INTO cooperation.groups (id, member, name, summary, joining, search)
      VALUES (${id}, ${member}, ${JSON.stringify(name)}::text::jsonb, ${JSON.stringify(summary)}::text::jsonb,
        ${given.joining}, array_to_tsvector(${wordsOf(name, summary)}::text[]))`;
    await tx`
      INSERT INTO cooperation.group_people (group_id, person, name, member, role, state)
      VALUES (${id}, ${principal.id}, ${principal.name}, ${member}, 'chair', 'active')`;
    await house.recordAct(tx, { principal, action: 'cooperation:found-group', resource });
    const path = `/cooperation/groups/${id}`;
    await tellNews(tx, principal, {
      topic: 'groups',
      type: 'group.founded',
      audience: 'public',
      member,
      title: name,
      path,
    });
  });
  return id;
}
