import { createHash } from 'node:crypto';
import { inBoth } from '../proof/index.ts';
import { traceErrors } from './errors.ts';

/** How long a page token is honoured. */
export const pageTokenLifetimeMs = 24 * 60 * 60 * 1000;

/** An opaque token of the place after which the next page of `list` starts; `list` names the query that it belongs to. */
export function encodePageToken(list: string, place: readonly string[], now = Date.now()): string {
  const token = [fingerprint(list), now + pageTokenLifetimeMs, ...place];
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/**
 * The place in a token, whose parts look like `shape`. Throws TRACE_INVALID_PARAMETER when it is of another query, too
 * old or no token.
 */
export function decodePageToken(token: string, list: string, shape: readonly RegExp[], now = Date.now()): string[] {
  const value = parse(token);
  const [owner, expires, ...place] = Array.isArray(value) ? value : [];
  const texts = shape.flatMap((pattern, at) => {
    const part: unknown = place[at];
    return typeof part === 'string' && pattern.test(part) ? [part] : [];
  });
  const current = owner === fingerprint(list) && typeof expires === 'number' && expires > now;
  if (current && texts.length === shape.length) return texts;
  const expected = {
    en: 'the token of the Link header of this same query, not older than 24 hours',
    zh: '同一查询的 Link 响应头中 24 小时以内的令牌',
  };
  const shown = JSON.stringify(token.slice(0, 80));
  throw traceErrors.invalidParameter(...inBoth({ name: 'nextPageToken', value: shown, expected }));
}

/** When a token runs out, milliseconds since 1970; null when it has run out already or is no token. */
export function readTokenExpiry(token: string, now = Date.now()): number | null {
  const value = parse(token);
  const expires: unknown = Array.isArray(value) ? value[1] : null;
  const current = typeof expires === 'number' && expires > now && expires <= now + pageTokenLifetimeMs;
  return current ? expires : null;
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return null;
  }
}

const fingerprint = (list: string) => createHash('sha256').update(list).digest('base64url').slice(0, 16);
