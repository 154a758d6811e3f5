import { checkOutgoingUrl } from '../../host/index.ts';
import { resolverErrors } from './errors.ts';

/** Names that lead into somebody's own network. */
const privateName = /^localhost$|^[^.]+$|\.(localhost|local|internal|intranet|lan|home|home\.arpa|test|invalid)$/;
const maxLength = 2_000;

/**
 * The target of a link as it is stored: an absolute http(s) address of the public internet, or a path on this platform.
 * Whoever follows a code is led there by us, so that nothing else may be a target. Throws RESOLVER_WRONG_TARGET.
 */
export function checkTarget(href: string): string {
  const wrong = (problem: string, cause?: unknown) =>
    resolverErrors.wrongTarget({ href: JSON.stringify(href.slice(0, 200)), problem }, { cause });
  if (href.length > maxLength) throw wrong(`it is longer than ${maxLength} characters`);
  if (/^\/(?![/\\])/.test(href) && !/[\\\s]/.test(href)) return href;
  try {
    const url = checkOutgoingUrl(href, false);
    const host = url.hostname.toLowerCase().replace(/\.$/, '');
    if (!host.startsWith('[') && privateName.test(host)) throw wrong('its host is private');
    return url.href;
  } catch (error) {
    if (error instanceof Error && 'reason' in error && typeof error.reason === 'string') {
      if ('code' in error && String(error.code).startsWith('RESOLVER')) throw error;
      throw wrong(error.reason.replace(/\.$/, ''), error);
    }
    throw error;
  }
}
