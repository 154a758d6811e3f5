import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionError } from '../../store/index.ts';
import type { DutyRow } from './dutyRow.ts';
import { deleteStored, problemOf, sendReceipt } from './fulfil.ts';
import type { DutiesParts } from './parts.ts';

const everyMs = 5_000;
const leaseMs = 5 * 60_000;
const maxBackoffMs = 3_600_000;
const dayMs = 86_400_000;
/** After the due time. */
const escalations = [0, 3 * dayMs, 7 * dayMs];

/** Takes duties that have something to be done now; another process takes others. */
async function claim({ house }: DutiesParts): Promise<DutyRow[]> {
  const now = house.now();
  return house.store.sql<DutyRow[]>`
    UPDATE exchange.deletion_duties SET attempts = attempts + 1, next_at = ${new Date(now.getTime() + leaseMs)}
    WHERE id IN (
      SELECT id FROM exchange.deletion_duties
      WHERE role = 'consumer' AND state IN ('open', 'signed') AND next_at <= ${now}
      ORDER BY next_at LIMIT 5 FOR UPDATE SKIP LOCKED)
    RETURNING *`;
}

async function work(parts: DutiesParts, row: DutyRow): Promise<void> {
  const { house } = parts;
  try {
    await (row.state === 'open' ? deleteStored(parts, row) : sendReceipt(parts, row));
  } catch (error) {
    const wait = Math.min(1_000 * 2 ** Math.min(row.attempts, 20), maxBackoffMs);
    house.context.logger.warn({ err: error, duty: row.id, state: row.state }, 'a deletion duty could not be done yet');
    await house.store.sql`
      UPDATE exchange.deletion_duties
      SET problem = ${problemOf(error)}, next_at = ${new Date(house.now().getTime() + wait)}
      WHERE id = ${row.id} AND state = ${row.state}`;
  }
}

/** Raises overdue duties, on both sides, one level at a time and with a record each. */
async function escalate({ house, audit }: DutiesParts): Promise<number> {
  let raised = 0;
  const now = house.now();
  for (const [at, late] of escalations.entries()) {
    const level = at + 1;
    raised += await house.store.transaction(async (tx) => {
      const rows = await tx<DutyRow[]>`
        UPDATE exchange.deletion_duties SET escalation = ${level}
        WHERE id IN (
          SELECT id FROM exchange.deletion_duties
          WHERE state <> 'received' AND escalation = ${level - 1} AND due_at <= ${new Date(now.getTime() - late)}
          LIMIT 100 FOR UPDATE SKIP LOCKED)
        RETURNING *`;
      for (const row of rows)
        await audit.record(tx, {
          participant: row.participant,
          kind: 'deletion',
          outcome: 'failed',
          counterparty: row.role === 'consumer' ? row.provider : row.consumer,
          agreement: row.agreement,
          grant: row.grant_id,
          dataset: row.dataset,
          detail: { step: 'overdue', level, state: row.state, dueAt: row.due_at.toISOString() },
        });
      return rows.length;
    });
  }
  return raised;
}

/** Does once what is to be done; gives how much it was. */
export async function workDutiesOnce(parts: DutiesParts): Promise<number> {
  const rows = await claim(parts);
  for (const row of rows) await work(parts, row);
  return rows.length + (await escalate(parts));
}

/** Does it all the time, until the signal aborts; any number of processes may. */
export async function workDuties(parts: DutiesParts, signal: AbortSignal): Promise<void> {
  const { logger } = parts.house.context;
  while (!signal.aborted) {
    const done = await workDutiesOnce(parts).catch((error: unknown) => {
      if (!isConnectionError(error)) logger.error({ err: error }, 'deletion duties could not be worked on');
      return 0;
    });
    if (done === 0) await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
