import type { Store } from '../../store/index.ts';
import { type Figure, whole } from '../evidence/figures.ts';

/** Bytes of a schema's tables with their indexes, and of the largest of them, by event. */
export async function measureStorage({ sql }: Store): Promise<Figure[]> {
  const [counted] = await sql<{ events: string; stated: string }[]>`
    SELECT (SELECT count(*) FROM trace.events) AS events, (SELECT count(*) FROM ledger.statement_rows) AS stated`;
  const rows = await sql<{ schema: string; name: string; heap: string; indexes: string }[]>`
    SELECT nspname AS schema, relname AS name, pg_table_size(c.oid) AS heap, pg_indexes_size(c.oid) AS indexes
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relkind = 'r' AND nspname IN ('trace', 'ledger') ORDER BY pg_total_relation_size(c.oid) DESC`;
  const figure = (schema: string, events: number): Figure => {
    const own = rows.filter((row) => row.schema === schema);
    const bytes = own.reduce((sum, { heap, indexes }) => sum + Number(heap) + Number(indexes), 0);
    const name = schema === 'trace' ? 'storage an event, with all indexes' : 'storage of its evidence';
    return { name, value: `${whole(bytes / events)} bytes` };
  };
  const events = Number(counted?.events);
  const parts = rows
    .filter(({ schema }) => schema === 'trace')
    .slice(0, 4)
    .map(({ name, heap, indexes }) => ({
      name: `  ${name}: rows, indexes`,
      value: `${whole(Number(heap) / events)}, ${whole(Number(indexes) / events)} bytes`,
    }));
  return [figure('trace', events), ...parts, figure('ledger', Number(counted?.stated))];
}
