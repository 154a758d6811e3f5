import { type Hex, numberToHex } from 'viem';
import type { Store, Tx } from '../../store/index.ts';
import type { TransactionStatus } from '../ledgerTypes.ts';
import { lanesErrors } from './errors.ts';
import { findProblem, refuseRequest } from './request.ts';
import type { Wish } from './serveWishes.ts';
import { settleSpending } from './settleSpending.ts';

/** A new body for a transaction that is not executed yet; without one it is only sped up. */
export interface TransactionReplacement {
  to: Hex | null;
  data?: Hex;
  /** In wei. */
  value?: bigint;
  gas?: bigint;
}

interface LockedRow {
  tenant: string;
  state: TransactionStatus;
  value: string;
  reserved: string | null;
  period: string | null;
  cap: string | null;
}

async function lock(tx: Tx, id: string, tenant: string | undefined): Promise<LockedRow> {
  if (!/^\d{1,18}$/.test(id)) throw lanesErrors.unknown({ id });
  const [row] = await tx<LockedRow[]>`
    SELECT transactions.tenant, state, value::text, reserved::text, reserved_period::text AS period, cap_wei::text AS cap
    FROM ledger.transactions LEFT JOIN ledger.tenant_limits ON tenant_limits.tenant = transactions.tenant
    WHERE id = ${id} FOR UPDATE OF transactions`;
  if (!row || (tenant !== undefined && row.tenant !== tenant)) throw lanesErrors.unknown({ id });
  return row;
}

const statesZh: Record<TransactionStatus, string> = {
  queued: '排队中',
  signed: '已签名',
  broadcast: '已广播',
  packed: '已打包',
  executed: '已执行',
  confirmed: '已确认',
  failed: '已失败',
  cancelled: '已取消',
};

async function wishFor(tx: Tx, id: string, state: TransactionStatus, wish: Wish): Promise<void> {
  if (!['signed', 'broadcast', 'packed'].includes(state))
    throw lanesErrors.tooLate({ id, state }, { zh: { state: statesZh[state] } });
  await tx`UPDATE ledger.transactions SET wish = ${JSON.stringify(wish)}::text::jsonb WHERE id = ${id}`;
  await tx`SELECT pg_notify('ledger_transactions', '')`;
}

/**
 * Cancels a transaction. One that is queued is over at once ('cancelled'); one on its way is raced by a transfer of nothing
 * with the same nonce and a higher fee ('cancelling'): whichever is executed decides.
 * @throws LANES_UNKNOWN, LANES_TOO_LATE
 */
export async function cancelTransaction(
  { transaction }: Store,
  id: string,
  tenant?: string,
): Promise<'cancelled' | 'cancelling'> {
  return transaction(async (tx) => {
    const { state } = await lock(tx, id, tenant);
    if (state === 'cancelled') return 'cancelled';
    if (state === 'queued') {
      await tx`UPDATE ledger.transactions SET state = 'cancelled', cancelled_at = now() WHERE id = ${id}`;
      await settleSpending(tx, [id]);
      return 'cancelled';
    }
    await wishFor(tx, id, state, { kind: 'cancel' });
    return 'cancelling';
  });
}

/**
 * Gives a transaction another body, or only a higher fee. One that is queued is changed at once; one on its way gets other
 * bytes with the same nonce: whichever is executed decides.
 * @throws LANES_UNKNOWN, LANES_TOO_LATE, LANES_INVALID_REQUEST, LANES_SPENDING_CAP
 */
export async function replaceTransaction(
  { transaction }: Store,
  id: string,
  body?: TransactionReplacement,
  tenant?: string,
): Promise<'replaced' | 'replacing'> {
  const problem = body ? findProblem(body) : null;
  if (problem) throw refuseRequest(id, problem);
  return transaction(async (tx) => {
    const row = await lock(tx, id, tenant);
    if (!body) {
      // What waits has no fee yet.
      if (row.state !== 'queued') await wishFor(tx, id, row.state, { kind: 'speedUp' });
      return row.state === 'queued' ? 'replaced' : 'replacing';
    }
    const { to, data = '0x', value = 0n, gas } = body;
    await reserveMore(tx, id, row, value - BigInt(row.value));
    if (row.state === 'queued') {
      await tx`
        UPDATE ledger.transactions
        SET to_address = ${to?.toLowerCase() ?? null}, data = ${data}, value = ${value.toString()}::text::numeric,
          gas_limit = ${gas?.toString() ?? null}::text::bigint, revision = revision + 1, last_error = NULL,
          notes = notes || 'replaced by its owner while it was queued'::text
        WHERE id = ${id}`;
      return 'replaced';
    }
    await wishFor(tx, id, row.state, {
      kind: 'replace',
      to: (to?.toLowerCase() ?? null) as Hex | null,
      data,
      value: numberToHex(value),
      gas: gas === undefined ? null : numberToHex(gas),
    });
    return 'replacing';
  });
}

/** A dearer body counts against the cap at once; a cheaper one when it is over. */
async function reserveMore(tx: Tx, id: string, row: LockedRow, more: bigint): Promise<void> {
  if (row.reserved === null || row.period === null || more <= 0n) return;
  const [spending] = await tx<{ spent: string }[]>`
    UPDATE ledger.tenant_spending SET spent_wei = spent_wei + ${more.toString()}::text::numeric
    WHERE tenant = ${row.tenant} AND period = ${row.period}::text::timestamptz RETURNING spent_wei::text AS spent`;
  if (row.cap !== null && BigInt(spending?.spent ?? 0) > BigInt(row.cap)) {
    throw lanesErrors.spendingCap({ tenant: row.tenant, wanted: spending?.spent ?? '', cap: row.cap });
  }
  await tx`UPDATE ledger.transactions SET reserved = reserved + ${more.toString()}::text::numeric WHERE id = ${id}`;
}
