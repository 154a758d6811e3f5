import type { Sql } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import type { TemplateId } from './columns.ts';

/** A file that was imported. */
export interface ImportedFile {
  id: string;
  name: string;
  digest: string;
  template: TemplateId;
  rows: number;
  /** Events that it stored. */
  events: number;
  /** Events of it that were stored before. */
  repeated: number;
  captureID: string;
  person: string;
  createdAt: string;
}

/** A row of trace.imports. */
export interface ImportRow {
  id: string;
  sequence: string;
  name: string;
  digest: string;
  template: TemplateId;
  row_count: number;
  events: number;
  repeated: number;
  capture_id: string;
  person: string;
  created_at: Date;
}

/** What the API shows of a row. */
export const toImport = (row: ImportRow): ImportedFile => ({
  id: row.id,
  name: row.name,
  digest: row.digest,
  template: row.template,
  rows: row.row_count,
  events: row.events,
  repeated: row.repeated,
  captureID: row.capture_id,
  person: row.person,
  createdAt: row.created_at.toISOString(),
});

/** A member's imports, the newest first. */
export async function listImports(
  sql: Sql,
  { member, perPage, nextPageToken }: { member: string; perPage: number; nextPageToken: string | null },
): Promise<{ imports: ImportedFile[]; nextPageToken: string | null }> {
  const list = `trace.imports ${member}`;
  const [before] = nextPageToken === null ? [] : decodePageToken(nextPageToken, list, [/^\d{1,18}$/]);
  const rows = await sql<ImportRow[]>`
    SELECT * FROM trace.imports WHERE member = ${member} ${before === undefined ? sql`` : sql`AND sequence < ${before}::bigint`}
    ORDER BY sequence DESC LIMIT ${perPage + 1}`;
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return { imports: shown.map(toImport), nextPageToken: last ? encodePageToken(list, [last.sequence]) : null };
}
