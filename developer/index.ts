import { readMigrations } from '../store/index.ts';

export { keyStoreRoutes } from './keyStoreRoutes.ts';
export { type Developer, openDeveloper } from './openDeveloper.ts';
export { developerRoutes } from './routes.ts';

/** The room's tables: webhooks and their messages. */
export const developerMigrations = readMigrations('developer', new URL('./migrations/', import.meta.url));
