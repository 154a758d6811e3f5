import type {} from 'fastify';
import type { Principal } from './principal.ts';
import type { Action } from './rights/actions.ts';

/** Names of before for four of the actions. */
const aliases = {
  signedIn: 'session:use',
  capture: 'epcis:capture',
  transact: 'transaction:submit',
  operator: 'platform:administer',
} as const satisfies Record<string, Action>;

/** Who may call a route: everybody, or who may do the action. A route that declares none is refused when the server starts. */
export type Access = 'public' | Action | keyof typeof aliases;

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

/** The action that an access stands for; null for `public`. */
export function actionOf(access: Access): Action | null {
  if (access === 'public') return null;
  return access in aliases ? aliases[access as keyof typeof aliases] : (access as Action);
}
