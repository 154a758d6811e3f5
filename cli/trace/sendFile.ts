import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { XiangyuError } from '../../errors.ts';
import { cliErrors } from '../errors.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { traceCommandErrors } from './errors.ts';

export interface SendFileParameters {
  file: string;
  url: string;
  key: string;
  /** Of a table whose headings do not tell. */
  template?: string;
  /** Of times without a zone in a table. */
  offset?: string;
  /** Only looks at a table; nothing is stored. */
  dryRun?: boolean;
}

/** What became of a file. */
export interface SentFile {
  ok: boolean;
  /** Events that it added, or would add. */
  events: number;
  /** Those of it that were stored before. */
  repeated: number;
  /** What is wrong, a line each; empty when all is well. */
  problems: string[];
}

const tables = ['.csv', '.xlsx'];
const documents: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.xml': 'application/xml',
};
/** Of files that the platform reads. */
export const knownExtensions = [...tables, ...Object.keys(documents)];
/** A large file may take a while to be captured. */
const timeoutMs = 300_000;

interface Problem {
  row: number;
  column: string | null;
  zh: string;
  en: string;
}

/**
 * Sends a table or an EPCIS document to a platform. What the file itself is to blame for is in the answer.
 * @throws CLI_FILE_UNREADABLE, CLI_TRACE_FILE_UNKNOWN, CLI_PLATFORM_UNREACHABLE, and CLI_REQUEST_REFUSED where the caller
 * or the platform is to blame
 */
export async function sendFile(parameters: SendFileParameters): Promise<SentFile> {
  const { file } = parameters;
  const extension = extname(file).toLowerCase();
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  const body = Uint8Array.from(bytes);
  if (tables.includes(extension)) return sendTable(parameters, body);
  const mediaType = documents[extension];
  if (!mediaType) throw traceCommandErrors.fileUnknown({ file });
  return sendDocument(parameters, body, mediaType);
}

async function sendTable(parameters: SendFileParameters, body: Uint8Array<ArrayBuffer>): Promise<SentFile> {
  const { file, url, key, template, offset, dryRun } = parameters;
  const query = new URLSearchParams({ ...(template && { template }), ...(offset && { offset }) });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' };
  const post = (path: string, more: Record<string, string> = {}) =>
    requestPlatform({
      url,
      path: `${path}?${new URLSearchParams([...query, ...Object.entries(more)])}`,
      method: 'POST',
      headers,
      body,
      timeoutMs,
    });
  return blameFile(async () => {
    const looked = (await post('/api/trace/imports/preview')).body as {
      digest: string;
      events: number;
      known: number;
      problems: Problem[];
      problemCount: number;
    };
    if (looked.problemCount > 0) {
      const lines = looked.problems.map(
        ({ row, column, zh, en }) => `row ${row}${column ? `, ${column}` : ''}: ${en} · ${zh}`,
      );
      const more = looked.problemCount - lines.length;
      return { ok: false, events: 0, repeated: 0, problems: more > 0 ? [...lines, `and ${more} more`] : lines };
    }
    if (dryRun) return { ok: true, events: looked.events - looked.known, repeated: looked.known, problems: [] };
    // The digest makes a table that was sent before count once.
    const answer = await post('/api/trace/imports', { name: basename(file).slice(0, 200), digest: looked.digest });
    const { events, repeated } = answer.body as { events: number; repeated: number };
    return { ok: true, events, repeated, problems: [] };
  });
}

async function sendDocument(
  { url, key, dryRun }: SendFileParameters,
  body: Uint8Array<ArrayBuffer>,
  mediaType: string,
): Promise<SentFile> {
  if (dryRun)
    return { ok: false, events: 0, repeated: 0, problems: ['An EPCIS document cannot be tried without storing it.'] };
  const headers = { authorization: `Bearer ${key}`, 'content-type': mediaType };
  return blameFile(async () => {
    const answer = await requestPlatform({ url, path: '/epcis/capture', method: 'POST', headers, body, timeoutMs });
    const job = answer.body as {
      success: boolean;
      events: number;
      duplicates?: unknown[];
      errors: { detail: string }[];
    };
    const problems = job.errors.map(({ detail }) => detail);
    return { ok: job.success, events: job.events, repeated: job.duplicates?.length ?? 0, problems };
  });
}

/** A refusal of the file is its result; that of the caller (401, 403, 429) or trouble of the platform is thrown. */
async function blameFile(send: () => Promise<SentFile>): Promise<SentFile> {
  try {
    return await send();
  } catch (error) {
    const status = error instanceof XiangyuError ? error.details.status : undefined;
    if (!(error instanceof XiangyuError) || typeof status !== 'number' || ![400, 409, 413, 415, 422].includes(status))
      throw error;
    const { errors } = error.details as { errors?: { pointer?: string; problem?: string }[] };
    const details = (Array.isArray(errors) ? errors : []).map(
      ({ pointer, problem }) => `${pointer ?? ''}: ${problem ?? ''}`,
    );
    return { ok: false, events: 0, repeated: 0, problems: [error.reason, ...details] };
  }
}
