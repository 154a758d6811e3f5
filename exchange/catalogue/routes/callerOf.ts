import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../../alliance/index.ts';
import type { Actor } from '../dataset.ts';

/** Who calls a guarded route. */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('The route is not guarded: it has no principal.');
  return principal;
}

/** The department that calls, and who acts for it. */
export function actorOf(request: FastifyRequest): { participant: string; actor: Actor } {
  const { member, id, name } = callerOf(request);
  return { participant: member, actor: { id, name } };
}
