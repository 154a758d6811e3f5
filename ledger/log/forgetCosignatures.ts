import type { Store } from '../../store/index.ts';

/**
 * Forgets the witnesses' lines of checkpoints that no proof needs: a day old, followed by a published one, and never anchored. They
 * are kilobytes each; what the log itself signed stays. Gives how many answers it was.
 */
export async function forgetCosignatures(store: Store): Promise<number> {
  const rows = await store.sql`
    DELETE FROM ledger.cosignatures USING ledger.signed_checkpoints AS signed
    WHERE signed.size = cosignatures.size AND signed_at < now() - interval '1 day'
      AND signed.size < (SELECT max(size) FROM ledger.signed_checkpoints WHERE published_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM ledger.checkpoints WHERE checkpoints.size = signed.size)`;
  return rows.count;
}
