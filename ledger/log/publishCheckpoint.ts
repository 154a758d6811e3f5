import type { Sql, Tx } from '../../store/index.ts';

/** How many witnesses there are and how many have to cosign. */
export interface Quorum {
  threshold: number;
  witnesses: number;
  /** How many of them have to sign for the chain too: the threshold, or all that can where fewer can. */
  anchorThreshold: number;
}

/** Reads the operator's rule for a checkpoint. */
export async function readQuorum(sql: Sql | Tx): Promise<Quorum> {
  const [row] = await sql<{ threshold: number; witnesses: number; able: number }[]>`
    SELECT threshold, (SELECT count(*)::int FROM ledger.witnesses WHERE removed_at IS NULL) AS witnesses,
      (SELECT count(*)::int FROM ledger.witnesses WHERE removed_at IS NULL AND address IS NOT NULL) AS able
    FROM ledger.witness_policy`;
  const { threshold = 0, witnesses = 0, able = 0 } = row ?? {};
  return { threshold, witnesses, anchorThreshold: Math.min(threshold, able) };
}

/**
 * Publishes the newest signed checkpoint that has a quorum of the present witnesses, unless a larger one was published before.
 * Gives its size, or null when nothing changed.
 */
export async function publishCheckpoint(sql: Sql | Tx): Promise<number | null> {
  const { threshold, anchorThreshold } = await readQuorum(sql);
  const [row] = await sql<{ size: string }[]>`
    WITH witnessed AS (
      SELECT signed.size FROM ledger.signed_checkpoints AS signed
      LEFT JOIN (ledger.cosignatures JOIN ledger.witnesses ON witnesses.id = witness_id AND removed_at IS NULL)
        ON cosignatures.size = signed.size
      WHERE signed.size > coalesce((SELECT max(size) FROM ledger.signed_checkpoints WHERE published_at IS NOT NULL), 0)
      GROUP BY signed.size
      HAVING count(witness_id) >= ${threshold} AND count(anchor_signature) >= ${anchorThreshold}
      ORDER BY signed.size DESC
      LIMIT 1)
    UPDATE ledger.signed_checkpoints SET published_at = clock_timestamp()
    FROM witnessed WHERE signed_checkpoints.size = witnessed.size AND published_at IS NULL
    RETURNING signed_checkpoints.size`;
  if (!row) return null;
  await sql`SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
  return Number(row.size);
}
