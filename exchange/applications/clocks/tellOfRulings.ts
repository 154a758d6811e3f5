import type { AskingContext } from '../context.ts';
import type { DisputeRow } from '../disputes/disputeRow.ts';
import { letterToRulers } from './letters.ts';
import { readSettings } from './readCalendar.ts';

/**
 * Tells those of the data authority who rule that the time for a ruling has run out: once a dispute, by post and in the log,
 * with a record. Gives how many rows were looked at.
 */
export async function tellOfRulings({ house, post, audit }: AskingContext, batch: number): Promise<number> {
  return house.store.transaction(async (tx) => {
    const now = house.now();
    const due = await tx<DisputeRow[]>`
      SELECT * FROM exchange.disputes
      WHERE ruling IS NULL AND overdue_told_at IS NULL AND due_at < ${now}
      ORDER BY due_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
    for (const row of due) {
      const { participant, id, application, dataset, form, due_at } = row;
      const { superior } = await readSettings(tx, participant);
      await tx`
        UPDATE exchange.disputes SET overdue_told_at = ${now} WHERE participant = ${participant} AND id = ${id}`;
      await audit.record(tx, {
        participant,
        kind: 'act',
        outcome: 'ok',
        application,
        dataset,
        purpose: form.matter,
        detail: { step: 'overdue', stage: 'ruling', superior, dueAt: due_at.toISOString() },
      });
      const told = post ? await post.write(tx, letterToRulers(row, superior)) : 0;
      house.context.logger.warn({ participant, dispute: id, application, superior, told }, 'a ruling is overdue');
    }
    return due.length;
  });
}
