import { readMigrations } from '../store/index.ts';

/** The tables of the room: connectors, catalogue, negotiations, grants, transfers, records. */
export const exchangeMigrations = readMigrations('exchange', new URL('./migrations/', import.meta.url));
