import { type Page, readPage } from '../api/page.ts';
import { ApiProblem, toProblem } from '../api/problem.ts';
import { request, requestWithHeaders } from '../api/request.ts';

export type CodeKind = 'qr' | 'datamatrix';

/** A sheet of labels; millimetres. */
export interface Sheet {
  id: string;
  columns: number;
  rows: number;
  width: number;
  height: number;
}

export interface PrintRequest {
  anchor: string;
  kind: CodeKind;
  sheet: string;
  language: 'zh' | 'en' | 'both';
  copies?: number;
  skip?: number;
  serials?: { prefix: string; first: number; last: number; digits: number };
}

/** A link of the own organisation in the resolver. */
export interface ResolverLink {
  linkId: string;
  anchor: string;
  linkType: string;
  href: string;
  title: string;
  languages: string[];
  isDefault: boolean;
}

export type NewLink = Omit<ResolverLink, 'linkId'>;

/** The kinds of sheets, and where the codes lead. */
export function getSheets(signal?: AbortSignal): Promise<{ root: string; sheets: Sheet[] }> {
  return request('/api/trace/labels/sheets', { signal });
}

/** The address of the image of a code. */
export function codePath(anchor: string, kind: CodeKind, format: 'svg' | 'png'): string {
  return `/api/trace/labels/code?${new URLSearchParams({ anchor, kind, format })}`;
}

/** Labels as a PDF file. Throws `ApiProblem`. */
export async function printLabels(body: PrintRequest): Promise<Blob> {
  const answer = await fetch('/api/trace/labels/sheet', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  });
  if (answer.ok) return answer.blob();
  const problem: unknown = await answer.json().catch(() => undefined);
  throw new ApiProblem(toProblem(answer.status, answer.statusText, problem));
}

export async function listLinks(token: string | null, signal?: AbortSignal): Promise<Page<ResolverLink>> {
  const query = new URLSearchParams({ perPage: '20', ...(token === null ? {} : { nextPageToken: token }) });
  const { body, headers } = await requestWithHeaders(`/api/trace/links?${query}`, { signal });
  return readPage<ResolverLink>(body, headers);
}

export function setLink(body: NewLink): Promise<ResolverLink> {
  return request('/api/trace/links', { method: 'POST', body });
}

export function removeLink(linkId: string): Promise<void> {
  return request(`/api/trace/links/${encodeURIComponent(linkId)}`, { method: 'DELETE' });
}
