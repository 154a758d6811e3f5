/** The one-time token of a link's fragment (`#token` or `#token=…`), or null when there is none. */
export function readSetupToken(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  const token = text.startsWith('token=') ? text.slice('token='.length) : text;
  return /^[\w.~-]{8,200}$/.test(token) ? token : null;
}
