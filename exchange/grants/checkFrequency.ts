import type { Tx } from '../../store/index.ts';
import { frequencyLimits, type Policy } from '../policy/policy.ts';
import { grantErrors } from './errors.ts';

/**
 * Refuses a use that was just counted when it is one too many within the period of the agreement. The grant's row is locked by
 * the count, so that no other use comes in between. @throws GRANT_TOO_OFTEN with the seconds until the next one
 */
export async function checkFrequency(
  tx: Tx,
  { participant, id, policy, at }: { participant: string; id: string; policy: Policy; at: Date },
): Promise<void> {
  for (const { times, seconds } of frequencyLimits(policy)) {
    const since = new Date(at.getTime() - seconds * 1_000);
    // The use that has to leave the period before there is room for this one.
    const [over] = await tx<{ at: Date }[]>`
      SELECT at FROM exchange.grant_uses WHERE participant = ${participant} AND grant_id = ${id} AND at > ${since}
      ORDER BY at DESC OFFSET ${times} LIMIT 1`;
    if (!over) continue;
    const retryAfterSeconds = Math.max(1, Math.ceil((over.at.getTime() - since.getTime()) / 1_000));
    throw grantErrors.tooOften({ times, seconds }, { details: times > 0 ? { retryAfterSeconds } : {} });
  }
}
