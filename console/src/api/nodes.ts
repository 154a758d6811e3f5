import { request } from './request.ts';

export type NodeState = 'current' | 'behind' | 'forked' | 'away';

/** A node of the network as it reported last; its blocks are counted from the chain. */
export interface NetworkNode {
  publicKey: string;
  /** Slug of the member that runs it. */
  member: string;
  name: string | null;
  place: string | null;
  /** Core Space address of its block rewards. */
  author: string;
  /** The node that the platform works with. */
  platform: boolean;
  producer: boolean;
  state: NodeState;
  height: number;
  epoch: number;
  /** Epochs behind the platform's node; null when that did not answer. */
  lag: number | null;
  bestHash: string;
  syncPhase: string | null;
  version: string | null;
  /** Keys of the nodes it is connected to. */
  peers: string[];
  blocks: { hour: number; day: number };
  firstSeenAt: string;
  lastSeenAt: string;
}

export interface NodeList {
  nodes: NetworkNode[];
  nextPageToken: string | null;
  totals: { nodes: number; current: number; producers: number; members: number };
  /** Blocks of authors whose node has not reported. */
  otherBlocks: { hour: number; day: number };
}

/** The first two hundred nodes, by organisation, the platform's own first. */
export function listNodes(signal?: AbortSignal): Promise<NodeList> {
  return request('/api/nodes?perPage=200', { signal });
}

/** Where a member's own witness is, and its keys as it printed them. */
export function publishWitness(witness: { vkeys: string[]; url: string }): Promise<{ address: string; name: string }> {
  return request('/api/log/witnesses/profile', { method: 'PUT', body: witness });
}
