import { XiangyuError } from '../../errors.ts';
import { checkOutgoingUrl } from '../../host/index.ts';
import { inBoth } from '../../proof/index.ts';
import { resolverErrors } from './errors.ts';

/** Names that lead into somebody's own network. */
const privateName = /^localhost$|^[^.]+$|\.(localhost|local|internal|intranet|lan|home|home\.arpa|test|invalid)$/;
const maxLength = 2_000;

/**
 * The target of a link as it is stored: an absolute http(s) address of the public internet, or a path on this platform.
 * Whoever follows a code is led there by us, so that nothing else may be a target. Throws RESOLVER_WRONG_TARGET.
 */
export function checkTarget(href: string): string {
  const wrong = (en: string, zh: string, cause?: unknown) =>
    resolverErrors.wrongTarget(...inBoth({ href: JSON.stringify(href.slice(0, 200)), problem: { en, zh } }, { cause }));
  if (href.length > maxLength) throw wrong(`it is longer than ${maxLength} characters`, `超过 ${maxLength} 个字符`);
  if (/^\/(?![/\\])/.test(href) && !/[\\\s]/.test(href)) return href;
  try {
    const url = checkOutgoingUrl(href, false);
    const host = url.hostname.toLowerCase().replace(/\.$/, '');
    if (!host.startsWith('[') && privateName.test(host)) throw wrong('its host is private', '主机是内部地址');
    return url.href;
  } catch (error) {
    if (!(error instanceof XiangyuError) || error.code.startsWith('RESOLVER')) throw error;
    const { reason, zh } = error;
    throw wrong(reason.replace(/\.$/, ''), zh?.reason.replace(/。$/, '') ?? '不是可以访问的公开地址', error);
  }
}
