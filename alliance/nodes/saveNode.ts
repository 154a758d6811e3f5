import { authorOf, type NodeReport } from '../../engine/index.ts';
import type { Sql, Tx } from '../../store/index.ts';

/** Nodes of one member that are kept: whoever may sign for it makes keys without end. */
export const mostNodes = 100;

/** A node as it is stored. */
export interface SavedNode extends Omit<NodeReport, 'format' | 'genesisHash'> {
  platform: boolean;
  lag: number | null;
}

/**
 * Stores what is known of a node unless something newer is stored, another member's node has the key, or the member has too many.
 * Gives whether it was stored.
 */
export async function saveNode(sql: Sql | Tx, node: SavedNode): Promise<boolean> {
  const { nodeKey, member, platform, name, place, host, port, producer, version, height, epoch, lag, time } = node;
  // The platform's organisation has a row from its setup on; its node is there before.
  const saved = await sql`
    insert into alliance.node (public_key, member, author, platform, name, place, host, port, producer, version, height, epoch,
      best_hash, settled_epoch, settled_hash, sync_phase, peers, lag, reported_at)
    select ${nodeKey}, slug, ${authorOf(nodeKey)}, ${platform}, ${name}, ${place}, ${host}, ${port}, ${producer}, ${version},
      ${height}, ${epoch}, ${node.bestHash}, ${node.settled?.epoch ?? null}, ${node.settled?.hash ?? null},
      ${node.syncPhase}, ${node.peers}, ${lag}, ${time}
    from alliance.member where slug = ${member}
      and (exists (select from alliance.node where public_key = ${nodeKey})
        or (select count(*) from alliance.node where node.member = ${member}) < ${mostNodes})
    on conflict (public_key) do update set
      platform = excluded.platform, name = excluded.name, place = excluded.place, host = excluded.host, port = excluded.port,
      producer = excluded.producer, version = excluded.version, height = excluded.height, epoch = excluded.epoch,
      best_hash = excluded.best_hash, settled_epoch = excluded.settled_epoch, settled_hash = excluded.settled_hash,
      sync_phase = excluded.sync_phase, peers = excluded.peers, lag = excluded.lag, reported_at = excluded.reported_at,
      last_seen_at = now()
      where node.member = excluded.member and node.reported_at < excluded.reported_at
    returning public_key`;
  return saved.count > 0;
}
