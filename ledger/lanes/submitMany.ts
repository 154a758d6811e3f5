import type { Tx } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { applyLimits } from './applyLimits.ts';
import { lanesErrors } from './errors.ts';
import { prepareRequest, type RequestRow, type TransactionRequest } from './request.ts';

/** `created` is false when the same request was submitted before. */
export interface SubmittedTransaction {
  transactionId: string;
  created: boolean;
}

const idOf = ({ tenant, key }: { tenant: string; key: string }) => `${tenant}\n${key}`;

/**
 * Queues transactions in the caller's SQL transaction, with one INSERT: all of them or, with an error, none. They are sent if
 * and only if that commits. Gives what became of each, in the given order.
 * @throws LEDGER_IDEMPOTENCY_CONFLICT, LANES_INVALID_REQUEST, LANES_QUEUE_FULL, LANES_SPENDING_CAP
 */
export async function submitMany(
  tx: Tx,
  chain: string,
  requests: readonly TransactionRequest[],
): Promise<SubmittedTransaction[]> {
  const rows = new Map<string, RequestRow>();
  const order: string[] = [];
  for (const request of requests) {
    const row = prepareRequest(request);
    const twin = rows.get(idOf(row));
    if (twin && twin.request_hash !== row.request_hash) throw ledgerErrors.idempotencyConflict({ key: row.key });
    rows.set(idOf(row), row);
    order.push(idOf(row));
  }
  if (rows.size === 0) return [];
  const limited = await applyLimits(tx, chain, [...rows.values()]);
  const inserted = await insertRows(tx, chain, limited);
  const found = new Map(inserted.map((row) => [idOf(row), { transactionId: row.id, created: true }]));
  const rest = [...rows.values()].filter((row) => !found.has(idOf(row)));
  if (rest.length > 0) {
    const earlier = await readEarlier(tx, chain, rest);
    for (const row of rest) {
      const known = earlier.get(idOf(row));
      if (!known || known.request_hash !== row.request_hash) throw ledgerErrors.idempotencyConflict({ key: row.key });
      found.set(idOf(row), { transactionId: known.id, created: false });
    }
  }
  if (inserted.length > 0) await tx`SELECT pg_notify('ledger_transactions', '')`;
  return order.map((id) => {
    const submitted = found.get(id);
    if (!submitted) throw lanesErrors.unknown({ id });
    return submitted;
  });
}

/** A row with what it reserves of its tenant's cap. */
export type LimitedRow = RequestRow & { reserved: string | null; period: string | null };

async function insertRows(tx: Tx, chain: string, rows: LimitedRow[]) {
  return tx<{ id: string; tenant: string; key: string }[]>`
    INSERT INTO ledger.transactions (chain, tenant, idempotency_key, request_hash, signer, to_address, data, value, gas_limit,
      fee_budget, reserved, reserved_period, space)
    SELECT ${chain}, tenant, key, request_hash, signer, "to", data, value, gas, budget, reserved, period, space
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS new(tenant text, key text, request_hash text, signer text,
      "to" text, data text, value numeric, gas bigint, budget numeric, reserved numeric, period timestamptz, space text)
    ON CONFLICT (chain, tenant, idempotency_key) DO NOTHING
    RETURNING id, tenant, idempotency_key AS key`;
}

async function readEarlier(tx: Tx, chain: string, rows: readonly RequestRow[]) {
  const wanted = rows.map(({ tenant, key }) => ({ tenant, key }));
  const earlier = await tx<{ id: string; tenant: string; key: string; request_hash: string }[]>`
    SELECT id, transactions.tenant, idempotency_key AS key, request_hash
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) AS wanted(tenant text, key text)
    JOIN ledger.transactions
      ON chain = ${chain} AND transactions.tenant = wanted.tenant AND idempotency_key = wanted.key`;
  return new Map(earlier.map((row) => [idOf(row), row]));
}
