import { enqueueJob, workJobs } from '../../store/index.ts';
import { hashSecret, makeSecret } from '../hashSecret.ts';
import type { Language } from '../mail/templates.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import { hashPassword, storePassword } from './passwords.ts';
import { endSessions } from './sessions.ts';

const queueName = 'alliance.recovery';

export interface AskRecoveryParameters {
  email: string;
  language: Language;
  /** Network address of whoever asks. */
  address: string;
}

/**
 * Asks for a mail with a link to set a new password. Whether there is such an account is looked up later by
 * `runRecovery`, so that neither the answer nor its time tells.
 *
 * @throws PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function askRecovery(
  { store }: PeopleParts,
  { email, language, address }: AskRecoveryParameters,
): Promise<void> {
  await beginAttempt(store, { kind: 'recovery', account: email, address });
  await store.transaction(async (tx) => {
    await enqueueJob(tx, { queue: queueName, payload: { email: email.toLowerCase(), language }, maxAttempts: 5 });
  });
}

/** Makes the link of a recovery that was asked for and queues its mail; for an unknown address nothing happens. */
async function makeRecovery({ store, mail, baseUrl }: PeopleParts, payload: { email: string; language: Language }) {
  await store.transaction(async (tx) => {
    const [user] = await tx<{ id: string }[]>`select "id" from alliance."user" where "email" = ${payload.email}`;
    if (!user) return;
    const token = makeSecret();
    await tx`delete from alliance.recovery where user_id = ${user.id} or expires_at < now()`;
    await tx`
      insert into alliance.recovery (hash, user_id, language, expires_at)
      values (${hashSecret(token)}, ${user.id}, ${payload.language}, now() + interval '1 hour')`;
    const link = `${new URL('/recovery', baseUrl).href}#${token}`;
    await mail.queue(tx, { to: payload.email, template: 'recovery', language: payload.language, values: { link } });
  });
}

/** Works on the recoveries that were asked for until the signal aborts. */
export async function runRecovery(parts: PeopleParts, signal: AbortSignal): Promise<void> {
  const { store, logger } = parts;
  await workJobs({
    store,
    queue: queueName,
    concurrency: 1,
    signal,
    logger,
    handler: ({ payload }) => makeRecovery(parts, payload as { email: string; language: Language }),
  });
}

export interface CompleteRecoveryParameters {
  token: string;
  password: string;
  /** Network address of whoever asks. */
  address: string;
}

/**
 * Sets a new password with a recovery token, uses it up and ends every session of the person. A second factor stays.
 *
 * @throws PEOPLE_RECOVERY_TOKEN_WRONG, ALLIANCE_PASSWORD_UNFIT, PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function completeRecovery(
  parts: PeopleParts,
  { token, password, address }: CompleteRecoveryParameters,
): Promise<void> {
  const { store, mail, baseUrl } = parts;
  const keys: AttemptKeys = { kind: 'recovery token', address };
  await beginAttempt(store, keys);
  const passwordHash = await hashPassword(parts, password);
  await store.transaction(async (tx) => {
    const [used] = await tx<{ user_id: string; language: Language }[]>`
      delete from alliance.recovery where hash = ${hashSecret(token)} and expires_at > now()
      returning user_id, language`;
    if (!used) throw peopleErrors.recoveryTokenWrong();
    await storePassword(tx, used.user_id, passwordHash);
    await endSessions(tx, { userId: used.user_id });
    // Whoever opened the link reads the mail of this address.
    const [user] = await tx<{ email: string }[]>`
      update alliance."user" set "emailVerified" = true where "id" = ${used.user_id} returning "email"`;
    if (!user) return;
    const values = { link: new URL('/sign-in', baseUrl).href };
    await mail.queue(tx, { to: user.email, template: 'passwordChanged', language: used.language, values });
  });
  await forgive(store, keys);
}
