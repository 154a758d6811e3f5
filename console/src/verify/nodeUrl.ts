/** The read-only gateway of the platform that serves this page. */
const sameOriginNode = '/rpc/espace';

/** An absolute http(s) URL of the node to ask; empty means the same-origin gateway, null means not a usable URL. */
export function resolveNodeUrl(entered: string, origin: string): string | null {
  const text = entered.trim();
  try {
    const url = text === '' ? new URL(sameOriginNode, origin) : new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
