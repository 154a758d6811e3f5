import type { Store } from '../../store/index.ts';
import { attachmentErrors } from './errors.ts';

/**
 * Takes a picture away from the events of a member, such as one that shows a person who objects; its bytes go when no
 * other member's event shows it. The events keep the hash, so that their proofs stay valid.
 *
 * @throws TRACE_ATTACHMENT_UNKNOWN
 */
export async function detach(store: Store, { hash, member }: { hash: string; member: string }): Promise<void> {
  await store.transaction(async (tx) => {
    const taken = await tx`DELETE FROM trace.attachment_events WHERE hash = ${hash} AND member = ${member}`;
    if (taken.count === 0) throw attachmentErrors.attachmentUnknown({ hash });
    await tx`
      DELETE FROM trace.attachments a
      WHERE a.hash = ${hash} AND NOT EXISTS (SELECT 1 FROM trace.attachment_events l WHERE l.hash = a.hash)`;
  });
}
