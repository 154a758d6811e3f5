import type {} from 'fastify';
import type { Principal } from './principal.ts';

/** Who may call a route. A route that declares none is refused when the server starts. */
export type Access = 'public' | 'signedIn' | 'capture' | 'transact' | 'operator';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; there is no default. */
    access?: Access;
  }
  interface FastifyRequest {
    /** Who makes this request; null for a visitor. */
    principal: Principal | null;
  }
}

/** Whether a principal (null for a visitor) may call a route with this access. */
export function isAllowed(access: Access, principal: Principal | null): boolean {
  if (access === 'public') return true;
  if (!principal) return false;
  if (access === 'operator') return principal.kind === 'person' && principal.role === 'operator';
  return principal.scopes.includes(access === 'signedIn' ? 'read' : access);
}
