import type { Hex } from '../proof/index.ts';

/**
 * Where a transaction is: waiting (`queued`), with stored bytes (`signed`), accepted by a node (`broadcast`), in a block
 * (`packed`), executed five epochs later (`executed`), out of reach of a reorganisation (`confirmed`), `failed` for good, or
 * `cancelled` by its owner.
 */
export type TransactionStatus =
  | 'queued'
  | 'signed'
  | 'broadcast'
  | 'packed'
  | 'executed'
  | 'confirmed'
  | 'failed'
  | 'cancelled';

/** How sure the chain is of a transaction. */
export type ConfirmationLevel = 'none' | 'packed' | 'executed' | 'confirmed' | 'finalized';

/** How far a statement has come. */
export type StatementStatus = 'pending' | 'integrated' | 'anchored' | 'confirmed';

/** The log and its newest checkpoint, as shown to everybody. Roots are hexadecimal without a prefix. */
export interface LogState {
  /** Statements in the log. */
  size: number;
  /** Statements that are recorded but not in the log yet. */
  pending: number;
  integratedRoot: string;
  /** The newest one that was submitted to the chain. */
  checkpoint: CheckpointState | null;
  /** The newest one that the log signed and a quorum of witnesses cosigned. */
  published: { size: number; root: string; publishedAt: string } | null;
  /** How many have to cosign, how many there are, and how many cosigned the published one. */
  witnesses: { threshold: number; total: number; cosigned: number };
  contract: Hex | null;
  evmChainId: number;
  origin: string;
  /** Verifier key of the log (signed-note). */
  logKey: string;
  treasury: { address: Hex; balanceWei: string };
}

/** The newest checkpoint; `anchoredAt` is when it was executed. */
export interface CheckpointState {
  size: number;
  root: string;
  status: TransactionStatus;
  level: ConfirmationLevel;
  transactionHash: Hex | null;
  blockNumber: number | null;
  anchoredAt: string | null;
}
