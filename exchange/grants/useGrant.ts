import type { Tx } from '../../store/index.ts';
import type { Policy } from '../policy/policy.ts';
import { checkFrequency } from './checkFrequency.ts';
import { grantErrors } from './errors.ts';
import { type GrantRow, toGrant } from './grantRow.ts';
import type { Grant, UseParameters } from './grants.ts';

/** Why a grant gives nothing in its state; passes for an active one that holds at the time. */
export function assertState(grant: Grant, at: Date): void {
  const { state, notBefore, notAfter } = grant;
  if (state === 'pending') throw grantErrors.pending();
  if (state === 'suspended') throw grantErrors.suspended();
  if (state === 'revoked') throw grantErrors.revoked();
  if (state === 'renounced') throw grantErrors.renounced();
  if (state === 'refused') throw grantErrors.refused();
  if (state === 'expired' || at >= notAfter) throw grantErrors.expired({ at: notAfter.toISOString() });
  if (at < notBefore) throw grantErrors.notYet({ at: notBefore.toISOString() });
}

/**
 * Counts one use of a grant in the caller's transaction. One statement takes the next number and checks everything on the locked
 * row, so that the limit holds however many ask at once, and a use that is undone gives its number back. See `Grants.use`.
 */
export async function useGrant(tx: Tx, { participant, id }: Grant, parameters: UseParameters): Promise<number> {
  const { at, purpose, caseNumber } = parameters;
  const [counted] = await tx<{ number: string; limited: Policy | null }[]>`
    WITH counted AS (
      UPDATE exchange.grants SET used = used + 1
      WHERE participant = ${participant} AND id = ${id} AND state = 'active' AND purpose = ${purpose}
        AND not_before <= ${at} AND not_after > ${at} AND (max_count IS NULL OR used < max_count)
      RETURNING used, policy),
    noted AS (
      INSERT INTO exchange.grant_uses (participant, grant_id, number, at, case_number)
      SELECT ${participant}, ${id}, used, ${at}, ${caseNumber} FROM counted)
    SELECT used AS number, CASE WHEN policy::text LIKE '%xy:frequency%' THEN policy END AS limited FROM counted`;
  if (counted) {
    if (counted.limited) await checkFrequency(tx, { participant, id, policy: counted.limited, at });
    return Number(counted.number);
  }
  const [row] = await tx<GrantRow[]>`
    SELECT * FROM exchange.grants WHERE participant = ${participant} AND id = ${id}`;
  if (!row) throw grantErrors.unknown({ id });
  const grant = toGrant(row);
  assertState(grant, at);
  if (grant.purpose !== purpose) throw grantErrors.purposeDiffers({ granted: grant.purpose, asked: purpose });
  throw grantErrors.exhausted({ count: grant.maxCount ?? 0 });
}
