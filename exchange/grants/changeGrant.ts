import type { Hex } from 'viem';
import type { Tx } from '../../store/index.ts';
import { grantErrors } from './errors.ts';
import { type GrantRow, stateOf, toGrant } from './grantRow.ts';
import type { Grant } from './grants.ts';
import type { GrantsContext } from './grantsContext.ts';

/** What can change in a row; its state follows. */
export type GrantChange = Partial<
  Pick<GrantRow, 'held_here' | 'ended_here' | 'chain_stage' | 'chain_holds' | 'difference' | 'transaction' | 'reason'>
>;

/**
 * Changes a grant in the caller's transaction, with a lock on its row: the state follows, listeners are told, and a new state is
 * recorded. @throws GRANT_UNKNOWN
 */
export async function changeGrant(
  { house, audit, listeners }: GrantsContext,
  tx: Tx,
  { participant, id }: { participant: string; id: Hex },
  decide: (row: GrantRow) => GrantChange,
): Promise<Grant> {
  const [row] = await tx<GrantRow[]>`
    SELECT * FROM exchange.grants WHERE participant = ${participant} AND id = ${id} FOR UPDATE`;
  if (!row) throw grantErrors.unknown({ id });
  const now = house.now();
  const change = decide(row);
  const changed: GrantRow = { ...row, ...change };
  changed.state = stateOf(changed, now);
  const isOther = (Object.keys(change) as (keyof GrantChange)[]).some((name) => change[name] !== row[name]);
  if (!isOther && changed.state === row.state) return toGrant(row);
  if (changed.state !== row.state) changed.changed_at = now;
  const { held_here, ended_here, chain_stage, chain_holds, difference, transaction, reason, state, changed_at } =
    changed;
  await tx`
    UPDATE exchange.grants
    SET ${tx({ held_here, ended_here, chain_stage, chain_holds, difference, transaction, reason, state, changed_at })}
    WHERE participant = ${participant} AND id = ${id}`;
  const grant = toGrant(changed);
  if (changed.state === row.state) return grant;
  await audit.record(tx, {
    participant,
    kind: 'grant',
    outcome: 'ok',
    counterparty: grant.role === 'provider' ? grant.consumer : grant.provider,
    agreement: grant.agreement,
    grant: id,
    dataset: grant.dataset,
    purpose: grant.purpose,
    detail: { from: row.state, to: changed.state, transaction: changed.transaction },
  });
  for (const listener of listeners) await listener(tx, grant, row.state);
  return grant;
}
