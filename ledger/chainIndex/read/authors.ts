import type { Hex } from '../../../proof/index.ts';
import type { IndexReader } from './currentChain.ts';

/** How many blocks one author made lately, on and off the pivot chain. */
export interface AuthorBlocks {
  /** Core Space address in hexadecimal, lower case. */
  author: Hex;
  hour: number;
  day: number;
}

/**
 * Counts the blocks of the last hour and the last day by author. Epochs are in the order of their times, so where the day
 * begins is found by halving.
 */
export async function countAuthors({ sql, chain }: IndexReader, now = new Date()): Promise<AuthorBlocks[]> {
  const seconds = Math.floor(now.getTime() / 1_000);
  const [dayAgo, hourAgo] = [seconds - 86_400, seconds - 3_600];
  return sql<AuthorBlocks[]>`
    WITH RECURSIVE halves(low, high) AS (
      SELECT 0::bigint, greatest(indexed_epoch, 0) FROM chain_index.chains WHERE id = ${chain}
      UNION ALL
      SELECT CASE WHEN time < ${dayAgo} THEN epoch + 1 ELSE low END, CASE WHEN time < ${dayAgo} THEN high ELSE epoch END
      FROM halves JOIN chain_index.epochs ON chain = ${chain} AND epoch = (low + high) / 2
      WHERE low < high
    )
    SELECT '0x' || encode(miner, 'hex') AS author, (count(*) FILTER (WHERE time >= ${hourAgo}))::int AS hour,
      count(*)::int AS day
    FROM chain_index.blocks
    WHERE chain = ${chain} AND epoch >= (SELECT max(low) FROM halves) AND time >= ${dayAgo}
    GROUP BY miner ORDER BY day DESC, miner`;
}

/** Of these epochs and pivot blocks, the epochs in which the index has another pivot block. */
export async function findOtherPivots(
  { sql, chain }: IndexReader,
  pivots: readonly { epoch: number; hash: Hex }[],
): Promise<{ epoch: number; hash: Hex }[]> {
  if (pivots.length === 0) return [];
  return sql<{ epoch: number; hash: Hex }[]>`
    SELECT wanted.epoch::float8 AS epoch, wanted.hash
    FROM jsonb_to_recordset(${JSON.stringify(pivots)}::text::jsonb) AS wanted(epoch bigint, hash text)
    JOIN chain_index.epochs ON chain = ${chain} AND epochs.epoch = wanted.epoch
    WHERE '0x' || encode(pivot, 'hex') <> wanted.hash`;
}
