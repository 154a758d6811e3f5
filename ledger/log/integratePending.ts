import { coverRange, encodeHex } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { extendTree } from './extendTree.ts';
import { readNodes } from './readNodes.ts';
import { writeNodes } from './writeNodes.ts';

/** About how many statements get their place in one SQL transaction; those recorded together stay together. */
const batchSize = 5_000;

/**
 * Gives the pending statements their places in the log, in the order of their recording as far as it is visible: one that
 * commits later simply gets a later place. Leaves, subtrees, places and the new head are one SQL transaction, and the head's
 * row lock with the comparison of its old size keeps a deposed leader from writing. Gives how many it placed.
 */
export async function integratePending(store: Store): Promise<number> {
  return store.transaction(async (tx) => {
    const [head] = await tx<{ size: string }[]>`SELECT size FROM ledger.log_head FOR UPDATE`;
    const size = Number(head?.size);
    const leafHashes = await placePending(tx, size);
    if (leafHashes.length === 0) return 0;
    const frontier = await readNodes(tx, coverRange({ start: 0, end: size }));
    const { root, runs } = extendTree(size, frontier, leafHashes);
    const placed = leafHashes.length / 32;
    await writeNodes(tx, runs);
    const moved = await tx`
      UPDATE ledger.log_head SET size = ${size + placed}, root = ${encodeHex(root)}, updated_at = now()
      WHERE size = ${size}`;
    if (moved.count !== 1) throw new Error('Another process moved the log on; this batch is undone.');
    await tx`SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
    return placed;
  });
}

/** Gives places from `size` on; the leaf hashes (RFC 6962 §2.1) are made where the statements are, so that these stay there. */
async function placePending(tx: Tx, size: number): Promise<Buffer> {
  const [row] = await tx<{ hashes: Uint8Array | null }[]>`
    WITH waiting AS (
      SELECT id, cardinality(seqs) AS count FROM ledger.pending ORDER BY id LIMIT ${batchSize}
    ), taken AS (
      DELETE FROM ledger.pending WHERE id IN (
        SELECT id FROM (SELECT id, count, sum(count) OVER (ORDER BY id) AS total FROM waiting) AS summed
        WHERE total - count < ${batchSize}
      ) RETURNING seqs
    ), placed AS (
      INSERT INTO ledger.leaves (log_index, seq)
      SELECT ${size}::bigint + row_number() OVER (ORDER BY seq) - 1, seq FROM taken, unnest(seqs) AS seq ORDER BY seq
      RETURNING log_index, seq
    )
    SELECT string_agg(sha256('\\x00'::bytea || convert_to(encoded, 'UTF8')), ''::bytea ORDER BY log_index) AS hashes
    FROM placed JOIN ledger.statement_rows USING (seq)`;
  return Buffer.from(row?.hashes ?? []);
}
