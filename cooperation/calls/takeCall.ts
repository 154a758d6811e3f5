import type { Resource } from '../../alliance/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { LocalText } from '../text.ts';
import type { CallState } from './call.ts';

/** A call that is locked for a change. */
export interface TakenCall {
  member: string;
  title: LocalText;
  deadline: Date;
  state: CallState;
  thing: Resource;
}

/** Locks a call and reads its state now. @throws COOPERATION_CALL_UNKNOWN */
export async function takeCall(tx: Tx, id: string): Promise<TakenCall> {
  const [row] = await tx<Omit<TakenCall, 'thing'>[]>`
    SELECT member, title, deadline,
      CASE WHEN state = 'open' AND deadline <= clock_timestamp() THEN 'closed' ELSE state END AS state
    FROM cooperation.calls WHERE id = ${id} FOR UPDATE`;
  if (!row) throw cooperationErrors.callUnknown({ id });
  return { ...row, thing: { type: 'Call', id, member: row.member } };
}

const statesZh: Record<CallState, string> = {
  open: '征集中',
  closed: '已截止',
  decided: '已评定',
  finished: '已完成',
};

/** @throws COOPERATION_CALL_IN_OTHER_STATE unless the call is in the state that a step needs */
export function needState({ state }: TakenCall, needed: CallState): void {
  if (state === needed) return;
  throw cooperationErrors.callInOtherState(
    { state, needed },
    { zh: { state: statesZh[state], needed: statesZh[needed] } },
  );
}
