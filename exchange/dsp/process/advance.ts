import type { Tx } from '../../../store/index.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { nextState } from '../machines/machine.ts';
import { readWaiting, settleMessages } from '../store/messages.ts';
import { patchProcess } from '../store/processes.ts';
import type { Patch, ProcessRow } from '../store/rows.ts';
import type { Kind, Next, Taken } from './kind.ts';
import { queueStep } from './queueStep.ts';

/** Why a process ended or was suspended, as the message says. */
function endingOf({ step, by, message }: Taken): Patch {
  if (step !== 'terminate' && step !== 'suspend') return {};
  const reason = Array.isArray(message.reason)
    ? message.reason.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
    : [];
  return { ending: { code: typeof message.code === 'string' ? message.code : '', reason, by } };
}

/** Messages that were never sent and cannot be any more are dropped; what was tried is settled by its answer. */
async function dropIllegal<Row extends ProcessRow>(tx: Tx, kind: Kind<Row>, { row, at }: { row: Row; at: Date }) {
  let state = row.state;
  const dropped: string[] = [];
  for (const { id, step, attempts } of await readWaiting(tx, row.id)) {
    const to = nextState(kind.machine, { state, step, by: row.role });
    if (to === null && attempts === 0) dropped.push(id);
    state = to ?? state;
  }
  await settleMessages(tx, dropped, { state: 'cancelled', at, error: 'the process went on otherwise' });
}

/** Does what is next, or only notes that it waits; gives the row with its inner state. */
export async function carryOut<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, next }: { kind: Kind<Row>; row: Row; next: Next | null },
): Promise<Row> {
  const canEnd = nextState(kind.machine, { state: row.state, step: 'terminate', by: row.role }) !== null;
  const wanted: Next | null = row.termination && canEnd ? { step: 'terminate', payload: { ...row.termination } } : next;
  if (wanted && 'step' in wanted) {
    try {
      return await queueStep(context, tx, { kind, row, ...wanted });
    } catch (error) {
      // A hook that wants what the protocol does not allow must not refuse the other side's message.
      if (!(error instanceof Error && 'code' in error && error.code === 'DSP_ILLEGAL_STEP')) throw error;
      context.house.context.logger.error({ err: error, process: row.id }, 'a hook wanted an illegal step');
    }
  }
  const waiting = await readWaiting(tx, row.id);
  const inner_state = kind.machine.terminal.includes(String(row.state))
    ? 'done'
    : waiting.length > 0
      ? 'sending'
      : wanted && 'wait' in wanted
        ? wanted.wait
        : kind.restingAt(row);
  return patchProcess<Row>(tx, kind.name, { id: row.id, patch: { inner_state } });
}

/** What happens once a process is in a new state: the hooks are told, and what they want is put on its way. */
export async function enter<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, taken }: { kind: Kind<Row>; row: Row; taken: Taken },
): Promise<Row> {
  await dropIllegal(tx, kind, { row, at: context.house.now() });
  const next = await kind.decideNext(context, tx, { row, taken });
  return carryOut(context, tx, { kind, row, next: kind.machine.terminal.includes(String(row.state)) ? null : next });
}

/**
 * Takes a step of either side in a process that the transaction has locked.
 * @throws DSP_ILLEGAL_MESSAGE when the side may not take it in this state
 */
export async function advance<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, taken }: { kind: Kind<Row>; row: Row; taken: Taken },
): Promise<Row> {
  const { step, by } = taken;
  const state = nextState(kind.machine, { state: row.state, step, by });
  if (state === null) {
    throw dspErrors.illegalMessage({
      role: by,
      message: kind.wire[step]?.type ?? step,
      state: row.state ?? 'not begun',
    });
  }
  const patch: Patch = {
    state,
    updated_at: context.house.now(),
    ...endingOf(taken),
    ...kind.factsOf(row, taken),
  };
  const moved = await patchProcess<Row>(tx, kind.name, { id: row.id, patch });
  return enter(context, tx, { kind, row: moved, taken });
}

/** Ends a process on this side alone, when the other one cannot be told (any more). */
export async function endHere<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, code, reason }: { kind: Kind<Row>; row: Row; code: string; reason: string[] },
): Promise<Row> {
  if (kind.machine.terminal.includes(String(row.state))) return row;
  const at = context.house.now();
  const waiting = await readWaiting(tx, row.id);
  await settleMessages(
    tx,
    waiting.map(({ id }) => id),
    { state: 'cancelled', at, error: code },
  );
  const patch: Patch = { state: 'TERMINATED', updated_at: at, ending: { code, reason, by: row.role } };
  const ended = await patchProcess<Row>(tx, kind.name, { id: row.id, patch });
  return enter(context, tx, {
    kind,
    row: ended,
    taken: { step: 'terminate', by: row.role, message: { code, reason } },
  });
}
