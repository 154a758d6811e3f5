import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { stateEntry } from '../stateDigest.ts';
import { takeAchievement } from './takeAchievement.ts';

export interface JudgeParameters {
  principal: Principal;
  /** Id of the claim. */
  id: string;
  /** The version that was read. */
  version: number;
  verdict: 'confirmed' | 'disputed';
  reason: string;
}

/** Ends what an organisation said of a version; gives whether it had said anything. */
async function replace(tx: Tx, { id, version, member }: { id: string; version: number; member: string }) {
  const { count } = await tx`
    UPDATE cooperation.judgements SET replaced_at = now()
    WHERE achievement_id = ${id} AND version = ${version} AND member = ${member} AND replaced_at IS NULL`;
  return count > 0;
}

/** Takes the counts of a claim from what stands on its present version. */
async function recount(tx: Tx, id: string): Promise<void> {
  await tx`
    UPDATE cooperation.achievements AS a SET confirmations = n.confirmed, disputes = n.disputed
    FROM (
      SELECT count(*) FILTER (WHERE j.verdict = 'confirmed')::int AS confirmed,
        count(*) FILTER (WHERE j.verdict = 'disputed')::int AS disputed
      FROM cooperation.achievements AS b
      LEFT JOIN cooperation.judgements AS j
        ON j.achievement_id = b.id AND j.version = b.version AND j.replaced_at IS NULL
      WHERE b.id = ${id}
    ) AS n
    WHERE a.id = ${id}`;
}

/**
 * Confirms or disputes the present version of another organisation's claim; a later word takes the place of an earlier one.
 * @throws COOPERATION_ACHIEVEMENT_UNKNOWN, COOPERATION_ACHIEVEMENT_WITHDRAWN, COOPERATION_VERSION_OUTDATED, RIGHTS_REFUSED
 */
export async function judge(house: CooperationHouse, parameters: JudgeParameters): Promise<void> {
  const { principal, id, version, verdict } = parameters;
  const { member } = principal;
  const reason = parameters.reason.trim();
  const [judgementId = ''] = makeStatementIds(1);
  await house.store.transaction(async (tx) => {
    const taken = await takeAchievement(tx, id);
    house.rights.require({ principal, action: 'cooperation:judge', resource: taken.thing });
    if (version !== taken.version) throw cooperationErrors.versionOutdated({ given: version, present: taken.version });
    await replace(tx, { id, version, member });
    const entry = { type: 'judgement', achievement: id, version, verdict, reason };
    const statementId = await stateEntry(house, tx, { member, id: judgementId, entry });
    await tx`
      INSERT INTO cooperation.judgements (id, achievement_id, version, member, author, verdict, reason, statement_id)
      VALUES (${judgementId}, ${id}, ${version}, ${member}, ${principal.id}, ${verdict}, ${reason}, ${statementId})`;
    await recount(tx, id);
    await house.recordAct(tx, {
      principal,
      action: 'cooperation:judge',
      resource: taken.thing,
      detail: { version, verdict },
    });
    const path = `/cooperation/achievements/${id}`;
    const audience = { audience: 'organisation', recipient: taken.member } as const;
    await tellNews(tx, principal, {
      topic: 'own',
      type: `achievement.${verdict}`,
      ...audience,
      member,
      title: taken.title,
      path,
    });
  });
}

/** Takes back what the own organisation said of the present version. @throws as `judge`, COOPERATION_JUDGEMENT_UNKNOWN */
export async function withdrawJudgement(
  house: CooperationHouse,
  { principal, id }: { principal: Principal; id: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const { version, thing } = await takeAchievement(tx, id);
    house.rights.require({ principal, action: 'cooperation:judge', resource: thing });
    if (!(await replace(tx, { id, version, member: principal.member }))) throw cooperationErrors.judgementUnknown();
    await recount(tx, id);
    const detail = { version, verdict: null };
    await house.recordAct(tx, { principal, action: 'cooperation:judge', resource: thing, detail });
  });
}
