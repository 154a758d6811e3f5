import type { Hex } from 'viem';
import type { CallRow } from './callRow.ts';
import { changeGrant } from './changeGrant.ts';
import type { GrantsContext } from './grantsContext.ts';

export type CallEnd =
  | { state: 'done'; transaction: Hex | null }
  | { state: 'overtaken'; problem: string }
  | { state: 'failed'; problem: string };

/** Closes a message of the outbox; what the chain shows comes into the grant's row with the contract's events. */
export async function finishCall(context: GrantsContext, row: CallRow, end: CallEnd): Promise<void> {
  const { house, audit } = context;
  const { participant, grant_id, kind } = row;
  const isEnd = end.state === 'done' && (kind === 'revoke' || kind === 'renounce');
  const isRefused = end.state === 'failed' && kind === 'issue';
  await house.store.transaction(async (tx) => {
    const closed = await tx`
      UPDATE exchange.grant_calls
      SET ${tx({
        state: end.state,
        done_at: house.now(),
        problem: end.state === 'done' ? null : end.problem,
        ...(end.state === 'done' ? { transaction: end.transaction } : {}),
      })}
      WHERE number = ${row.number} AND state IN ('waiting', 'carried') RETURNING number`;
    if (closed.length === 0) return;
    if (isEnd || isRefused) {
      // What is not there yet can do nothing any more.
      await tx`
        UPDATE exchange.grant_calls SET state = 'overtaken', done_at = ${house.now()}
        WHERE participant = ${participant} AND grant_id = ${grant_id} AND state IN ('waiting', 'carried')`;
    }
    if (kind === 'resume' && end.state !== 'failed') {
      const [later] = await tx`
        SELECT FROM exchange.grant_calls
        WHERE participant = ${participant} AND grant_id = ${grant_id} AND kind = 'suspend' AND number > ${row.number} LIMIT 1`;
      const [own] = await tx`SELECT FROM exchange.grants WHERE participant = ${participant} AND id = ${grant_id}`;
      // The data authority has no row of the grants of others.
      if (own && !later) await changeGrant(context, tx, { participant, id: grant_id }, () => ({ held_here: false }));
    }
    if (end.state !== 'failed') return;
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'failed',
      grant: grant_id,
      detail: { act: kind, problem: end.problem },
    });
    if (isRefused) {
      const refused = { ended_here: 'refused', reason: end.problem } as const;
      await changeGrant(context, tx, { participant, id: grant_id }, (grant) => (grant.ended_here ? {} : refused));
    }
  });
  if (end.state === 'failed') {
    const facts = { participant, grant: grant_id, act: kind, problem: end.problem };
    house.context.logger.error(facts, 'the chain refuses a message about a grant');
  }
}
