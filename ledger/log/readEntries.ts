import { encodeEntryBundle } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { isTilePublished } from './readTile.ts';

/**
 * A bundle of the log's entries, which are the statements as they were hashed (tlog-tiles, Log entries); null for what the
 * newest published checkpoint does not cover. `index` counts bundles of 256.
 */
export async function readEntries(store: Store, index: number, width: number): Promise<Uint8Array | null> {
  if (!(await isTilePublished(store, { level: 'entries', index, width }))) return null;
  const start = index * 256;
  const rows = await store.sql<{ encoded: string }[]>`
    SELECT encoded FROM ledger.leaves JOIN ledger.statement_rows USING (seq)
    WHERE log_index >= ${start} AND log_index < ${start + width}
    ORDER BY log_index`;
  if (rows.length !== width) {
    throw new Error(`The log has not every statement of bundle ${index}; the table ledger.leaves was changed.`);
  }
  const encoder = new TextEncoder();
  return encodeEntryBundle(rows.map(({ encoded }) => encoder.encode(encoded)));
}
