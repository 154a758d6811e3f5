import type {} from 'fastify';
import type { Principal } from './principal.ts';
import type { Action } from './rights/actions.ts';

/** Who may call a route: everybody, or who may do the action. A route that declares none is refused when the server starts. */
export type Access = 'public' | Action;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; there is no default. */
    access?: Access;
    /** Asks who calls on a public route too, whose answer shows more to some than to everybody. */
    identify?: true;
  }
  interface FastifyRequest {
    /** Who makes this request; null for a visitor. */
    principal: Principal | null;
  }
}

/** The action that an access stands for; null for `public`. */
export function actionOf(access: Access): Action | null {
  return access === 'public' ? null : access;
}
