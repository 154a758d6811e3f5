import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import { wordsOf } from '../announcements/publish.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { readText } from '../text.ts';
import type { CallText } from './call.ts';
import { needState, takeCall } from './takeCall.ts';

function readCallText({ title, body, deadline }: CallText): CallText {
  if (Date.parse(deadline) <= Date.now()) throw cooperationErrors.deadlinePast({ at: deadline });
  return { title: readText('title', title), body: readText('text', body), deadline };
}

/** Opens a call of the principal's organisation; gives its id. @throws RIGHTS_REFUSED, COOPERATION_TEXT_MISSING, COOPERATION_DEADLINE_PAST */
export async function openCall(
  house: CooperationHouse,
  { principal, ...given }: CallText & { principal: Principal },
): Promise<string> {
  const { member } = principal;
  const [id = ''] = makeStatementIds(1);
  const resource = { type: 'Call', id, member };
  house.rights.require({ principal, action: 'cooperation:open-call', resource });
  const { title, body, deadline } = readCallText(given);
  await house.store.transaction(async (tx) => {
    await tx`
      INSERT INTO cooperation.calls (id, member, author, title, body, deadline, state, search)
      VALUES (${id}, ${member}, ${principal.id}, ${JSON.stringify(title)}::text::jsonb, ${JSON.stringify(body)}::text::jsonb,
        ${deadline}, 'open', array_to_tsvector(${wordsOf(title, body)}::text[]))`;
    await house.recordAct(tx, { principal, action: 'cooperation:open-call', resource });
    const path = `/cooperation/calls/${id}`;
    await tellNews(tx, principal, { topic: 'calls', type: 'call.opened', audience: 'public', member, title, path });
  });
  return id;
}

/**
 * Changes an open call. Once somebody applied, the deadline can only move to a later time.
 * @throws COOPERATION_CALL_UNKNOWN, COOPERATION_CALL_IN_OTHER_STATE, COOPERATION_DEADLINE_PAST, COOPERATION_DEADLINE_EARLIER,
 * COOPERATION_TEXT_MISSING, RIGHTS_REFUSED
 */
export async function changeCall(
  house: CooperationHouse,
  { principal, id, ...given }: CallText & { principal: Principal; id: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const call = await takeCall(tx, id);
    house.rights.require({ principal, action: 'cooperation:open-call', resource: call.thing });
    needState(call, 'open');
    const { title, body, deadline } = readCallText(given);
    if (Date.parse(deadline) < call.deadline.getTime()) {
      const [applied] = await tx`SELECT FROM cooperation.applications WHERE call_id = ${id} LIMIT 1`;
      if (applied) throw cooperationErrors.deadlineEarlier();
    }
    await tx`
      UPDATE cooperation.calls
      SET title = ${JSON.stringify(title)}::text::jsonb, body = ${JSON.stringify(body)}::text::jsonb, deadline = ${deadline},
        search = array_to_tsvector(${wordsOf(title, body)}::text[]), updated_at = now()
      WHERE id = ${id}`;
    const detail = { what: 'changed' };
    await house.recordAct(tx, { principal, action: 'cooperation:open-call', resource: call.thing, detail });
  });
}
