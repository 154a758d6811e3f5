import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { judgementRoutes } from './achievements/judgementRoutes.ts';
import { achievementRoutes } from './achievements/routes.ts';
import { announcementRoutes } from './announcements/routes.ts';
import { applicationRoutes } from './calls/applicationRoutes.ts';
import { callRoutes } from './calls/routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { goalRoutes } from './goals/routes.ts';
import { documentRoutes } from './groups/documentRoutes.ts';
import { groupRoutes } from './groups/routes.ts';
import { threadRoutes } from './groups/threadRoutes.ts';
import type { Identify } from './identify.ts';
import { newsRoutes } from './news/routes.ts';
import type { Cooperation } from './openCooperation.ts';

/** The room's HTTP surface. `identify` tells who calls a public route. */
export const cooperationRoutes: FastifyPluginAsyncTypebox<{ cooperation: Cooperation; identify: Identify }> = async (
  app,
  { cooperation: { house }, identify },
) => {
  await app.register(directoryRoutes(house, identify));
  await app.register(announcementRoutes(house, identify));
  await app.register(groupRoutes(house, identify));
  await app.register(documentRoutes(house));
  await app.register(threadRoutes(house));
  await app.register(callRoutes(house));
  await app.register(applicationRoutes(house));
  await app.register(achievementRoutes(house));
  await app.register(judgementRoutes(house));
  await app.register(goalRoutes(house));
  await app.register(feedRoutes(house));
  await app.register(newsRoutes(house));
};
