import type { Hex } from '../../engine/index.ts';
import type { AuthorBlocks } from '../../ledger/index.ts';
import { type PageParameters, readPageToken, toPage } from '../page.ts';
import type { NodesContext } from './openNodes.ts';

/** A node of the network, for everybody to see. */
export interface ListedNode {
  publicKey: Hex;
  member: string;
  name: string | null;
  place: string | null;
  author: Hex;
  platform: boolean;
  producer: boolean;
  /** `away`: no report for a minute; `forked`: a settled block of its is another than ours; `behind`: more than a minute's epochs. */
  state: 'current' | 'behind' | 'forked' | 'away';
  height: number;
  epoch: number;
  lag: number | null;
  bestHash: Hex;
  syncPhase: string | null;
  version: string | null;
  peers: Hex[];
  /** Blocks that the chain has of its author. */
  blocks: { hour: number; day: number };
  firstSeenAt: string;
  lastSeenAt: string;
}

export interface NodePage {
  nodes: ListedNode[];
  nextPageToken: string | null;
  totals: { nodes: number; current: number; producers: number; members: number };
  /** Blocks of authors whose node has not reported. */
  otherBlocks: { hour: number; day: number };
}

interface Row {
  public_key: Hex;
  member: string;
  name: string | null;
  place: string | null;
  author: Hex;
  platform: boolean;
  producer: boolean;
  is_away: boolean;
  height: string;
  epoch: string;
  lag: string | null;
  best_hash: Hex;
  settled_epoch: string | null;
  settled_hash: Hex | null;
  sync_phase: string | null;
  version: string | null;
  peers: Hex[];
  first_seen_at: Date;
  last_seen_at: Date;
}

/** A node reports every ten seconds; after so many without a word it counts as away. */
const awaySeconds = 60;
/** A node so many epochs behind does not see the present. */
const behindEpochs = 60;
/** Counting a day's blocks reads many rows, and the answer changes slowly. */
const countedMs = 10_000;

const isBehind = (row: Row) => Number(row.lag ?? 0) > behindEpochs || row.sync_phase !== 'NormalSyncPhase';

/** Makes the public list of nodes, by organisation, the platform's own node first. */
export function createNodeList(nodes: NodesContext): (page: PageParameters) => Promise<NodePage> {
  const { sql } = nodes.store;
  const { read } = nodes.ledger.index;
  let counted = { at: Number.NEGATIVE_INFINITY, authors: Promise.resolve<AuthorBlocks[]>([]) };

  function countBlocks(): Promise<AuthorBlocks[]> {
    if (performance.now() - counted.at > countedMs)
      // Without an index there are no blocks to count, and the nodes are shown all the same.
      counted = { at: performance.now(), authors: read.countAuthors().catch(() => []) };
    return counted.authors;
  }

  return async ({ perPage, pageToken }) => {
    const [platform = '', member = '', key = ''] = readPageToken(pageToken, 3);
    const isFirst = pageToken === undefined;
    const [rows, authors, [totals], known] = await Promise.all([
      sql<Row[]>`
        select *, last_seen_at < now() - ${awaySeconds} * interval '1 second' as is_away from alliance.node
        where ${isFirst} or (not platform, member, public_key) > (${platform === 'false'}, ${member}, ${key})
        order by not platform, member, public_key limit ${perPage + 1}`,
      countBlocks(),
      sql<NodePage['totals'][]>`
        select count(*)::int as nodes, (count(*) filter (where fresh and not behind))::int as current,
          (count(*) filter (where fresh and producer))::int as producers, count(distinct member)::int as members
        from alliance.node, lateral (
          select last_seen_at >= now() - ${awaySeconds} * interval '1 second' as fresh,
            coalesce(lag, 0) > ${behindEpochs} or sync_phase is distinct from 'NormalSyncPhase' as behind) as health`,
      sql<{ author: Hex }[]>`select author from alliance.node`,
    ]);
    const forked = await findForked(nodes, rows);
    const blocksOf = new Map(authors.map(({ author, hour, day }) => [author, { hour, day }]));
    const toNode = (row: Row): ListedNode => ({
      publicKey: row.public_key,
      member: row.member,
      name: row.name,
      place: row.place,
      author: row.author,
      platform: row.platform,
      producer: row.producer,
      state: row.is_away ? 'away' : forked.has(row.public_key) ? 'forked' : isBehind(row) ? 'behind' : 'current',
      height: Number(row.height),
      epoch: Number(row.epoch),
      lag: row.lag === null ? null : Number(row.lag),
      bestHash: row.best_hash,
      syncPhase: row.sync_phase,
      version: row.version,
      peers: row.peers,
      blocks: blocksOf.get(row.author) ?? { hour: 0, day: 0 },
      firstSeenAt: row.first_seen_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    });
    const page = toPage(rows.map(toNode), perPage, (node) => [`${node.platform}`, node.member, node.publicKey]);
    const reported = new Set(known.map(({ author }) => author));
    const others = authors.filter(({ author }) => !reported.has(author));
    const sum = (span: 'hour' | 'day') => others.reduce((total, blocks) => total + blocks[span], 0);
    return {
      nodes: page.items,
      nextPageToken: page.nextPageToken,
      totals: totals ?? { nodes: 0, current: 0, producers: 0, members: 0 },
      otherBlocks: { hour: sum('hour'), day: sum('day') },
    };
  };
}

/** Nodes that have another block where ours is settled: they follow another history. */
async function findForked({ ledger }: NodesContext, rows: readonly Row[]): Promise<Set<Hex>> {
  const pivots = rows.flatMap(({ settled_epoch: epoch, settled_hash: hash }) =>
    epoch !== null && hash ? [{ epoch: Number(epoch), hash }] : [],
  );
  const others = await ledger.index.read.findOtherPivots(pivots).catch(() => []);
  const otherKeys = new Set(others.map(({ epoch, hash }) => `${epoch} ${hash}`));
  return new Set(
    rows
      .filter((row) => otherKeys.has(`${Number(row.settled_epoch)} ${row.settled_hash}`))
      .map((row) => row.public_key),
  );
}
