import { XiangyuError } from '../../../errors.ts';
import type { Tx } from '../../../store/index.ts';
import type { DspContext } from '../context.ts';
import type { StepParameters } from '../dsp.ts';
import { dspErrors } from '../errors.ts';
import { nextState } from '../machines/machine.ts';
import { carryOut } from '../process/advance.ts';
import type { Kind, Next } from '../process/kind.ts';
import { queueStep } from '../process/queueStep.ts';
import { lockProcess, patchProcess } from '../store/processes.ts';
import type { Ending, ProcessRow } from '../store/rows.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Runs in the caller's transaction, or in one of its own. */
export function within<T>({ house }: DspContext, tx: Tx | undefined, run: (tx: Tx) => Promise<T>): Promise<T> {
  return tx ? run(tx) : house.store.transaction(run);
}

async function lockOwn<Row extends ProcessRow>(
  tx: Tx,
  kind: Kind<Row>,
  { participant, id }: StepParameters,
): Promise<Row> {
  const row = uuid.test(id) ? await lockProcess<Row>(tx, kind.name, id) : null;
  if (row && row.participant === participant) return row;
  throw kind.name === 'negotiation' ? dspErrors.negotiationUnknown({ id }) : dspErrors.transferUnknown({ id });
}

/** Takes a step of this side: its message goes on its way with the transaction. @throws DSP_ILLEGAL_STEP and unknown ones */
export function takeStep<Row extends ProcessRow>(
  context: DspContext,
  {
    kind,
    parameters,
    toNext,
  }: { kind: Kind<Row>; parameters: StepParameters; toNext: (row: Row) => Promise<Next> | Next },
): Promise<Row> {
  return within(context, parameters.tx, async (tx) => {
    const row = await lockOwn(tx, kind, parameters);
    const next = await toNext(row);
    if ('wait' in next) return row;
    return queueStep(context, tx, { kind, row, ...next });
  });
}

/**
 * Terminates a process: at once, or, where only the other side may, as soon as this one may too. An ended one stays as it is.
 */
export function terminate<Row extends ProcessRow>(
  context: DspContext,
  { kind, parameters, ending }: { kind: Kind<Row>; parameters: StepParameters; ending: Ending },
): Promise<Row> {
  return within(context, parameters.tx, async (tx) => {
    const row = await lockOwn(tx, kind, parameters);
    if (row.state === 'TERMINATED') return row;
    if (kind.machine.terminal.includes(String(row.state))) {
      throw dspErrors.illegalStep({ role: row.role, step: 'terminate', state: String(row.state) });
    }
    const asked = await patchProcess<Row>(tx, kind.name, { id: row.id, patch: { termination: ending } });
    const can = nextState(kind.machine, { state: row.state, step: 'terminate', by: row.role }) !== null;
    if (can) return carryOut(context, tx, { kind, row: asked, next: null });
    try {
      // Before the first message is acknowledged, or after what waits now.
      return await queueStep(context, tx, { kind, row: asked, step: 'terminate', payload: { ...ending } });
    } catch (error) {
      if (error instanceof XiangyuError && error.code === 'DSP_ILLEGAL_STEP') return asked;
      throw error;
    }
  });
}
