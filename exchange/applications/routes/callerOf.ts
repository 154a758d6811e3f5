import type { FastifyRequest } from 'fastify';
import type { Actor } from '../model.ts';

/** The department that calls a guarded route, and who acts for it. */
export function actorOf({ principal }: FastifyRequest): { participant: string; actor: Actor } {
  if (!principal) throw new Error('The route is not guarded: it has no principal.');
  return { participant: principal.member, actor: { id: principal.id, name: principal.name } };
}
