import { XiangyuError } from '../../errors.ts';
import type { CallRow } from './callRow.ts';
import { carryCall } from './carryCall.ts';
import type { GrantsContext } from './grantsContext.ts';

const most = 100;
const retry = { firstMs: 500, mostMs: 30_000 };

/**
 * Brings what waits in the outbox one step further and gives how many messages are still under way. A party's messages to a grant go
 * one after the other; what ends a grant for good waits for none but the issuance, and makes the others needless. What has
 * waited longest goes first, so that messages that get nowhere do not hold up the others.
 */
export async function carryCalls(context: GrantsContext, signal: AbortSignal): Promise<number> {
  const { house } = context;
  const rows = await house.store.sql<CallRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (participant, grant_id) * FROM exchange.grant_calls
      WHERE state IN ('waiting', 'carried')
      ORDER BY participant, grant_id, kind <> 'issue', kind NOT IN ('revoke', 'renounce'), number) AS next
    ORDER BY due_at, number LIMIT ${most}`;
  const now = house.now();
  await Promise.all(
    rows
      .filter(({ due_at }) => due_at <= now && !signal.aborted)
      .map((row) => carryCall(context, row).catch((error: unknown) => postpone(context, row, error))),
  );
  return rows.length;
}

/** Nothing is lost by a chain or a platform that does not answer: the message goes a little later. */
async function postpone({ house }: GrantsContext, { number, failures }: CallRow, error: unknown): Promise<void> {
  const { store, context, now } = house;
  const isOrdinary = error instanceof XiangyuError && error.retryable;
  context.logger[isOrdinary ? 'debug' : 'warn']({ err: error, call: number }, 'a message about a grant waits');
  const problem = error instanceof Error ? error.message : String(error);
  const waitMs = Math.min(retry.mostMs, retry.firstMs * 2 ** Math.min(failures, 10));
  await store.sql`
    UPDATE exchange.grant_calls
    SET failures = failures + 1, problem = ${problem}, due_at = ${new Date(now().getTime() + waitMs)}
    WHERE number = ${number}`;
}
