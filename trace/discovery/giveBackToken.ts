import { createHash } from 'node:crypto';
import type { Sql } from '../../store/index.ts';
import { readTokenExpiry } from '../pageToken.ts';

const digestOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a page token useless from now on. Tokens hold their own place, so those that were given back are remembered
 * until they would have run out; a text that is no token needs no remembering.
 */
export async function giveBackToken(sql: Sql, token: string): Promise<void> {
  const expires = readTokenExpiry(token);
  if (expires === null) return;
  await sql`DELETE FROM trace.given_back_tokens WHERE expires_at < now()`;
  await sql`
    INSERT INTO trace.given_back_tokens (digest, expires_at)
    VALUES (${digestOf(token)}, ${new Date(expires)}) ON CONFLICT DO NOTHING`;
}

/** True for a token that was given back. */
export async function isGivenBack(sql: Sql, token: string): Promise<boolean> {
  const rows = await sql`SELECT FROM trace.given_back_tokens WHERE digest = ${digestOf(token)}`;
  return rows.length > 0;
}
