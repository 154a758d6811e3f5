import { readMigrations } from '../store/index.ts';

export { createTrace, type Trace } from './createTrace.ts';
export { makeTraceNetwork } from './makeNetwork.ts';
export { traceRoutes } from './routes.ts';

/** The room's tables: capture jobs, events with their index, master data. */
export const traceMigrations = readMigrations('trace', new URL('./migrations/', import.meta.url));
