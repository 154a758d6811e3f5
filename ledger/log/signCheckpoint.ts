import { decodeHex, encodeHex, formatCheckpointBody } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { logErrors } from './errors.ts';
import type { LogKey } from './logKey.ts';
import { readRoot } from './readPaths.ts';

export interface SignCheckpointParameters {
  store: Store;
  logKey: LogKey;
  origin: string;
}

/**
 * Signs the log's present head and stores it before anybody sees it; null when the newest signed one is of the same size. A log
 * must never sign two histories, so the newest signed checkpoint has to be one that the database still holds.
 * @throws LOG_BEHIND_SIGNED, LOG_OTHER_THAN_SIGNED
 */
export async function signCheckpoint({ store, logKey, origin }: SignCheckpointParameters): Promise<number | null> {
  const [[head], [newest]] = await Promise.all([
    store.sql<{ size: string; root: string }[]>`SELECT size, root FROM ledger.log_head`,
    store.sql<{ size: string; root: string }[]>`
      SELECT size, root FROM ledger.signed_checkpoints ORDER BY size DESC LIMIT 1`,
  ]);
  const size = Number(head?.size ?? 0);
  const signed = Number(newest?.size ?? 0);
  if (signed > size) throw logErrors.behindSigned({ signed, size });
  if (!head || size === signed) return null;
  if (newest && encodeHex(await readRoot(store.sql, signed)) !== newest.root) {
    throw logErrors.otherThanSigned({ size: signed });
  }
  await keepSigned(store, logKey, { origin, size, root: head.root });
  return size;
}

/**
 * Signs what was anchored before the log signed its checkpoints, so that old statements get proofs of the present form too.
 * @throws LOG_OTHER_THAN_SIGNED
 */
export async function signAnchored({ store, logKey, origin }: SignCheckpointParameters): Promise<void> {
  const rows = await store.sql<{ size: string; root: string }[]>`
    SELECT DISTINCT size, root FROM ledger.checkpoints
    WHERE NOT EXISTS (SELECT FROM ledger.signed_checkpoints AS signed WHERE signed.size = checkpoints.size)`;
  for (const { size, root } of rows) {
    // Anchored on a chain that is no more, by a database that was another: nobody can prove anything against it.
    if (encodeHex(await readRoot(store.sql, Number(size))) !== root) continue;
    await keepSigned(store, logKey, { origin, size: Number(size), root });
    // What is on the chain is public already.
    await store.sql`
      UPDATE ledger.signed_checkpoints SET published_at = clock_timestamp() WHERE size = ${size} AND published_at IS NULL`;
  }
}

async function keepSigned(
  store: Store,
  logKey: LogKey,
  { origin, size, root }: { origin: string; size: number; root: string },
): Promise<void> {
  const note = await logKey.sign(formatCheckpointBody({ origin, size, root: decodeHex(root, 'The root') }));
  await store.sql`
    INSERT INTO ledger.signed_checkpoints (size, root, note) VALUES (${size}, ${root}, ${note})
    ON CONFLICT (size) DO NOTHING`;
}
