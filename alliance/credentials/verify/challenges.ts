import { randomBytes } from 'node:crypto';
import type { Store } from '../../../store/index.ts';
import type { Expected } from './verifyPresentation.ts';

/** A challenge is open for this long. */
const openMs = 10 * 60_000;

/** What a holder signs when it presents. */
export interface Challenge {
  challenge: string;
  domain: string;
  expiresAt: string;
}

/** Makes a challenge that counts once; those long past are forgotten. */
export async function createChallenge({ sql }: Store, domain: string): Promise<Challenge> {
  const challenge = `xyc_${randomBytes(24).toString('base64url')}`;
  const expires = new Date(Date.now() + openMs);
  await sql`delete from alliance.presentation_challenge where expires_at < now() - interval '1 hour'`;
  await sql`insert into alliance.presentation_challenge (challenge, domain, expires_at)
    values (${challenge}, ${domain}, ${expires})`;
  return { challenge, domain, expiresAt: expires.toISOString() };
}

/** Uses a challenge of ours up; one that the verifier made itself is for the verifier to use once. */
export async function useChallenge({ sql }: Store, expected: Expected): Promise<Expected> {
  const { challenge, domain } = expected;
  if (!challenge?.startsWith('xyc_')) return expected;
  const [used] = await sql<{ domain: string }[]>`
    update alliance.presentation_challenge set used_at = now()
    where challenge = ${challenge} and used_at is null and expires_at > now() returning domain`;
  if (used) return { challenge, domain: domain ?? used.domain };
  const [known] = await sql<{ used_at: Date | null }[]>`
    select used_at from alliance.presentation_challenge where challenge = ${challenge}`;
  return { ...expected, refused: known?.used_at ? 'challenge.used' : 'challenge.expired' };
}
