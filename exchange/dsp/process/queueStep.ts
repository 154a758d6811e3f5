import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { nextState } from '../machines/machine.ts';
import { insertOutgoing, type OutgoingRow, readWaiting, settleMessages } from '../store/messages.ts';
import { patchProcess } from '../store/processes.ts';
import type { ProcessRow } from '../store/rows.ts';
import { endHere } from './advance.ts';
import type { Kind } from './kind.ts';

/** Where the process will be when everything that waits is acknowledged. */
function stateAfter<Row extends ProcessRow>(kind: Kind<Row>, row: Row, waiting: readonly OutgoingRow[]): string | null {
  return waiting.reduce<string | null>(
    (state, { step }) => nextState(kind.machine, { state, step, by: row.role }) ?? state,
    row.state,
  );
}

/**
 * Puts a step of this side on its way in the caller's transaction, which has locked the process. The state changes when the
 * other side acknowledges it. A termination overtakes what was not sent yet.
 * @throws DSP_ILLEGAL_STEP
 */
export async function queueStep<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, step, payload }: { kind: Kind<Row>; row: Row; step: string; payload: JsonObject },
): Promise<Row> {
  const at = context.house.now();
  let waiting = await readWaiting(tx, row.id);
  if (step === 'terminate') {
    if (waiting.some((message) => message.step === 'terminate')) return row;
    const unsent = waiting.filter(({ attempts }) => attempts === 0);
    await settleMessages(
      tx,
      unsent.map(({ id }) => id),
      { state: 'cancelled', at, error: 'the process is terminated' },
    );
    waiting = waiting.filter(({ attempts }) => attempts > 0);
    // Nobody else knows of it yet.
    if (row.state === null && waiting.length === 0) {
      return endHere(context, tx, { kind, row, code: String(payload.code), reason: payload.reason as string[] });
    }
  }
  const state = stateAfter(kind, row, waiting);
  const wire = kind.wire[step];
  if (!wire || nextState(kind.machine, { state, step, by: row.role }) === null) {
    throw dspErrors.illegalStep({ role: row.role, step, state: state ?? 'not begun' });
  }
  await insertOutgoing(tx, {
    id: randomUUID(),
    participant: row.participant,
    kind: kind.name,
    process: row.id,
    step,
    type: wire.type,
    payload: wire.eventType ? { ...payload, eventType: wire.eventType } : payload,
    at,
  });
  return patchProcess<Row>(tx, kind.name, { id: row.id, patch: { inner_state: 'sending' } });
}
