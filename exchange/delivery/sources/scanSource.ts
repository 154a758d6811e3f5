import { deliveryErrors } from '../errors.ts';
import { makeColumnFinder } from './columns.ts';
import { gather } from './gather.ts';
import { matchRow } from './matchRow.ts';
import { columnsOfFilter } from './parseFilter.ts';
import type { DataSource, ReadParameters, Row, SourceBytes, SourceColumns } from './source.ts';

/** What a source without a query language brings: its columns and all its rows from the first to the last. */
export interface Scan {
  describe(signal?: AbortSignal): Promise<SourceColumns>;
  /** Rows with at least these columns, in batches. */
  scan(columns: readonly string[], signal?: AbortSignal): AsyncIterable<Row[]>;
  /** For files. */
  openBytes?(): Promise<SourceBytes>;
  close?(): Promise<void>;
}

/** A source that is filtered and counted here, row by row, with flat memory. */
export function makeScanSource({ describe, scan, openBytes, close }: Scan): DataSource {
  async function* read({
    columns,
    filter,
    limit = Infinity,
    signal,
  }: ReadParameters): AsyncGenerator<Row[], void, void> {
    const find = makeColumnFinder((await describe(signal)).columns);
    const wanted = columns.map((name) => find(name).name);
    const looked = [...new Set([...wanted, ...columnsOfFilter(filter).map((name) => find(name).name)])];
    const typeOf = (column: string) => find(column).type;
    let left = limit;
    if (left <= 0) return;
    for await (const batch of scan(looked, signal)) {
      signal?.throwIfAborted();
      const rows: Row[] = [];
      for (const row of batch) {
        if (filter && matchRow(filter, row, typeOf) !== true) continue;
        rows.push(Object.fromEntries(wanted.map((name) => [name, row[name] ?? null])));
        left -= 1;
        if (left <= 0) break;
      }
      if (rows.length > 0) yield rows;
      if (left <= 0) return;
    }
  }
  return {
    describe,
    read,
    readAfter: () =>
      Promise.reject(deliveryErrors.notStreamable({ problem: 'it has no order in which new rows come last' })),
    async aggregate(p) {
      const { columns } = await describe(p.signal);
      return gather(p, makeColumnFinder(columns), read);
    },
    openBytes: openBytes ?? (() => Promise.reject(deliveryErrors.notAFile())),
    close: close ?? (() => Promise.resolve()),
  };
}
