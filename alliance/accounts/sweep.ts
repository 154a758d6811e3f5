import { setTimeout as pause } from 'node:timers/promises';
import type { PeopleParts } from './parts.ts';

const intervalMs = 60 * 60_000;

/** Removes what has expired: half-open sign-ins, sessions, counted attempts, texts for wallets, mail sent long ago. */
async function sweep({ sql }: PeopleParts['store']): Promise<void> {
  await sql`delete from alliance."verification" where "expiresAt" < now()`;
  await sql`delete from alliance."session" where "expiresAt" < now()`;
  await sql`delete from alliance.attempt where updated_at < now() - interval '1 hour' and blocked_until < now()`;
  await sql`delete from alliance.used_code where used_at < now() - interval '10 minutes'`;
  await sql`delete from alliance.wallet_nonce where expires_at < now()`;
  await sql`delete from alliance.recovery where expires_at < now()`;
  await sql`delete from alliance.single_sign_on_link where expires_at < now()`;
  await sql`delete from alliance.mail where state <> 'waiting' and created_at < now() - interval '90 days'`;
}

/** Sweeps once an hour until the signal aborts; it does no harm when several processes do. */
export async function runSweep({ store, logger }: Pick<PeopleParts, 'store' | 'logger'>, signal: AbortSignal) {
  while (!signal.aborted) {
    await sweep(store).catch((error: unknown) => logger.debug({ err: error }, 'what has expired stays for now'));
    await pause(intervalMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
