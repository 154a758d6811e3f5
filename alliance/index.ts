import { readMigrations } from '../store/index.ts';

export { type Access, isAllowed } from './access.ts';
export type { Authentication } from './authenticate.ts';
export { allianceErrors } from './errors.ts';
export type { AccountAnswer } from './handleAccountRequest.ts';
export type { ApiKey, CreateKeyParameters } from './keys.ts';
export type { CreateMemberParameters, Member } from './members.ts';
export { type Alliance, openAlliance } from './openAlliance.ts';
export type { Page, PageParameters } from './page.ts';
export type { Principal, Role, Scope } from './principal.ts';
export { createSetupToken } from './setup.ts';

/** The room's tables: members, accounts, sessions, API keys. */
export const allianceMigrations = readMigrations('alliance', new URL('./migrations/', import.meta.url));
