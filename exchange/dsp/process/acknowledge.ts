import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { recordMessage } from '../records/recordMessage.ts';
import { type OutgoingRow, settleMessages } from '../store/messages.ts';
import { patchProcess } from '../store/processes.ts';
import type { ProcessRow } from '../store/rows.ts';
import { advance } from './advance.ts';
import type { Kind } from './kind.ts';

export interface AcknowledgeParameters<Row extends ProcessRow> {
  kind: Kind<Row>;
  row: Row;
  message: OutgoingRow;
  /** The name that the other side gave to the process, once it is known. */
  pid: string | null;
  /** Status of the answer; null when the other side's own message shows that it took ours. */
  status: number | null;
}

/**
 * Takes a step of this side that the other side has acknowledged; the process is locked and the message waits.
 * @throws DSP_ILLEGAL_MESSAGE when the process went on otherwise in the meantime
 */
export async function acknowledge<Row extends ProcessRow>(
  context: DspContext,
  tx: Tx,
  { kind, row, message, pid, status }: AcknowledgeParameters<Row>,
): Promise<Row> {
  await settleMessages(tx, [message.id], { state: 'done', at: context.house.now(), status });
  await recordMessage(context, tx, { kind: kind.name, row, message, status, outcome: 'ok' });
  const named =
    pid === null
      ? row
      : await patchProcess<Row>(tx, kind.name, {
          id: row.id,
          patch: row.role === 'consumer' ? { provider_pid: pid } : { consumer_pid: pid },
        });
  const body = JSON.parse(message.body ?? '{}') as JsonObject;
  return advance(context, tx, { kind, row: named, taken: { step: message.step, by: row.role, message: body } });
}
