import type { JsonValue } from '../../proof/index.ts';
import type { Sql } from '../../store/index.ts';
import { prepareEvents, sha256Hex } from '../capture/prepareEvents.ts';
import { openDocument } from '../epcis/openDocument.ts';
import { type BuiltEvent, buildEvents } from './buildEvents.ts';
import { type ColumnId, columnsOf, type TemplateId } from './columns.ts';
import { type CellProblem, problemAt } from './problems.ts';
import { type ReadRow, readRows } from './readRows.ts';
import { readTable } from './readTable.ts';

export interface PreviewFileParameters {
  bytes: Uint8Array;
  /** When it is left out, the headings tell. */
  template: TemplateId | null;
  /** Of local times, such as +08:00. */
  offset: string;
  now?: number;
}

/** Everything that an import would do, or what keeps it from being done. */
export interface FilePreview {
  template: TemplateId;
  encoding: string;
  /** Names these bytes read in this way; confirming an import names it. */
  digest: string;
  columns: ColumnId[];
  rows: ReadRow[];
  /** Sorted by row. */
  problems: CellProblem[];
  /** Number of events that the file makes. */
  events: number;
  /** Those of them that are stored already. */
  known: number;
  /** The EPCIS document; null when something is wrong. */
  document: Record<string, JsonValue> | null;
}

/** Reads a file up to the events that it makes and stores nothing. Throws what `readTable` throws. */
export async function previewFile(sql: Sql, parameters: PreviewFileParameters): Promise<FilePreview> {
  const { bytes, offset, now = Date.now() } = parameters;
  const table = await readTable(bytes, parameters.template);
  const { template, encoding } = table;
  const { rows, events, problems } = readRows(table, { offset, now });
  const built = buildEvents(template, events, problems);
  const document = composeImport(built);
  const hashes = problems.length > 0 ? [] : checkEvents(document, built, problems);
  const digest = sha256Hex(`${template} ${offset} ${sha256Hex(Buffer.from(bytes).toString('base64'))}`);
  return {
    template,
    encoding,
    digest,
    columns: columnsOf(template).map(({ id }) => id),
    rows,
    problems: problems.sort((a, b) => a.row - b.row),
    events: built.length,
    known: problems.length > 0 ? 0 : await countKnown(sql, hashes),
    document: problems.length > 0 ? null : document,
  };
}

function composeImport(built: readonly BuiltEvent[]): Record<string, JsonValue> {
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { xy: 'https://ns.xiangyu.example/epcis/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: new Date().toISOString(),
    epcisBody: { eventList: built.map(({ event }) => event) },
  };
}

/** Holds the events against the rules of the standard, and against each other; gives their hashes. */
function checkEvents(
  document: Record<string, JsonValue>,
  built: readonly BuiltEvent[],
  problems: CellProblem[],
): string[] {
  const opened = openDocument(document);
  if (Array.isArray(opened)) throw new Error(`An import made no document: ${opened[0]?.pointer} ${opened[0]?.problem}`);
  const { prepared, issues } = prepareEvents(opened);
  for (const { pointer, problem, zh } of issues) {
    const [index = '0', ...field] = pointer.slice(opened.pointer.length + 1).split('/');
    const row = built[Number(index)]?.rows[0] ?? 1;
    const place = field.join('/');
    const words = { en: `${place} ${problem}`, zh: `${place} ${zh.problem}` };
    problems.push(problemAt({ row, column: null }, 'standard', { value: words }));
  }
  const first = new Map<string, number>();
  for (const { hash, index } of prepared) {
    const row = built[index]?.rows[0] ?? 1;
    const earlier = first.get(hash);
    if (earlier === undefined) first.set(hash, row);
    else problems.push(problemAt({ row, column: null }, 'repeated', { row: earlier }));
  }
  return [...first.keys()];
}

async function countKnown(sql: Sql, hashes: readonly string[]): Promise<number> {
  const [row] = await sql<{ known: number }[]>`
    SELECT count(DISTINCT hash)::int AS known FROM trace.events WHERE hash = ANY(${[...hashes]}::text[])`;
  return row?.known ?? 0;
}
