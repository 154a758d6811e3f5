import { readMigrations } from '../store/index.ts';

export { createSource } from './delivery/sources/manageSources.ts';
export type { Exchange } from './openExchange.ts';
export { type HostedExchange, type OpenHostedParameters, openHosted } from './openHosted.ts';
export { type OpenStandaloneParameters, openStandalone, type StandaloneExchange } from './openStandalone.ts';

/** The room's tables: connectors, catalogue, negotiations, grants, transfers, records. */
export const exchangeMigrations = readMigrations('exchange', new URL('./migrations/', import.meta.url));
