import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../alliance/index.ts';
import { serverErrors } from '../errors.ts';

export interface GuardConnectorParameters {
  /** Opens everything that other connectors may not call. */
  adminKey: string;
  /** The same for a second person: whoever writes a description of data does not publish it. */
  reviewerKey: string;
  slug: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Guards the routes of a connector on a department's own machine: what is not for other connectors needs one of its two keys.
 * Must be installed before any route.
 *
 * @throws SERVER_ROUTE_WITHOUT_ACCESS for a route that does not declare who may call it
 */
export function guardConnector(app: FastifyInstance, { adminKey, reviewerKey, slug }: GuardConnectorParameters): void {
  const holder = (id: string): Principal => ({
    kind: 'key',
    id,
    name: id,
    member: slug,
    roles: ['admin', 'operator', 'developer', 'steward', 'auditor'],
    scopes: ['read', 'exchange'],
    standing: 'admitted',
    platform: false,
    secondFactor: true,
  });
  const holders = [
    { wanted: digest(adminKey), principal: holder('admin') },
    { wanted: digest(reviewerKey), principal: holder('reviewer') },
  ];
  app.decorateRequest('principal', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw serverErrors.routeWithoutAccess({ method: String(method), path: url });
  });
  app.addHook('onRequest', async (request) => {
    const { access, identify } = request.routeOptions.config;
    if (!access || (access === 'public' && !identify)) return;
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const known =
      given === undefined ? undefined : holders.find(({ wanted }) => timingSafeEqual(digest(given), wanted));
    if (known) request.principal = known.principal;
  });
  // After the rate limit, which counts wrong keys too, and before the body is read.
  app.addHook('preParsing', async ({ principal, routeOptions }) => {
    const { access } = routeOptions.config;
    if (access && access !== 'public' && !principal) throw serverErrors.adminKeyWanted();
  });
}
