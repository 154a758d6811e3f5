import { request } from './request.ts';

/** Where a statement's proof bundle is; also the target of the download links. */
export function bundlePath(statementId: string): string {
  return `/api/log/statements/${encodeURIComponent(statementId)}/bundle`;
}

/** A statement's proof bundle, as untrusted JSON. Throws `ApiProblem` 409 while it is not anchored yet. */
export function getBundle(statementId: string, signal?: AbortSignal): Promise<unknown> {
  return request(bundlePath(statementId), { signal });
}
