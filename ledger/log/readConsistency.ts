import { encodeHex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { logErrors } from './errors.ts';
import { readConsistencyPath, readRoot } from './readPaths.ts';

/** A consistency proof with the two roots it is about; hashes are hexadecimal without a prefix. */
export interface Consistency {
  from: { size: number; root: string };
  to: { size: number; root: string };
  hashes: string[];
}

/** Proves that the log's first `from` statements are the beginning of its first `to`. @throws LOG_SIZES_REVERSED */
export async function readConsistency(store: Store, from: number, to: number): Promise<Consistency> {
  const [head] = await store.sql<{ size: string }[]>`SELECT size FROM ledger.log_head`;
  const size = Number(head?.size ?? 0);
  if (from > to || to > size) throw logErrors.sizesReversed({ from, to, size });
  const [first, second, hashes] = await Promise.all([
    readRoot(store.sql, from),
    readRoot(store.sql, to),
    readConsistencyPath(store.sql, from, to),
  ]);
  return {
    from: { size: from, root: encodeHex(first) },
    to: { size: to, root: encodeHex(second) },
    hashes: hashes.map(encodeHex),
  };
}
