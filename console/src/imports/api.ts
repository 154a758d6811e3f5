import { type Page, readPage } from '../api/page.ts';
import { ApiProblem, isRecord, toProblem } from '../api/problem.ts';
import { requestWithHeaders } from '../api/request.ts';

/** The templates, in the order of a product's way. */
export const templates = ['harvest', 'process', 'pack', 'ship', 'receive', 'sell'] as const;
export type Template = (typeof templates)[number];

/** What is wrong with a cell; `column` is null when it is about the whole row. */
export interface CellProblem {
  row: number;
  column: string | null;
  zh: string;
  en: string;
}

/** What a file would import. */
export interface Preview {
  template: Template;
  encoding: string;
  digest: string;
  columns: { id: string; zh: string; en: string }[];
  rows: { number: number; texts: Record<string, string> }[];
  problems: CellProblem[];
  problemCount: number;
  events: number;
  known: number;
}

/** A file that was imported. */
export interface ImportedFile {
  id: string;
  name: string;
  template: Template;
  rows: number;
  events: number;
  repeated: number;
  person: string;
  createdAt: string;
}

export interface UploadParameters {
  file: File;
  /** When it is left out, the headings tell. */
  template?: Template | undefined;
}

async function send<Answer>(path: string, file: File, query: Record<string, string>): Promise<Answer> {
  const answer = await fetch(`${path}?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { accept: 'application/json, application/problem+json', 'content-type': 'application/octet-stream' },
    credentials: 'same-origin',
    body: file,
  });
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok || !isRecord(body)) throw new ApiProblem(toProblem(answer.status, answer.statusText, body));
  return body as Answer;
}

/** Looks at a file; nothing is stored. */
export function previewFile({ file, template }: UploadParameters): Promise<Preview> {
  return send('/api/trace/imports/preview', file, template ? { template } : {});
}

/** Imports the file that was looked at. */
export function confirmFile({ file, template, digest }: UploadParameters & { digest: string }): Promise<ImportedFile> {
  return send('/api/trace/imports', file, { name: file.name.slice(0, 200), digest, ...(template && { template }) });
}

/** One page of the own imports, the newest first. */
export async function listImports(token: string | null, signal?: AbortSignal): Promise<Page<ImportedFile>> {
  const query = new URLSearchParams({ perPage: '20', ...(token && { nextPageToken: token }) });
  const { body, headers } = await requestWithHeaders<unknown>(`/api/trace/imports?${query}`, { signal });
  return readPage<ImportedFile>(body, headers);
}

/** Where a template can be downloaded. */
export function templateUrl(template: Template, format: 'xlsx' | 'csv', language: string): string {
  return `/api/trace/imports/templates/${template}?${new URLSearchParams({ format, language })}`;
}
