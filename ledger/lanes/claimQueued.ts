import type { Hex } from 'viem';
import type { LaneContext } from './laneContext.ts';

/** A transaction that waits for its nonce. */
export interface QueuedRow {
  id: string;
  tenant: string;
  signer: Hex;
  to_address: Hex | null;
  data: Hex;
  value: string;
  gas_limit: string | null;
  fee_budget: string | null;
  revision: number;
}

export interface ClaimQueuedParameters {
  limit: number;
  /** Signers that can take nothing now. */
  resting: readonly Hex[];
  /** Transactions that are left out for a while. */
  skipped: readonly string[];
}

/**
 * The queued transactions that are next: one of each tenant in turn, and of a tenant one of each of its signers in turn, each
 * of these in the order of its submission. However long one tenant's queue is, the others do not wait for it.
 */
export async function claimQueued(
  { store, chain }: LaneContext,
  { limit, resting, skipped }: ClaimQueuedParameters,
): Promise<QueuedRow[]> {
  const rows = await store.sql<(QueuedRow & { turn: string })[]>`
    WITH RECURSIVE queues AS (
      (SELECT tenant, signer FROM ledger.transactions
       WHERE chain = ${chain} AND phase = 0 ORDER BY tenant, signer LIMIT 1)
      UNION ALL
      SELECT next.tenant, next.signer FROM queues CROSS JOIN LATERAL (
        SELECT tenant, signer FROM ledger.transactions
        WHERE chain = ${chain} AND phase = 0 AND (tenant, signer) > (queues.tenant, queues.signer)
        ORDER BY tenant, signer LIMIT 1) AS next
    ), open AS (
      SELECT tenant, signer FROM queues WHERE signer <> ALL(${`{${resting.join(',')}}`}::text::text[])
    ), share AS (
      SELECT greatest(1, ${limit}::int / greatest(1, count(*)))::int AS size FROM open
    )
    SELECT rows.id, open.tenant, open.signer, to_address, data, value::text, gas_limit, fee_budget::text, revision,
      row_number() OVER (PARTITION BY open.tenant ORDER BY place, rows.id) AS turn
    FROM open CROSS JOIN LATERAL (
      SELECT *, row_number() OVER (ORDER BY id) AS place FROM (
        SELECT id, to_address, data, value, gas_limit, fee_budget, revision FROM ledger.transactions
        WHERE chain = ${chain} AND phase = 0 AND tenant = open.tenant AND signer = open.signer
          AND id <> ALL(${`{${skipped.join(',')}}`}::text::bigint[])
        ORDER BY id LIMIT (SELECT size FROM share)) AS first) AS rows
    ORDER BY turn, rows.id
    LIMIT ${limit}`;
  return rows;
}
