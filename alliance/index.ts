import { readMigrations } from '../store/index.ts';

export { type Access, isAllowed } from './access.ts';
export { allianceErrors } from './errors.ts';
export { type Alliance, openAlliance } from './openAlliance.ts';
export type { Principal, Scope } from './principal.ts';

/** The room's tables: members, accounts, sessions, API keys. */
export const allianceMigrations = readMigrations('alliance', new URL('./migrations/', import.meta.url));
