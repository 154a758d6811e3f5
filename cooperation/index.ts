import { readMigrations } from '../store/index.ts';

export { makeHouse } from './makeHouse.ts';
export { tellOrganisation } from './news/tellOrganisation.ts';
export { type Cooperation, openCooperation } from './openCooperation.ts';
export { cooperationRoutes } from './routes.ts';

/** The room's tables: directory, announcements, groups, calls, achievements, news. */
export const cooperationMigrations = readMigrations('cooperation', new URL('./migrations/', import.meta.url));
