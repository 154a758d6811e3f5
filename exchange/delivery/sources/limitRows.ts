import { bothFilters } from './parseFilter.ts';
import type { DataSource, RowFilter } from './source.ts';

/** The same source, as if it had no other rows than these. */
export function limitRows(source: DataSource, rows: RowFilter | null | undefined): DataSource {
  if (!rows) return source;
  const within = <Parameters extends { filter: RowFilter | null }>(p: Parameters): Parameters => ({
    ...p,
    filter: bothFilters(rows, p.filter),
  });
  return {
    describe: (signal) => source.describe(signal),
    read: (p) => source.read(within(p)),
    readAfter: (p) => source.readAfter(within(p)),
    aggregate: (p) => source.aggregate(within(p)),
    openBytes: () => source.openBytes(),
    close: () => source.close(),
  };
}
