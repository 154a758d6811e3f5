import { readMigrations } from '../store/index.ts';

export { createEvidence, type Evidence } from './createEvidence.ts';
export { withoutPrivatePayload } from './readBundle.ts';
export { evidenceRoutes } from './routes.ts';
export { tlogRoutes } from './tlog/tlogRoutes.ts';

/** The room's tables: notes on records, idempotency keys, erasures. */
export const evidenceMigrations = readMigrations('evidence', new URL('./migrations/', import.meta.url));
