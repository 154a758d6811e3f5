import type { FastifyRequest } from 'fastify';

/** Slug of the member on whose behalf a guarded route is called. */
export function readMember({ principal }: FastifyRequest): string {
  if (!principal) throw new Error('The route is not guarded: it has no principal.');
  return principal.member;
}
