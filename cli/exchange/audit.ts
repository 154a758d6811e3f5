import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { cliErrors, exitCodes } from '../errors.ts';
import { type ExchangeOptions, listAll, openDoor, type Query, readLimit, withQuery } from './openDoor.ts';
import { printFacts, printJson, printTable, wordsOf } from './printTable.ts';

export interface AuditParameters extends ExchangeOptions {
  from?: string;
  until?: string;
  kind?: string;
  outcome?: string;
  agreement?: string;
  dataset?: string;
  purpose?: string;
  case?: string;
  limit?: string;
  /** Counts instead of records: by day, counterparty, dataset, purpose or kind. */
  by?: string;
  anomalies?: boolean;
  /** How far the records are anchored. */
  status?: boolean;
  /** Every record as CSV, to a file or standard output for `-`. */
  csv?: string;
}

interface ShownRecord {
  id: string;
  time: string;
  kind: string;
  outcome: string;
  counterparty: string | null;
  purpose: string | null;
  caseNumber: string | null;
  rows: number | null;
  bytes: number | null;
  anchored: boolean;
}
interface Line {
  key: string | null;
  records: number;
  refused: number;
  deliveries: number;
  rows: number;
  bytes: number;
}
interface Anomaly {
  at: string;
  rule: string;
  state: string;
  explanation: { zh: string; en: string };
}

const lineColumns = [
  { title: 'key', of: ({ key }: Line) => key ?? 'all' },
  { title: 'records', of: ({ records }: Line) => records },
  { title: 'refused', of: ({ refused }: Line) => refused },
  { title: 'deliveries', of: ({ deliveries }: Line) => deliveries },
  { title: 'rows', of: ({ rows }: Line) => rows },
  { title: 'bytes', of: ({ bytes }: Line) => bytes },
];

/** Prints the records of the department, counts of them, what is out of the ordinary, or how far they are anchored. */
export async function audit(parameters: AuditParameters): Promise<number> {
  const { from, until, kind, outcome, agreement, dataset, purpose, by, anomalies, status, csv, json } = parameters;
  const most = readLimit(parameters.limit ?? '50');
  const door = await openDoor(parameters);
  const filter: Query = { from, until, kind, outcome, agreement, dataset, purpose, caseNumber: parameters.case };
  if (status) {
    const told = await door.get<Record<string, unknown>>('/api/exchange/status');
    if (json) printJson(told);
    else printFacts(Object.entries(told));
    return exitCodes.ok;
  }
  if (csv !== undefined) {
    const { body } = await door.fetch(withQuery('/api/exchange/records.csv', filter));
    const source = Readable.fromWeb((body ?? new Blob([]).stream()) as ReadableStream);
    if (csv === '-') await pipeline(source, process.stdout, { end: false });
    else
      await pipeline(source, createWriteStream(csv, { flags: 'wx' })).catch((cause: unknown) => {
        throw cliErrors.fileNotWritten({ file: csv }, { cause });
      });
    return exitCodes.ok;
  }
  if (by !== undefined) {
    const told = await door.get<{ total: Line; lines: Line[] }>('/api/exchange/statistics', { ...filter, by });
    if (json) printJson(told);
    else printTable(lineColumns, [...told.lines, told.total]);
    return exitCodes.ok;
  }
  if (anomalies) {
    const { items } = await listAll<Anomaly>(door, '/api/exchange/anomalies', {}, most);
    if (json) printJson(items);
    else
      printTable<Anomaly>(
        [
          { title: 'at', of: ({ at }) => at },
          { title: 'rule', of: ({ rule }) => rule },
          { title: 'state', of: ({ state }) => state },
          { title: 'explanation', of: ({ explanation }) => wordsOf(explanation), whole: true },
        ],
        items,
      );
    return exitCodes.ok;
  }
  const { items, more } = await listAll<ShownRecord>(door, '/api/exchange/records', filter, most);
  if (json) printJson(items);
  else {
    printTable<ShownRecord>(
      [
        { title: 'time', of: ({ time }) => time },
        { title: 'kind', of: (one) => one.kind },
        { title: 'outcome', of: (one) => one.outcome },
        { title: 'matter', of: (one) => one.purpose },
        { title: 'case', of: (one) => one.caseNumber },
        { title: 'rows', of: (one) => one.rows },
        { title: 'bytes', of: (one) => one.bytes },
        { title: 'anchored', of: ({ anchored }) => (anchored ? 'yes' : 'not yet') },
        { title: 'record', of: ({ id }) => id, whole: true },
      ],
      items,
    );
    if (more) console.log('\nThere are more; --limit shows them, --csv FILE writes all.');
  }
  return exitCodes.ok;
}

/** Writes the evidence of one exchange, for `xiangyu verify`. */
export async function bundle(
  parameters: ExchangeOptions & { agreement: string; out?: string; from?: string; until?: string },
): Promise<number> {
  const { agreement, out, from, until } = parameters;
  const door = await openDoor(parameters);
  const given = await door.get<object>(`/api/exchange/bundles/${encodeURIComponent(agreement)}`, { from, until });
  if (out === undefined) {
    printJson(given);
    return exitCodes.ok;
  }
  await writeFile(out, `${JSON.stringify(given, null, 2)}\n`, { flag: 'wx' }).catch((cause: unknown) => {
    throw cliErrors.fileNotWritten({ file: out }, { cause });
  });
  console.log(`${out}\nCheck it: xiangyu verify ${out}`);
  return exitCodes.ok;
}
