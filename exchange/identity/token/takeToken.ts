import type { House } from '../../house.ts';
import { connectorErrors } from '../errors.ts';
import { toleranceSeconds } from './claims.ts';

/** How often tokens that expired are forgotten. */
const sweepMs = 60_000;

/** Uses a token up, for all processes over one database. @throws CONNECTOR_TOKEN_REPLAYED */
export type TakeToken = (token: { issuer: string; jti: string; exp: number }) => Promise<void>;

/**
 * Opens the memory of tokens. The row is written without waiting for the disk, which would cost more than all the rest of a
 * check: should the database fall over and lose the last rows, the process itself still knows the tokens it saw.
 */
export function openTakeToken({ store, now, context }: Pick<House, 'store' | 'now' | 'context'>): TakeToken {
  const seen = new Map<string, number>();
  let sweptAt = now().getTime();

  function sweep(): void {
    const time = now().getTime();
    if (time - sweptAt < sweepMs) return;
    sweptAt = time;
    for (const [key, until] of seen) if (until < time) seen.delete(key);
    store.sql`DELETE FROM exchange.seen_tokens WHERE expires_at < ${new Date(time)}`.catch((error: unknown) =>
      context.logger.warn({ err: error }, 'tokens that expired could not be forgotten; tried again soon'),
    );
  }

  return async ({ issuer, jti, exp }) => {
    const key = `${issuer} ${jti}`;
    if (seen.has(key)) throw connectorErrors.tokenReplayed();
    const until = (exp + toleranceSeconds + 1) * 1_000;
    seen.set(key, until);
    sweep();
    const rows = await store.sql`
      WITH quick AS (SELECT set_config('synchronous_commit', 'off', true) AS done)
      INSERT INTO exchange.seen_tokens (issuer, jti, expires_at)
      SELECT ${issuer}, ${jti}, ${new Date(until)} FROM quick WHERE done IS NOT NULL
      ON CONFLICT DO NOTHING RETURNING jti`.catch((error: unknown) => {
      seen.delete(key);
      throw error;
    });
    if (rows.length === 0) throw connectorErrors.tokenReplayed();
  };
}
