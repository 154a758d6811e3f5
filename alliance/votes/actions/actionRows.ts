import type { Hex } from 'viem';
import type { ActionKind, ActionView, Failure } from '../sharedSchemas.ts';

/** A row of `alliance.action`. */
export interface ActionRow {
  id: string;
  kind: ActionKind;
  state: ActionView['state'];
  failure: Failure | null;
  transaction_id: string;
  transaction_hash: Hex | null;
  submitted_at: Date;
}

/** An action as it is shown. */
export const toActionView = (row: ActionRow): ActionView => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  failure: row.failure,
  transactionId: row.transaction_id,
  transactionHash: row.transaction_hash,
  submittedAt: row.submitted_at.toISOString(),
});
