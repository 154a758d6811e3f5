import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { stateEntry } from '../stateDigest.ts';
import { needState, takeCall } from './takeCall.ts';

interface ApplyParameters {
  principal: Principal;
  /** Id of the call. */
  id: string;
}

/** What an organisation hands in. */
export interface ApplicationText {
  title: string;
  /** Markdown. */
  body: string;
}

/**
 * Applies to an open call for the principal's organisation; gives the application's id. The evidence log gets its salted digest,
 * which proves the time and does not tell for which call.
 * @throws COOPERATION_CALL_UNKNOWN, COOPERATION_CALL_IN_OTHER_STATE, COOPERATION_ALREADY_APPLIED, RIGHTS_REFUSED
 */
export async function apply(
  house: CooperationHouse,
  { principal, id: call, ...given }: ApplicationText & ApplyParameters,
): Promise<string> {
  const { member } = principal;
  const title = given.title.trim();
  const { body } = given;
  const [id = ''] = makeStatementIds(1);
  await house.store.transaction(async (tx) => {
    const taken = await takeCall(tx, call);
    house.rights.require({ principal, action: 'cooperation:apply', resource: taken.thing });
    needState(taken, 'open');
    const statementId = await stateEntry(house, tx, { member, id, entry: { type: 'application', call, title, body } });
    const { count } = await tx`
      INSERT INTO cooperation.applications (id, call_id, member, author, title, body, statement_id)
      VALUES (${id}, ${call}, ${member}, ${principal.id}, ${title}, ${body}, ${statementId})
      ON CONFLICT (call_id, member) DO NOTHING`;
    if (count === 0) throw cooperationErrors.alreadyApplied();
    const path = `/cooperation/calls/${call}`;
    const audience = { audience: 'organisation', recipient: taken.member } as const;
    await tellNews(tx, principal, {
      topic: 'own',
      type: 'application.received',
      ...audience,
      member,
      title: taken.title,
      path,
    });
  });
  return id;
}

/** Changes the own application while the call is open. @throws as `apply`, COOPERATION_APPLICATION_UNKNOWN */
export async function changeApplication(
  house: CooperationHouse,
  { principal, id: call, ...given }: ApplicationText & ApplyParameters,
): Promise<void> {
  const { member } = principal;
  const title = given.title.trim();
  const { body } = given;
  await house.store.transaction(async (tx) => {
    const taken = await takeCall(tx, call);
    house.rights.require({ principal, action: 'cooperation:apply', resource: taken.thing });
    needState(taken, 'open');
    const [own] = await tx<{ id: string }[]>`
      SELECT id FROM cooperation.applications WHERE call_id = ${call} AND member = ${member}`;
    if (!own) throw cooperationErrors.applicationUnknown({ id: member });
    const entry = { type: 'application', call, title, body };
    const statementId = await stateEntry(house, tx, { member, id: own.id, entry });
    await tx`
      UPDATE cooperation.applications SET title = ${title}, body = ${body}, author = ${principal.id},
        statement_id = ${statementId}, updated_at = now()
      WHERE id = ${own.id}`;
  });
}

/** Takes the own application back while the call is open. @throws as `changeApplication` */
export async function withdrawApplication(
  house: CooperationHouse,
  { principal, id: call }: ApplyParameters,
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const taken = await takeCall(tx, call);
    house.rights.require({ principal, action: 'cooperation:apply', resource: taken.thing });
    needState(taken, 'open');
    const { count } = await tx`
      DELETE FROM cooperation.applications WHERE call_id = ${call} AND member = ${principal.member}`;
    if (count === 0) throw cooperationErrors.applicationUnknown({ id: principal.member });
  });
}
