import type { Principal } from '../../alliance/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type GoalSetting, lineOf, readSetting } from './setting.ts';

export interface SetGoalsParameters {
  principal: Principal;
  setting: GoalSetting;
  /** Id of the passed proposal, once the alliance is founded. */
  decision: string | null;
}

/**
 * Sets the alliance's goals. Before the founding the platform's administrator may; afterwards only what the members decided holds:
 * a passed proposal whose text has the line of the setting, see `lineOf`. @throws RIGHTS_REFUSED, COOPERATION_DECISION_NEEDED,
 * COOPERATION_GOALS_INVALID, COOPERATION_DAY_INVALID, COOPERATION_TEXT_MISSING
 */
export async function setGoals(house: CooperationHouse, parameters: SetGoalsParameters): Promise<void> {
  const { principal } = parameters;
  house.rights.require({ principal, action: 'cooperation:set-goals' });
  const setting = readSetting(parameters.setting);
  const founded = (await house.readFoundedAt()) !== null;
  const decision = founded ? await checkDecision(house, setting, parameters.decision) : null;
  const { member } = principal;
  await house.store.transaction(async (tx) => {
    await tx`
      INSERT INTO cooperation.goal_settings (setting, decision, author, member)
      VALUES (${JSON.stringify(setting)}::text::jsonb, ${decision}, ${principal.id}, ${member})`;
    const resource = { type: 'Organisation', id: member, member };
    const detail = { line: lineOf(setting), decision };
    await house.recordAct(tx, { principal, action: 'cooperation:set-goals', resource, detail });
  });
}

async function checkDecision(house: CooperationHouse, setting: GoalSetting, proposal: string | null): Promise<string> {
  const refuse = (problem: string, zh: string) => {
    throw cooperationErrors.decisionNeeded({ problem, line: lineOf(setting) }, { zh: { problem: zh } });
  };
  if (proposal === null) return refuse('no proposal was named', '没有填写提案');
  const decision = await house.readDecision(proposal);
  if (!decision) return refuse(`there is no proposal ${proposal}`, `没有提案 ${proposal}`);
  if (!decision.passed) return refuse(`the proposal ${proposal} has not passed`, `提案 ${proposal} 尚未通过`);
  const line = lineOf(setting);
  if (!decision.texts.some((text) => text.includes(line))) {
    return refuse('the proposal decided on other goals', '该提案决定的是其他目标');
  }
  return proposal;
}
