import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { removeFiles } from './fileSink.ts';
import { type IntakeRow, readIntakeRow } from './intakeRow.ts';
import { removeRows } from './tableSink.ts';

/** Ends a delivery that is still coming in and removes what came. @throws DELIVERY_INTAKE_OVER */
export async function cancelIntake(context: DeliveryContext, participant: string, id: string): Promise<IntakeRow> {
  const { house, stops, dsp } = context;
  const intake = await readIntakeRow(house.store.sql, participant, id);
  const { state, transfer } = intake;
  if (state === 'cancelled') return intake;
  if (!['running', 'suspended', 'failed'].includes(state)) throw deliveryErrors.intakeOver({ state });
  if (transfer) await stops.stop(participant, transfer);
  const [row] = await house.store.sql<IntakeRow[]>`
    UPDATE exchange.intakes SET state = 'cancelled', changed_at = ${house.now()}
    WHERE id = ${id} AND state IN ('running', 'suspended', 'failed') RETURNING *`;
  if (!row) throw deliveryErrors.intakeOver({ state: 'finishing' });
  if (transfer)
    await dsp
      .terminateTransfer({
        participant,
        id: transfer,
        code: 'CANCELLED',
        reason: ['The consumer cancelled the transfer.'],
      })
      .catch(() => {});
  await removeAll(context, intake);
  return row;
}

/** Removes what an intake left; gives how. */
async function removeAll(
  context: DeliveryContext,
  intake: IntakeRow,
): Promise<'unlink' | 'drop' | 'delete' | 'absent'> {
  if (intake.destination.kind === 'table') return removeRows(context, intake);
  return (await removeFiles(context.folder, intake)) ? 'unlink' : 'absent';
}

/** See `Delivery.erase`. */
export async function eraseIntake(
  context: DeliveryContext,
  participant: string,
  id: string,
): Promise<{ how: 'unlink' | 'drop' | 'delete' | 'absent' }> {
  const { house, stops } = context;
  const intake = await readIntakeRow(house.store.sql, participant, id);
  if (intake.state === 'erased') return { how: 'absent' };
  if (intake.transfer) await stops.stop(participant, intake.transfer);
  await house.store.sql`
    UPDATE exchange.intakes SET state = 'cancelled', changed_at = ${house.now()} WHERE id = ${id} AND state = 'running'`;
  const how = await removeAll(context, intake);
  await house.store.sql`
    UPDATE exchange.intakes SET state = 'erased', changed_at = ${house.now()} WHERE id = ${id}`;
  return { how };
}
