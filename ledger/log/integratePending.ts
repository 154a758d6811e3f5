import { coverRange, encodeHex, hashLeaf } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { extendTree } from './extendTree.ts';
import { readNodes } from './readNodes.ts';

/** Most statements that get their place in one SQL transaction. */
const batchSize = 1_000;

/**
 * Gives the pending statements their places in the log, in the order of their recording as far as it is visible: one that
 * commits later simply gets a later place. Leaves, subtrees, places and the new head are one SQL transaction, and the head's
 * row lock with the comparison of its old size keeps a deposed leader from writing. Gives how many it placed.
 */
export async function integratePending(store: Store): Promise<number> {
  return store.transaction(async (tx) => {
    const [head] = await tx<{ size: string }[]>`SELECT size FROM ledger.log_head FOR UPDATE`;
    const size = Number(head?.size);
    const pending = await tx<{ seq: string; encoded: string }[]>`
      SELECT seq, encoded FROM ledger.statements WHERE log_index IS NULL ORDER BY seq LIMIT ${batchSize}`;
    if (pending.length === 0) return 0;
    const frontier = await readNodes(tx, coverRange({ start: 0, end: size }));
    const encoder = new TextEncoder();
    const leafHashes = pending.map(({ encoded }) => hashLeaf(encoder.encode(encoded)));
    const { root, nodes } = extendTree(size, frontier, leafHashes);

    const places = pending.map(({ seq }, offset) => ({ seq, place: size + offset }));
    await tx`
      UPDATE ledger.statements SET log_index = places.place
      FROM jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb) AS places(seq bigint, place bigint)
      WHERE statements.seq = places.seq AND statements.log_index IS NULL`;
    const stored = nodes.map(({ level, index, hash }) => ({ level, index, hash: encodeHex(hash) }));
    await tx`
      INSERT INTO ledger.nodes (level, index, hash)
      SELECT level, index, decode(hash, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(stored)}::text::jsonb) AS n(level smallint, index bigint, hash text)`;
    const moved = await tx`
      UPDATE ledger.log_head SET size = ${size + pending.length}, root = ${encodeHex(root)}, updated_at = now()
      WHERE size = ${size}`;
    if (moved.count !== 1) throw new Error('Another process moved the log on; this batch is undone.');
    await tx`SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
    return pending.length;
  });
}
