import { request } from './request.ts';

export interface Network {
  height: number;
  epoch: number | null;
  peers: number | null;
  syncPhase: string | null;
  tips: number | null;
  diskBytes: number | null;
  memoryBytes: number | null;
  bestHash: string | null;
  chainId: number;
  reachable: boolean;
  blockTimeMs: number | null;
  evmChainId: number;
  coreChainId: number | null;
  demo: boolean;
}

/** Health and identity of the chain behind the platform. */
export function getNetwork(signal?: AbortSignal): Promise<Network> {
  return request('/api/network', { signal });
}
