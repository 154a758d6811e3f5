import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';

/** The kind of the statements that this room records. */
export const recordKind = 'evidence.record';

/** What the room needs of the house. */
export interface EvidenceHouse {
  store: Store;
  ledger: Pick<Ledger, 'appendStatements' | 'findStatements' | 'statements'>;
}
