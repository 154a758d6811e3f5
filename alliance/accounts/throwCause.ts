import { setTimeout as sleep } from 'node:timers/promises';
import { type Store, storeErrors } from '../../store/index.ts';

/** A database that works answers a trivial statement well within this time. */
const patienceMs = 500;

/**
 * Throws the reason why the account library failed: it hides a database that is away behind an error of its own.
 *
 * @throws STORE_UNAVAILABLE, or `error` itself while the database answers
 */
export async function throwCause({ sql }: Store, error: unknown): Promise<never> {
  const asked = sql`select 1`.then(
    () => true,
    () => false,
  );
  const answers = await Promise.race([asked, sleep(patienceMs, false, { ref: false })]);
  throw answers ? error : storeErrors.unavailable({}, { cause: error });
}
