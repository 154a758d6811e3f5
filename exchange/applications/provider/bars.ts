import type { Tx } from '../../../store/index.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import type { Actor } from '../model.ts';

/** Whether a department misused an emergency here and nobody lifted the bar since. */
export async function findBar(tx: Tx, participant: string, consumer: string): Promise<boolean> {
  const [bar] = await tx`
    SELECT 1 FROM exchange.emergency_bars
    WHERE participant = ${participant} AND consumer = ${consumer} AND lifted_at IS NULL LIMIT 1`;
  return bar !== undefined;
}

/** Lets a department use emergencies again. @throws APPLICATION_REASON_MISSING, APPLICATION_UNKNOWN */
export async function liftBar(
  { house, audit }: AskingContext,
  { participant, actor, consumer, reason }: { participant: string; actor: Actor; consumer: string; reason: string },
): Promise<void> {
  if (reason.trim().length < 5) throw applicationErrors.reasonMissing({ what: 'lifting a bar' });
  await house.store.transaction(async (tx) => {
    const lifted = await tx<{ application: string }[]>`
      UPDATE exchange.emergency_bars SET lifted_at = ${house.now()}
      WHERE participant = ${participant} AND consumer = ${consumer} AND lifted_at IS NULL RETURNING application`;
    if (lifted.length === 0) throw applicationErrors.unknown({ id: consumer });
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      detail: { step: 'barLifted', consumer, reason: reason.slice(0, 2_000), actor: actor.id },
    });
  });
}
