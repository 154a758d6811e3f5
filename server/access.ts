import type { FastifyInstance } from 'fastify';
import { type Access, type Alliance, actionOf } from '../alliance/index.ts';
import { serverErrors } from './errors.ts';
import { toHeaders } from './toHeaders.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Set only in a scope that mounts a foreign plugin, whose routes cannot declare their own access. */
    mounted: { access: Access; rateLimit?: false } | null;
    /** Every route in the order in which they were declared. */
    guarded: GuardedRoute[];
  }
}

/** A route and who may call it. */
export interface GuardedRoute {
  method: string;
  path: string;
  access: Access;
}

/**
 * Guards every route: one that does not declare who may call it is refused at start-up (SERVER_ROUTE_WITHOUT_ACCESS),
 * so that nobody is the default. Must be installed before any route.
 */
export function guardRoutes(app: FastifyInstance, alliance: Alliance): void {
  app.decorate('mounted', null);
  app.decorate('guarded', []);
  app.decorateRequest('principal', null);

  app.addHook('onRoute', function declare(this: FastifyInstance, route) {
    route.config = { ...this.mounted, ...route.config };
    const { method, url: path } = route;
    const { access } = route.config;
    if (!access) throw serverErrors.routeWithoutAccess({ method: String(method), path });
    for (const one of [method].flat()) app.guarded.push({ method: one, path, access });
  });

  app.addHook('onRequest', async (request) => {
    const headers = toHeaders(request);
    // Browsers let every page open a WebSocket to anywhere, with the visitor's cookie: that is no harmless GET.
    const method = headers.has('upgrade') ? 'UPGRADE' : request.method;
    alliance.checkOrigin({ method, headers });
    const { access, identify } = request.routeOptions.config;
    // Public routes answer without asking the database who calls, unless they show more to some.
    if (!access || (access === 'public' && !identify)) return;
    request.principal = (await alliance.authenticate({ headers })).principal;
  });

  // After the rate limit, which counts refused calls too, and before the body is read.
  app.addHook('preParsing', async ({ principal, routeOptions }) => {
    const { access } = routeOptions.config;
    const action = access && actionOf(access);
    if (action) alliance.rights.require({ principal, action });
  });
}
