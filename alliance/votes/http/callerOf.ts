import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../principal.ts';
import { rightsErrors } from '../../rights/errors.ts';

/** Who calls a route that is not public; the guard of the routes has let nobody else through. */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw rightsErrors.signInNeeded();
  return principal;
}
