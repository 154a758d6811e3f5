import { request } from './request.ts';

export type ConfirmationLevel = 'none' | 'packed' | 'executed' | 'confirmed' | 'finalized';

interface Checkpoint {
  size: number;
  root: string;
  status: string;
  level: ConfirmationLevel;
  transactionHash: string | null;
  blockNumber: number | null;
  anchoredAt: string | null;
}

export interface LogState {
  size: number;
  pending: number;
  integratedRoot: string;
  checkpoint: Checkpoint | null;
  /** The newest checkpoint that enough witnesses signed. */
  published?: { size: number; root: string; publishedAt: string } | null;
  witnesses?: { threshold: number; total: number; cosigned: number };
  /** The log's verifier key (signed-note). */
  logKey?: string;
  contract: string | null;
  evmChainId: number;
  origin: string;
  treasury: { address: string; balanceWei: string } | null;
}

/** The state of the evidence log. */
export function getLog(signal?: AbortSignal): Promise<LogState> {
  return request('/api/log', { signal });
}
