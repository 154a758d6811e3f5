import type { Tx } from '../../store/index.ts';
import { frequencyLimits, type Policy } from '../policy/policy.ts';
import { grantErrors } from './errors.ts';

/**
 * Refuses a use that was just counted when it is one too many within the period of the agreement. The grant's row is locked by
 * the count, so that no other use comes in between. @throws GRANT_TOO_OFTEN
 */
export async function checkFrequency(
  tx: Tx,
  { participant, id, policy, at }: { participant: string; id: string; policy: Policy; at: Date },
): Promise<void> {
  for (const { times, seconds } of frequencyLimits(policy)) {
    const since = new Date(at.getTime() - seconds * 1_000);
    const [recent] = await tx<{ uses: number }[]>`
      SELECT count(*)::int AS uses FROM (
        SELECT 1 FROM exchange.grant_uses WHERE participant = ${participant} AND grant_id = ${id} AND at > ${since}
        LIMIT ${times + 1}) AS found`;
    if ((recent?.uses ?? 0) > times) throw grantErrors.tooOften({ times, seconds });
  }
}
