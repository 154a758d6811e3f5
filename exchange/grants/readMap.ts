import type { Hex } from 'viem';
import type { Words } from '../house.ts';
import type { ConnectorEntry, Registry } from '../registry/registry.ts';
import { stages } from './grantRow.ts';
import type { GrantsContext } from './grantsContext.ts';
import { lower, toSeconds } from './terms.ts';

/** A department, or a chain key that no connector of the registry has any more. */
export interface MapNode {
  /** Slug, or the chain key. */
  id: string;
  name: Words | null;
  state: ConnectorEntry['state'] | 'unknown';
}

/** The grants of one department to another. */
export interface MapEdge {
  from: string;
  to: string;
  active: number;
  suspended: number;
  /** Revoked, renounced or expired. */
  ended: number;
  /** Different datasets. */
  datasets: number;
  /** Of the newest change. */
  blockNumber: number;
}

/** Who gives data to whom, by what the chain shows. */
export interface ExchangeMap {
  evmChainId: number;
  contract: Hex | null;
  nodes: MapNode[];
  edges: MapEdge[];
}

const perPage = 200;
const most = 2_000;

async function readConnectors(registry: Registry): Promise<ConnectorEntry[]> {
  const entries: ConnectorEntry[] = [];
  let pageToken: string | undefined;
  do {
    const page = await registry.list({ perPage, ...(pageToken ? { pageToken } : {}) });
    entries.push(...page.items);
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken && entries.length < most);
  return entries;
}

interface EdgeRow {
  provider: Hex;
  consumer: Hex;
  active: number;
  suspended: number;
  ended: number;
  datasets: number;
  block_number: string;
}

/** The exchange map: departments from the registry, grants between them from the contract's events. */
export async function readMap({ house, registry, chain }: GrantsContext): Promise<ExchangeMap> {
  const now = toSeconds(house.now());
  const { sql } = house.store;
  const [connectors, rows] = await Promise.all([
    readConnectors(registry),
    sql<EdgeRow[]>`
      SELECT provider, consumer, count(DISTINCT terms->>'dataset')::int AS datasets, max(block_number) AS block_number,
        count(*) FILTER (WHERE runs AND holds = 0)::int AS active,
        count(*) FILTER (WHERE runs AND holds <> 0)::int AS suspended,
        count(*) FILTER (WHERE NOT runs)::int AS ended
      FROM (
        SELECT *, stage = ${stages.issued} AND (terms->>'notAfter')::bigint > ${now} AS runs
        FROM exchange.chain_grants WHERE ${chain.known}::text IS NULL OR contract = ${chain.known}) AS shown
      GROUP BY provider, consumer ORDER BY max(block_number) DESC LIMIT ${most}`,
  ]);
  const slugs = new Map(connectors.map(({ chainAddress, slug }) => [lower(chainAddress), slug]));
  const nodes = new Map<string, MapNode>(connectors.map(({ slug, name, state }) => [slug, { id: slug, name, state }]));
  const place = (address: Hex): string => {
    const id = slugs.get(address) ?? address;
    if (!nodes.has(id)) nodes.set(id, { id, name: null, state: 'unknown' });
    return id;
  };
  const edges = rows.map(({ provider, consumer, block_number, ...counts }) => ({
    from: place(provider),
    to: place(consumer),
    ...counts,
    blockNumber: Number(block_number),
  }));
  return { evmChainId: chain.evmChainId, contract: chain.known, nodes: [...nodes.values()], edges };
}
