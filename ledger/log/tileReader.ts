import type { TileAddress } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { readEntries } from './readEntries.ts';
import { readTile } from './readTile.ts';

/** What the world reads of the log, always as of the newest published checkpoint. */
export interface TileReader {
  /** See `readTile` and `readEntries`: a tile of hashes or a bundle of entries; null when it is not published. */
  read(address: TileAddress): Promise<Uint8Array | null>;
}

/** Opens the reader of the log's tiles. */
export function openTileReader(store: Store): TileReader {
  return {
    read: ({ level, index, width }) =>
      level === 'entries' ? readEntries(store, index, width) : readTile(store, { level, index, width }),
  };
}
