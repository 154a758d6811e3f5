import type { Tx } from '../../store/index.ts';
import { lanesErrors } from './errors.ts';
import type { RequestRow } from './request.ts';
import type { LimitedRow } from './submitMany.ts';

interface LimitRow {
  tenant: string;
  max_queued: number | null;
  cap_wei: string | null;
  fee_budget_wei: string;
  period: string;
}

/**
 * Checks requests against the limits of their tenants and reserves what they may cost, in the caller's SQL transaction. The
 * row of the limits is locked until its commit, so that two submissions cannot both take what is left.
 * @throws LANES_QUEUE_FULL, LANES_SPENDING_CAP
 */
export async function applyLimits(tx: Tx, chain: string, rows: readonly RequestRow[]): Promise<LimitedRow[]> {
  const tenants = [...new Set(rows.map(({ tenant }) => tenant))].sort();
  const limits = await tx<LimitRow[]>`
    SELECT tenant, max_queued, cap_wei::text, fee_budget_wei::text,
      to_timestamp(floor(extract(epoch FROM now()) / period_seconds) * period_seconds)::text AS period
    FROM ledger.tenant_limits
    WHERE tenant IN (SELECT jsonb_array_elements_text(${JSON.stringify(tenants)}::text::jsonb))
    ORDER BY tenant FOR UPDATE`;
  const unlimited = rows.map((row) => ({ ...row, reserved: null, period: null }));
  if (limits.length === 0) return unlimited;
  // What was submitted before is neither counted nor reserved again.
  const known = await readKnown(tx, chain, rows);
  const limitOf = new Map(limits.map((limit) => [limit.tenant, limit]));
  const limited = unlimited.map((row): LimitedRow => {
    const limit = limitOf.get(row.tenant);
    if (!limit || limit.cap_wei === null || known.has(`${row.tenant}\n${row.key}`)) return row;
    const budget = row.budget ?? limit.fee_budget_wei;
    return { ...row, budget, reserved: (BigInt(row.value) + BigInt(budget)).toString(), period: limit.period };
  });
  for (const limit of limits) {
    const own = limited.filter((row) => row.tenant === limit.tenant && !known.has(`${row.tenant}\n${row.key}`));
    if (own.length === 0) continue;
    if (limit.max_queued !== null) await checkQueue(tx, chain, limit.tenant, limit.max_queued, own.length);
    if (limit.cap_wei !== null)
      await reserve(
        tx,
        limit,
        own.reduce((sum, row) => sum + BigInt(row.reserved ?? 0), 0n),
      );
  }
  return limited;
}

async function readKnown(tx: Tx, chain: string, rows: readonly RequestRow[]): Promise<Set<string>> {
  const wanted = rows.map(({ tenant, key }) => ({ tenant, key }));
  const known = await tx<{ tenant: string; key: string }[]>`
    SELECT transactions.tenant, idempotency_key AS key
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) AS wanted(tenant text, key text)
    JOIN ledger.transactions
      ON chain = ${chain} AND transactions.tenant = wanted.tenant AND idempotency_key = wanted.key`;
  return new Set(known.map(({ tenant, key }) => `${tenant}\n${key}`));
}

async function checkQueue(tx: Tx, chain: string, tenant: string, limit: number, added: number): Promise<void> {
  const [row] = await tx<{ queued: number }[]>`
    SELECT count(*)::int AS queued FROM (
      SELECT FROM ledger.transactions WHERE chain = ${chain} AND tenant = ${tenant} AND phase = 0 LIMIT ${limit + 1}) AS waiting`;
  const queued = row?.queued ?? 0;
  if (queued + added > limit) throw lanesErrors.queueFull({ tenant, queued, limit });
}

async function reserve(tx: Tx, { tenant, cap_wei, period }: LimitRow, wei: bigint): Promise<void> {
  const [row] = await tx<{ spent: string }[]>`
    INSERT INTO ledger.tenant_spending (tenant, period, spent_wei) VALUES (${tenant}, ${period}::text::timestamptz, ${wei.toString()}::text::numeric)
    ON CONFLICT (tenant, period) DO UPDATE SET spent_wei = tenant_spending.spent_wei + EXCLUDED.spent_wei
    RETURNING spent_wei::text AS spent`;
  if (BigInt(row?.spent ?? 0) > BigInt(cap_wei ?? 0)) {
    throw lanesErrors.spendingCap({ tenant, wanted: row?.spent ?? '', cap: cap_wei ?? '' });
  }
}
