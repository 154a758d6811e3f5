import { didErrors } from './errors.ts';

/**
 * The did:web of a platform at `baseUrl`, or of a member that it hosts: host and port percent-encoded, and the path with
 * colons (did:web method, section "Method-specific identifier").
 */
export function hostedDid(baseUrl: string, slug: string | null): string {
  const { host } = new URL(baseUrl);
  const root = `did:web:${encodeURIComponent(host)}`;
  return slug === null ? root : `${root}:did:${slug}`;
}

const segment = /^(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+$/;

/** Where the document of a did:web is, always over https. @throws DID_INVALID */
export function didWebUrl(did: string): URL {
  const [scheme, method, host = '', ...path] = did.split(':');
  const wrong = (problem: string, zh: string) =>
    didErrors.invalid({ did: did.slice(0, 200), problem }, { zh: { problem: zh } });
  if (scheme !== 'did' || method !== 'web') throw wrong('is no did:web', '不是 did:web');
  if (did.length > 400) throw wrong('is too long', '过长');
  if (![host, ...path].every((part) => segment.test(part)))
    throw wrong('has characters that a did:web cannot have', '含有 did:web 不允许的字符');
  const authority = decodeURIComponent(host);
  if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(authority)) throw wrong('does not name a host', '没有写明主机');
  const parts = path.map((part) => decodeURIComponent(part));
  if (parts.some((part) => part.includes('/') || part === '.' || part === '..'))
    throw wrong('has a path that climbs', '路径含有指向上级的部分');
  const folder = parts.length === 0 ? '/.well-known' : `/${parts.map(encodeURIComponent).join('/')}`;
  const url = URL.parse(`https://${authority}${folder}/did.json`);
  if (!url) throw wrong('does not name a host', '没有写明主机');
  return url;
}
