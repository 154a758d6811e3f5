import type { Store } from '../../store/index.ts';
import { findRecords, type RecordFilter } from './findRecords.ts';
import type { AuditRecord } from './recordRow.ts';

const columns = [
  'time',
  'sequence',
  'kind',
  'outcome',
  'counterparty',
  'dataset',
  'purpose',
  'caseNumber',
  'application',
  'agreement',
  'negotiation',
  'transfer',
  'grant',
  'bytes',
  'rows',
  'subjects',
  'anchored',
  'id',
  'digest',
] as const satisfies readonly (keyof AuditRecord)[];

const pageSize = 1_000;

/** A cell of RFC 4180; what a spreadsheet would take for a formula is kept a text. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A participant's records as CSV in UTF-8, the newest first, piece by piece: any number of them in flat memory. */
export async function* exportRecords(store: Store, participant: string, filter: RecordFilter): AsyncIterable<string> {
  // The mark tells spreadsheets that it is UTF-8.
  yield `\ufeff${columns.join(',')}\r\n`;
  // What is written meanwhile is not of this export.
  const until = filter.until ?? new Date(Date.now() + 1).toISOString();
  let pageToken: string | undefined;
  do {
    const page = await findRecords(store, participant, { ...filter, until }, { perPage: pageSize, pageToken });
    yield page.items.map((record) => `${columns.map((name) => cell(record[name])).join(',')}\r\n`).join('');
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
}
