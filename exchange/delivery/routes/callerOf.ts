import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../../alliance/index.ts';

/** Who calls a guarded route. */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('The route is not guarded: it has no principal.');
  return principal;
}
