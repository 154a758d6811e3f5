import type { Principal } from '../../alliance/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { type LocalText, readText } from '../text.ts';
import type { CallState } from './call.ts';
import { needState, type TakenCall, takeCall } from './takeCall.ts';

interface StepParameters {
  principal: Principal;
  id: string;
}

/** One step of a call in its order, with its act and its news. */
async function step(
  house: CooperationHouse,
  { principal, id }: StepParameters,
  { from, to, change }: { from: CallState; to: CallState; change: (tx: Tx, call: TakenCall) => Promise<unknown> },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const call = await takeCall(tx, id);
    const action = 'cooperation:decide-call';
    house.rights.require({ principal, action, resource: call.thing });
    needState(call, from);
    await change(tx, call);
    await house.recordAct(tx, { principal, action, resource: call.thing, detail: { to } });
    const { member, title } = call;
    const path = `/cooperation/calls/${id}`;
    await tellNews(tx, principal, { topic: 'calls', type: `call.${to}`, audience: 'public', member, title, path });
  });
}

/** Closes an open call before its deadline. @throws COOPERATION_CALL_UNKNOWN, COOPERATION_CALL_IN_OTHER_STATE, RIGHTS_REFUSED */
export async function closeCall(house: CooperationHouse, parameters: StepParameters): Promise<void> {
  await step(house, parameters, {
    from: 'open',
    to: 'closed',
    change: (tx) => tx`
      UPDATE cooperation.calls SET state = 'closed', deadline = least(deadline, clock_timestamp()) WHERE id = ${parameters.id}`,
  });
}

export interface DecideCallParameters extends StepParameters {
  /** Why it was decided so; everybody may read it. */
  decision: LocalText;
  /** One for every application. */
  results: { application: string; result: 'accepted' | 'declined'; reason: string }[];
}

/**
 * Decides a closed call: every application is accepted or declined. @throws COOPERATION_CALL_UNKNOWN,
 * COOPERATION_CALL_IN_OTHER_STATE, COOPERATION_RESULTS_INCOMPLETE, COOPERATION_TEXT_MISSING, RIGHTS_REFUSED
 */
export async function decideCall(house: CooperationHouse, parameters: DecideCallParameters): Promise<void> {
  const { id, results } = parameters;
  await step(house, parameters, {
    from: 'closed',
    to: 'decided',
    change: async (tx, call) => {
      const decision = readText('reasons of the decision', parameters.decision);
      const rows = await tx<{ id: string; member: string }[]>`
        SELECT id, member FROM cooperation.applications WHERE call_id = ${id}`;
      const named = new Map(results.map((result) => [result.application, result]));
      if (named.size !== results.length || named.size !== rows.length || rows.some((row) => !named.has(row.id))) {
        throw cooperationErrors.resultsIncomplete({ named: results.length, count: rows.length });
      }
      await tx`
        UPDATE cooperation.applications AS a SET result = r.result, reason = r.reason, updated_at = now()
        FROM jsonb_to_recordset(${JSON.stringify(results)}::text::jsonb) AS r (application uuid, result text, reason text)
        WHERE a.id = r.application AND a.call_id = ${id}`;
      await tx`
        UPDATE cooperation.calls
        SET state = 'decided', decision = ${JSON.stringify(decision)}::text::jsonb, decided_at = now() WHERE id = ${id}`;
      const path = `/cooperation/calls/${id}`;
      const { member, title } = call;
      for (const { member: recipient } of rows) {
        const audience = { audience: 'organisation', recipient } as const;
        await tellNews(tx, parameters.principal, {
          topic: 'own',
          type: 'application.decided',
          ...audience,
          member,
          title,
          path,
        });
      }
    },
  });
}

/**
 * Finishes a decided call with what came of it. @throws COOPERATION_CALL_UNKNOWN, COOPERATION_CALL_IN_OTHER_STATE,
 * COOPERATION_TEXT_MISSING, RIGHTS_REFUSED
 */
export async function finishCall(
  house: CooperationHouse,
  { outcome: given, ...parameters }: StepParameters & { outcome: LocalText },
): Promise<void> {
  await step(house, parameters, {
    from: 'decided',
    to: 'finished',
    change: (tx) => {
      const outcome = readText('outcome', given);
      return tx`
        UPDATE cooperation.calls
        SET state = 'finished', outcome = ${JSON.stringify(outcome)}::text::jsonb, finished_at = now()
        WHERE id = ${parameters.id}`;
    },
  });
}
