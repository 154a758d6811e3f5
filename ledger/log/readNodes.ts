import type { TreeNode } from '../../proof/index.ts';
import type { Sql, Tx } from '../../store/index.ts';
import type { HashedNode } from './extendTree.ts';

/** Reads complete subtrees; gives them in the order asked for. */
export async function readNodes(sql: Sql | Tx, wanted: readonly TreeNode[]): Promise<HashedNode[]> {
  if (wanted.length === 0) return [];
  const levels = wanted.map(({ level }) => level);
  const indexes = wanted.map(({ index }) => index);
  const rows = await sql<{ level: number; index: string; hash: Uint8Array }[]>`
    SELECT nodes.level, nodes.index, nodes.hash
    FROM unnest(${levels}::smallint[], ${indexes}::bigint[]) AS wanted (level, index)
    JOIN ledger.nodes ON nodes.level = wanted.level AND nodes.index = wanted.index`;
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, new Uint8Array(hash)]));
  return wanted.map(({ level, index }) => {
    const hash = found.get(`${level}/${index}`);
    if (!hash) throw new Error(`The log has no subtree ${level}/${index}; the table ledger.nodes was changed.`);
    return { level, index, hash };
  });
}
