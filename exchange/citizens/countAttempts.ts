import type { Sql, Tx } from '../../store/index.ts';
import { answerErrors } from '../answers/errors.ts';

/** What is limited: how often, within how long. */
export const attemptLimits = {
  /** Codes that one officer makes. */
  codesByOfficer: { most: 60, windowMs: 3_600_000, words: 'an hour' },
  /** Codes for one person. */
  codesForPerson: { most: 5, windowMs: 24 * 3_600_000, words: 'a day' },
  /** Wrong or right redemptions from one network address. */
  sessionsFromAddress: { most: 20, windowMs: 15 * 60_000, words: '15 minutes' },
  /** Redemptions for one person, from anywhere. */
  sessionsForPerson: { most: 20, windowMs: 15 * 60_000, words: '15 minutes' },
  /** Questions of one person to all departments. */
  everywhereForPerson: { most: 10, windowMs: 15 * 60_000, words: '15 minutes' },
  /** Looks of one officer at the counter. */
  looksByOfficer: { most: 60, windowMs: 3_600_000, words: 'an hour' },
} as const;

/**
 * Counts an attempt and refuses those above the limit; all processes count together. Whom it is about is a keyed digest.
 * @throws ANSWER_TOO_MANY_LOOKUPS
 */
export async function countAttempt(
  tx: Sql | Tx,
  p: { participant: string; what: keyof typeof attemptLimits; whom: Buffer; now: Date; told: string },
): Promise<void> {
  const { most, windowMs, words } = attemptLimits[p.what];
  const start = new Date(Math.floor(p.now.getTime() / windowMs) * windowMs);
  const [row] = await tx<{ count: number }[]>`
    INSERT INTO exchange.citizen_attempts AS attempts (participant, what, whom, window_start, count)
    VALUES (${p.participant}, ${p.what}, ${p.whom}, ${start}, 1)
    ON CONFLICT (participant, what, whom, window_start) DO UPDATE SET count = attempts.count + 1
    RETURNING count`;
  if ((row?.count ?? 0) > most) throw answerErrors.tooManyLookups({ whom: p.told, period: words });
}
