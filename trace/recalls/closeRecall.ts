import type { Viewer } from '../access/viewer.ts';
import { recallErrors } from './errors.ts';
import { announce, type RecallHouse, recordRecallAct } from './house.ts';

/**
 * Closes a recall with what came of it; the holders are told.
 * @throws RECALL_UNKNOWN, RECALL_NOT_STARTER, RECALL_CLOSED
 */
export async function closeRecall(
  house: RecallHouse,
  { id, outcome, viewer, member }: { id: string; outcome: string; viewer: Viewer; member: string },
): Promise<void> {
  const time = new Date().toISOString();
  await house.store.transaction(async (tx) => {
    const [recall] = await tx<{ member: string; closed_at: Date | null }[]>`
      SELECT member, closed_at FROM trace.recalls WHERE id::text = ${id} FOR UPDATE`;
    const notices = await tx<{ holder: string; answered_at: Date | null }[]>`
      SELECT holder, answered_at FROM trace.recall_notices WHERE recall::text = ${id}`;
    const concerned = recall?.member === member || viewer.authority || notices.some(({ holder }) => holder === member);
    if (!recall || !concerned) throw recallErrors.unknown({ id });
    if (recall.member !== member && !viewer.authority) throw recallErrors.notStarter({ member: recall.member });
    if (recall.closed_at) throw recallErrors.closed({ closedAt: recall.closed_at.toISOString() });
    await tx`
      UPDATE trace.recalls SET state = 'closed', closed_at = ${time}::timestamptz, outcome = ${outcome} WHERE id = ${id}`;
    const unanswered = notices.filter(({ answered_at }) => answered_at === null).map(({ holder }) => holder);
    await recordRecallAct(tx, house, { recall: id, member, kind: 'closed', time, detail: { outcome, unanswered } });
    await announce(tx, house);
    for (const { holder } of notices) {
      if (holder === member) continue;
      const title = { zh: '召回已结束', en: 'A recall is closed' };
      await house.network?.tell(tx, {
        recipient: holder,
        type: 'recall.closed',
        member,
        title,
        path: `/recalls/${id}`,
      });
    }
  });
}
