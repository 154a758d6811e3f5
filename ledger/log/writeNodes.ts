import type { Tx } from '../../store/index.ts';
import type { NodeRun } from './hashTree.ts';

/** Stores complete subtrees; the hashes of all runs go as one value, which the database cuts up. */
export async function writeNodes(tx: Tx, runs: readonly NodeRun[]): Promise<void> {
  let offset = 0;
  const parts = runs.map(({ level, start, hashes }) => {
    const part = { level, start, count: hashes.length / 32, offset };
    offset += part.count;
    return part;
  });
  await tx`
    INSERT INTO ledger.nodes (level, index, hash)
    SELECT level, start + i, substring(${Buffer.concat(runs.map(({ hashes }) => hashes))}::bytea FROM ((first + i) * 32 + 1)::int FOR 32)
    FROM unnest(
      ${parts.map(({ level }) => level)}::smallint[],
      ${parts.map(({ start }) => start)}::bigint[],
      ${parts.map(({ count }) => count)}::bigint[],
      ${parts.map((part) => part.offset)}::bigint[]
    ) AS run (level, start, count, first), generate_series(0, count - 1) AS i`;
}
