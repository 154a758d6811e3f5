import { readCode } from './scan/readCode.ts';

/**
 * The key of a link that connects this phone (`/field#link=…`), taken out of the address at once, so that it does not stay
 * in the history. A fragment is never sent to a server.
 */
export function takeLink(): string | null {
  const { hash, pathname } = window.location;
  if (!hash.includes('link=')) return null;
  window.history.replaceState(null, '', pathname);
  const code = readCode(hash);
  return code.kind === 'link' ? code.key : null;
}
