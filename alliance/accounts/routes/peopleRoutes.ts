import type { FastifyPluginAsync } from 'fastify';
import { accountRoutes } from './accountRoutes.ts';
import { invitationRoutes } from './invitationRoutes.ts';
import { organisationRoutes } from './organisationRoutes.ts';
import type { RouteParts } from './routeParts.ts';
import { secondFactorRoutes } from './secondFactorRoutes.ts';
import { signInRoutes } from './signInRoutes.ts';
import { ssoRoutes } from './ssoRoutes.ts';

export type { PeopleRoutesParameters } from './routeParts.ts';

/** Every route of accounts, people and invitations. Of the account library nothing else can be reached. */
export function peopleRoutes(route: RouteParts): FastifyPluginAsync {
  return async (app) => {
    for (const routes of [
      signInRoutes,
      accountRoutes,
      secondFactorRoutes,
      organisationRoutes,
      invitationRoutes,
      ssoRoutes,
    ]) {
      await app.register(routes(route));
    }
  };
}
