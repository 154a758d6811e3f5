import { request } from './request.ts';

export interface TreeGraphBlock {
  hash: string;
  parentHash: string;
  refereeHashes: string[];
  epoch: number | null;
  height: number;
  pivot: boolean;
  /** Unix time in seconds. */
  timestamp: number;
  transactionCount: number;
  miner: string;
  difficulty: string;
  adaptive: boolean;
}

/** The blocks of the last `epochs` epochs. */
export function getTreeGraph(epochs: number, signal?: AbortSignal): Promise<{ blocks: TreeGraphBlock[] }> {
  return request(`/api/network/graph?epochs=${epochs}`, { signal });
}
