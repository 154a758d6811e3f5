import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../alliance/index.ts';
import { serverErrors } from '../errors.ts';

export interface GuardConnectorParameters {
  /** Opens everything that other connectors may not call. */
  adminKey: string;
  slug: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Guards the routes of a connector on a department's own machine: what is not for other connectors needs the admin key. Must be
 * installed before any route.
 *
 * @throws SERVER_ROUTE_WITHOUT_ACCESS for a route that does not declare who may call it
 */
export function guardConnector(app: FastifyInstance, { adminKey, slug }: GuardConnectorParameters): void {
  const wanted = digest(adminKey);
  const admin: Principal = {
    kind: 'key',
    id: 'admin',
    name: 'admin',
    member: slug,
    roles: ['admin', 'operator', 'developer', 'steward', 'auditor'],
    scopes: ['read', 'exchange'],
    standing: 'admitted',
    platform: false,
    secondFactor: true,
  };
  app.decorateRequest('principal', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw serverErrors.routeWithoutAccess({ method: String(method), path: url });
  });
  app.addHook('onRequest', async (request) => {
    const { access, identify } = request.routeOptions.config;
    if (!access || (access === 'public' && !identify)) return;
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), wanted)) request.principal = admin;
    else if (access !== 'public') throw serverErrors.adminKeyWanted();
  });
}
