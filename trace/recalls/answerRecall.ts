import { recallErrors } from './errors.ts';
import { announce, type RecallHouse, recordRecallAct } from './house.ts';
import type { Answer } from './model.ts';

export interface AnswerRecallParameters {
  id: string;
  /** Slug of the holder that answers. */
  member: string;
  answer: Answer;
  amount: string | null;
  note: string | null;
}

/**
 * A holder says what it did; it may correct itself until the recall is closed, and every answer has its evidence.
 * @throws RECALL_UNKNOWN, RECALL_NOT_HOLDER, RECALL_CLOSED
 */
export async function answerRecall(house: RecallHouse, parameters: AnswerRecallParameters): Promise<void> {
  const { id, member, answer, amount, note } = parameters;
  const time = new Date().toISOString();
  await house.store.transaction(async (tx) => {
    const [recall] = await tx<{ member: string; mock: boolean; state: string; closed_at: Date | null }[]>`
      SELECT member, mock, state, closed_at FROM trace.recalls WHERE id::text = ${id} FOR UPDATE`;
    if (!recall) throw recallErrors.unknown({ id });
    const changed = await tx`
      UPDATE trace.recall_notices SET answer = ${answer}, amount = ${amount}, note = ${note},
        answered_at = ${time}::timestamptz, seen_at = coalesce(seen_at, ${time}::timestamptz)
      WHERE recall = ${id} AND holder = ${member}`;
    if (changed.count === 0) throw recallErrors.notHolder();
    if (recall.closed_at) throw recallErrors.closed({ closedAt: recall.closed_at.toISOString() });
    await tx`
      UPDATE trace.recalls SET answered_at = coalesce(answered_at, ${time}::timestamptz)
      WHERE id = ${id} AND NOT EXISTS (
        SELECT FROM trace.recall_notices WHERE recall = ${id} AND answered_at IS NULL)`;
    const detail = { answer, ...(amount && { amount }), ...(note && { note }) };
    await recordRecallAct(tx, house, { recall: id, member, kind: 'answered', time, detail });
    await announce(tx, house);
    if (recall.member === member) return;
    const title = { zh: `${member} 已答复召回`, en: `${member} answered the recall` };
    await house.network?.tell(tx, {
      recipient: recall.member,
      type: 'recall.answered',
      member,
      title,
      path: `/recalls/${id}`,
    });
  });
}
