import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Applications } from './applications.ts';
import { applicationRoutes } from './routes/applicationRoutes.ts';
import { authorityRoutes } from './routes/authorityRoutes.ts';
import { inboxRoutes } from './routes/inboxRoutes.ts';
import { matterRoutes } from './routes/matterRoutes.ts';
import { policyRoutes } from './routes/policyRoutes.ts';

/** Everything that the people of a department do with applications. */
export function askingRoutes(applications: Applications): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(matterRoutes(applications));
    await app.register(applicationRoutes(applications));
    await app.register(inboxRoutes(applications));
    await app.register(authorityRoutes(applications));
    await app.register(policyRoutes);
  };
}
