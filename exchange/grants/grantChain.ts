import type { Hex } from 'viem';
import type { ChainReads } from '../../ledger/index.ts';

/** Whether a call would succeed on the newest state, or what it reverts with. */
export type Trial = { ok: true } | { ok: false; reason: string; data: Hex | null };

/** The chain that holds the grants, as a connector sees it. */
export interface GrantChain extends Pick<ChainReads, 'call' | 'readLatestBlock' | 'readSafeBlock' | 'readLogs'> {
  readonly evmChainId: number;
  /** Address of the contract as last heard; null before. */
  readonly known: Hex | null;
  /** Address of the contract. @throws GRANT_CONTRACT_NOT_READY, and retryable errors when nobody answers */
  contract(): Promise<Hex>;
  /** Tries a call out; throws only when nobody answers. */
  simulate(to: Hex, data: Hex): Promise<Trial>;
}
