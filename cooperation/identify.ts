import type { FastifyRequest } from 'fastify';
import type { Principal } from '../alliance/index.ts';
import { cooperationErrors } from './errors.ts';

/** Who calls a public route, where that makes a difference; null for a visitor. */
export type Identify = (request: FastifyRequest) => Promise<Principal | null>;

/** Who calls a guarded route. */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('The route is not guarded: it has no principal.');
  return principal;
}

/** The person who calls a guarded route. @throws COOPERATION_PERSON_NEEDED */
export function personOf(request: FastifyRequest): Principal {
  const principal = callerOf(request);
  if (principal.kind !== 'person') throw cooperationErrors.personNeeded();
  return principal;
}
