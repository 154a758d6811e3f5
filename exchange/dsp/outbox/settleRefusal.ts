import type { PostOutgoingReturnType } from '../../../host/index.ts';
import type { Tx } from '../../../store/index.ts';
import type { DspContext } from '../context.ts';
import { nextState } from '../machines/machine.ts';
import { acknowledge } from '../process/acknowledge.ts';
import { carryOut, endHere } from '../process/advance.ts';
import { otherRole } from '../process/kind.ts';
import { recordMessage } from '../records/recordMessage.ts';
import { type OutgoingRow, readWaiting, settleMessages } from '../store/messages.ts';
import { lockProcess, patchProcess } from '../store/processes.ts';
import type { ProcessRow } from '../store/rows.ts';
import { readAnswer, readOtherState, type SettleParameters } from './settle.ts';

/** What the other side said, shortened. */
function reasonOf({ status, body }: PostOutgoingReturnType): { code: string; reason: string[] } {
  const answer = readAnswer(body);
  const reason = Array.isArray(answer?.reason)
    ? answer.reason.map((one) => String(one).slice(0, 1_000)).slice(0, 10)
    : [];
  const code = typeof answer?.code === 'string' ? answer.code.slice(0, 200) : `status ${status}`;
  return { code, reason };
}

async function findWaiting<Row extends ProcessRow>(
  tx: Tx,
  { kind, message }: SettleParameters<Row>,
): Promise<{ row: Row; waiting: OutgoingRow[] } | null> {
  const row = await lockProcess<Row>(tx, kind.name, message.process);
  const waiting = await readWaiting(tx, message.process);
  return row && waiting.some(({ id }) => id === message.id) ? { row, waiting } : null;
}

/** A step of a transfer that the other side does not want leaves it as it was; anything else ends the process. */
const harmless = new Set(['suspend', 'complete']);

/**
 * The other side refused a message for good. When the process went on in the meantime that is no wonder, and when the other
 * side is where the message leads it had taken it before; else the two do not agree, and the process ends.
 */
export async function settleRefusal<Row extends ProcessRow>(
  context: DspContext,
  parameters: SettleParameters<Row>,
  answer: PostOutgoingReturnType,
): Promise<void> {
  const { kind, message, prepared } = parameters;
  const { store, now } = context.house;
  const seen = await store.transaction((tx) => findWaiting(tx, parameters));
  if (!seen) return;
  const other = await readOtherState(context, { kind, row: seen.row, prepared });
  const { code, reason } = reasonOf(answer);
  await store.transaction(async (tx) => {
    const found = await findWaiting(tx, parameters);
    if (!found) return;
    const { row, waiting } = found;
    const { status } = answer;
    const to = nextState(kind.machine, { state: row.state, step: message.step, by: row.role });
    if (to !== null && to === other) {
      await acknowledge(context, tx, { kind, row, message, pid: null, status });
      return;
    }
    await settleMessages(tx, [message.id], {
      state: to === null ? 'cancelled' : 'refused',
      at: now(),
      status,
      error: code,
    });
    await recordMessage(context, tx, { kind: kind.name, row, message, status, outcome: 'refused' });
    if (to === null) {
      await carryOut(context, tx, { kind, row, next: null });
      return;
    }
    const later = waiting.filter(({ id, step }) => id !== message.id && step !== 'terminate').map(({ id }) => id);
    await settleMessages(tx, later, { state: 'cancelled', at: now(), error: code });
    const resumed = message.step === 'start' && row.state === 'SUSPENDED';
    if (other === row.state && (harmless.has(message.step) || resumed)) {
      const ending = { code, reason, by: otherRole(row.role) };
      const kept = await patchProcess<Row>(tx, kind.name, { id: row.id, patch: { ending } });
      await carryOut(context, tx, { kind, row: kept, next: null });
      return;
    }
    const why = { code: code === 'DSP_NOT_FOUND' ? 'notFound' : 'refused', reason: [code, ...reason] };
    const canEnd = nextState(kind.machine, { state: row.state, step: 'terminate', by: row.role }) !== null;
    if (message.step === 'terminate' || !canEnd || other === null || other === 'TERMINATED') {
      await endHere(context, tx, { kind, row, ...why });
      return;
    }
    const asked = await patchProcess<Row>(tx, kind.name, { id: row.id, patch: { termination: why } });
    await carryOut(context, tx, { kind, row: asked, next: null });
  });
}
