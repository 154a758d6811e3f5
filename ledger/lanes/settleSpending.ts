import type { Tx } from '../../store/index.ts';

/** Replaces what ended transactions could have cost by what they did cost, in the tenants' spending of their periods. */
export async function settleSpending(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx`
    WITH ended AS (
      SELECT id, tenant, reserved_period, reserved,
        coalesce(fee, 0) + CASE WHEN success THEN value ELSE 0 END AS cost
      FROM ledger.transactions
      WHERE id = ANY(${`{${ids.join(',')}}`}::text::bigint[]) AND reserved IS NOT NULL AND phase = 2
    ), settled AS (
      UPDATE ledger.transactions SET reserved = ended.cost FROM ended WHERE transactions.id = ended.id
    )
    UPDATE ledger.tenant_spending
    SET spent_wei = spent_wei - freed.wei
    FROM (SELECT tenant, reserved_period, sum(reserved - cost) AS wei FROM ended GROUP BY tenant, reserved_period) AS freed
    WHERE tenant_spending.tenant = freed.tenant AND period = freed.reserved_period`;
}
