import { type Migration, readMigrations } from '../store/index.ts';

export type { LogState } from './ledgerTypes.ts';
export { type Ledger, openLedger } from './openLedger.ts';

/** The room's tables, for `migrate`. */
export const ledgerMigrations: Migration[] = readMigrations('ledger', new URL('./migrations/', import.meta.url));
