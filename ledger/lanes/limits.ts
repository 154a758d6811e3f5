import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { lanesErrors } from './errors.ts';

/** What a tenant may do; null is no limit. Amounts in wei. */
export interface TenantLimits {
  maxQueued: number | null;
  /** Values and fees together in each period, by the most that they can come to until it is known. */
  capWei: bigint | null;
  periodSeconds: number;
  /** Most that the gas of one transaction may cost where the request does not say; it counts only with a cap. */
  feeBudgetWei: bigint;
}

/** Sets a tenant's limits; what is left out stays as it is, or has no limit. */
export async function setLimits({ sql }: Store, tenant: string, limits: Partial<TenantLimits>): Promise<void> {
  const { maxQueued, capWei, periodSeconds, feeBudgetWei } = limits;
  const columns = {
    ...(maxQueued === undefined ? {} : { max_queued: maxQueued }),
    ...(capWei === undefined ? {} : { cap_wei: capWei?.toString() ?? null }),
    ...(periodSeconds === undefined ? {} : { period_seconds: periodSeconds }),
    ...(feeBudgetWei === undefined ? {} : { fee_budget_wei: feeBudgetWei.toString() }),
  };
  const row = { tenant, ...columns };
  await sql`
    INSERT INTO ledger.tenant_limits ${sql(row)}
    ON CONFLICT (tenant) DO UPDATE SET ${sql({ tenant, ...columns })}, updated_at = now()`;
}

/** A tenant's limits and what it has used of them. */
export async function readLimits(
  { sql }: Store,
  tenant: string,
): Promise<TenantLimits & { queued: number; spentWei: bigint }> {
  const [row] = await sql<
    { max_queued: number | null; cap: string | null; period: number; budget: string; queued: number; spent: string }[]
  >`
    SELECT max_queued, cap_wei::text AS cap, coalesce(period_seconds, 86400) AS period,
      coalesce(fee_budget_wei, 100000000000000000)::text AS budget,
      (SELECT count(*)::int FROM ledger.transactions WHERE phase = 0 AND transactions.tenant = wanted.tenant) AS queued,
      coalesce((SELECT spent_wei FROM ledger.tenant_spending AS spending
        WHERE spending.tenant = wanted.tenant AND spending.period =
          to_timestamp(floor(extract(epoch FROM now()) / period_seconds) * period_seconds)), 0)::text AS spent
    FROM (SELECT ${tenant}::text AS tenant) AS wanted LEFT JOIN ledger.tenant_limits AS limits USING (tenant)`;
  return {
    maxQueued: row?.max_queued ?? null,
    capWei: row?.cap ? BigInt(row.cap) : null,
    periodSeconds: row?.period ?? 86_400,
    feeBudgetWei: BigInt(row?.budget ?? 0),
    queued: row?.queued ?? 0,
    spentWei: BigInt(row?.spent ?? 0),
  };
}

/**
 * Has the treasury keep an account above `floor`: below it, it is filled up to `target` wei. A target of 0 ends it.
 * @throws LANES_INVALID_REQUEST
 */
export async function fundAccount(
  { sql }: Store,
  chain: string,
  address: Hex,
  target: bigint,
  floor: bigint,
): Promise<void> {
  const account = address.toLowerCase();
  if (!/^0x[0-9a-f]{40}$/.test(account))
    throw lanesErrors.invalidRequest({ key: address, problem: 'it is no address' }, { zh: { problem: '不是地址' } });
  if (target === 0n) {
    await sql`DELETE FROM ledger.funded_accounts WHERE chain = ${chain} AND address = ${account}`;
    return;
  }
  if (floor < 0n || floor >= target) {
    throw lanesErrors.invalidRequest(
      { key: address, problem: 'its floor is not between 0 and its target' },
      { zh: { problem: '下限须在 0 与目标额之间' } },
    );
  }
  await sql`
    INSERT INTO ledger.funded_accounts (chain, address, target_wei, floor_wei)
    VALUES (${chain}, ${account}, ${target.toString()}::text::numeric, ${floor.toString()}::text::numeric)
    ON CONFLICT (chain, address) DO UPDATE SET target_wei = EXCLUDED.target_wei, floor_wei = EXCLUDED.floor_wei`;
}
