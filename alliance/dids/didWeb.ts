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
  const problem = (text: string) => didErrors.invalid({ did: did.slice(0, 200), problem: text });
  if (scheme !== 'did' || method !== 'web') throw problem('is no did:web');
  if (did.length > 400) throw problem('is too long');
  if (![host, ...path].every((part) => segment.test(part))) throw problem('has characters that a did:web cannot have');
  const authority = decodeURIComponent(host);
  if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(authority)) throw problem('does not name a host');
  const parts = path.map((part) => decodeURIComponent(part));
  if (parts.some((part) => part.includes('/') || part === '.' || part === '..'))
    throw problem('has a path that climbs');
  const folder = parts.length === 0 ? '/.well-known' : `/${parts.map(encodeURIComponent).join('/')}`;
  const url = URL.parse(`https://${authority}${folder}/did.json`);
  if (!url) throw problem('does not name a host');
  return url;
}
