import type { Store } from '../../store/index.ts';
import type { CheckpointGuard } from './checkpointGuard.ts';
import { logErrors } from './errors.ts';

/** The signed checkpoint of a size with every line of its witnesses; null when there is none. */
export async function readCheckpointOf(store: Store, size: number): Promise<string | null> {
  const [row] = await store.sql<{ text: string }[]>`
    SELECT note || coalesce((
      SELECT string_agg(lines, '' ORDER BY witness_id) FROM ledger.cosignatures
      WHERE cosignatures.size = signed_checkpoints.size), '') AS text
    FROM ledger.signed_checkpoints WHERE size = ${size}`;
  return row?.text ?? null;
}

/**
 * Makes the reader of the newest published checkpoint, the text that `GET /log/checkpoint` gives; null before the first. What
 * it once gave is never followed by an older one: a database that fell back is found out by what this process gave, by the
 * chain and by the witnesses. The reader throws LOG_CHECKPOINT_WITHHELD (retryable) then, and what the guard throws.
 */
export function createCheckpointReader(store: Store, guard: CheckpointGuard): () => Promise<string | null> {
  let shown = 0;
  return async () => {
    const [newest] = await store.sql<{ size: string }[]>`
      SELECT size FROM ledger.signed_checkpoints WHERE published_at IS NOT NULL ORDER BY size DESC LIMIT 1`;
    const size = Number(newest?.size ?? 0);
    if (size < shown) {
      const problem = `one of ${shown} statements was published before`;
      throw logErrors.checkpointWithheld(
        { size, problem },
        { zh: { problem: `此前已公布过存证数为 ${shown} 的检查点` } },
      );
    }
    await guard.check();
    shown = Math.max(shown, size);
    return size === 0 ? null : readCheckpointOf(store, size);
  };
}
