import { allianceErrors } from './errors.ts';

export interface CheckOriginParameters {
  method: string;
  headers: Headers;
  /** Origins that count as our own besides the one that the request was sent to. */
  trustedOrigins: readonly string[];
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The origin that a browser names for the page that sent a request; null when none was named. */
function originOf(headers: Headers): string | null {
  const named = headers.get('origin') ?? headers.get('referer');
  if (!named) return null;
  return URL.canParse(named) ? new URL(named).origin : 'null';
}

/** Whether a page's origin is ours: the host that the request was sent to, or a trusted one. */
export function isOwnOrigin(origin: string, headers: Headers, trustedOrigins: readonly string[]): boolean {
  if (trustedOrigins.includes(origin)) return true;
  // Browsers set Origin and Host themselves, so that a foreign page cannot make the two agree.
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}

/**
 * Refuses a state-changing request that another site's page sends with the visitor's cookie (CSRF). Only cookies are
 * sent without the page's knowledge, so that requests without one, such as those of API keys, pass.
 *
 * @throws ALLIANCE_CROSS_ORIGIN
 */
export function checkOrigin({ method, headers, trustedOrigins }: CheckOriginParameters): void {
  if (safeMethods.has(method) || !headers.has('cookie')) return;
  const origin = originOf(headers);
  // Browsers name the origin for every unsafe method (Fetch standard, 3.2), so that a missing one is no excuse.
  if (origin !== null && isOwnOrigin(origin, headers, trustedOrigins)) return;
  throw allianceErrors.crossOrigin({ origin: origin ?? 'that it does not name' });
}
