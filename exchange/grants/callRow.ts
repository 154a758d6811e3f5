import type { Hex } from 'viem';
import { commit } from './terms.ts';
import type { CallKind } from './typedData.ts';

/** A row of exchange.grant_calls. */
export interface CallRow {
  number: string;
  participant: string;
  grant_id: Hex;
  kind: CallKind;
  sequence: string;
  reason: string | null;
  reason_salt: Hex | null;
  actor: string | null;
  contract: Hex | null;
  data: Hex | null;
  attempt: number;
  failures: number;
  reference: string | null;
  state: 'waiting' | 'carried' | 'done' | 'failed' | 'overtaken';
  due_at: Date;
  problem: string | null;
  transaction: Hex | null;
  block_number: string | null;
  created_at: Date;
  done_at: Date | null;
}

/** The digest of a reason that the chain holds. */
export const reasonDigest = ({ reason, reason_salt }: Pick<CallRow, 'reason' | 'reason_salt'>): Hex =>
  commit(reason_salt ?? '0x', 'reason', reason ?? '');
