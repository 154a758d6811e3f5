import { createHash } from 'node:crypto';
import type { Store } from '../../store/index.ts';
import { peopleErrors } from './errors.ts';

/** What an attempt counts against. Texts are hashed, so that the table names nobody. */
export interface AttemptKeys {
  /** What is guessed: `password` of an account, `code`, `recovery`… */
  kind: string;
  /** The account that is attacked: its address or id; known or not, so that nothing tells the two apart. */
  account?: string | undefined;
  /** The network address that the attempt comes from. */
  address?: string | undefined;
}

/** Failures that wait for nothing: of one account, of one network address (which may be a whole office). */
const free = { account: 5, address: 50 } as const;
/** After that 2 s, 4 s, 8 s … up to 15 minutes. */
const mostSeconds = 900;
/** A quiet hour forgives. */
const forgetSeconds = 3_600;

function* keysOf({ kind, account, address }: AttemptKeys) {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  if (address !== undefined) yield { key: hash(`${kind} address ${address}`), least: free.address };
  if (account !== undefined) yield { key: hash(`${kind} account ${account.toLowerCase()}`), least: free.account };
}

/**
 * Counts an attempt before its outcome is known, so that many at once gain nothing; `forgive` takes it back.
 *
 * @throws PEOPLE_TOO_MANY_ATTEMPTS while an account or a network address has to wait
 */
export async function beginAttempt({ sql }: Store, keys: AttemptKeys): Promise<void> {
  for (const { key, least } of keysOf(keys)) {
    const [counted] = await sql<{ failures: number }[]>`
      insert into alliance.attempt as a (key, failures, blocked_until, updated_at) values (${key}, 1, now(), now())
      on conflict (key) do update set
        failures = case when a.updated_at < now() - ${forgetSeconds} * interval '1 second' then 1 else a.failures + 1 end,
        blocked_until = case
          when a.updated_at < now() - ${forgetSeconds} * interval '1 second' or a.failures + 1 < ${least} then now()
          else now() + least(${mostSeconds}, 2 ^ least(a.failures + 2 - ${least}, 20)) * interval '1 second' end,
        updated_at = now()
      where a.blocked_until <= now()
      returning failures`;
    if (counted) continue;
    const [waiting] = await sql<{ seconds: number }[]>`
      select greatest(1, ceil(extract(epoch from blocked_until - now())))::int as seconds
      from alliance.attempt where key = ${key}`;
    const seconds = waiting?.seconds ?? 1;
    throw peopleErrors.tooManyAttempts({ seconds }, { details: { retryAfterSeconds: seconds } });
  }
}

/** An attempt succeeded: the account begins anew; of the network address only this attempt is forgotten. */
export async function forgive({ sql }: Store, keys: AttemptKeys): Promise<void> {
  for (const { key, least } of keysOf(keys)) {
    if (least === free.account) await sql`delete from alliance.attempt where key = ${key}`;
    else
      await sql`update alliance.attempt set failures = greatest(0, failures - 1), blocked_until = now() where key = ${key}`;
  }
}
