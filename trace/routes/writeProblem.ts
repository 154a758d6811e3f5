import type { FastifyReply, FastifyRequest } from 'fastify';

type Problem = Record<string, unknown>;

/**
 * Rewrites a problem that the server wrote for the EPCIS interface: `instance` becomes an absolute URI, as the schema of
 * the standard asks. Other payloads pass.
 */
export function writeProblem(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const media = String(reply.getHeader('content-type') ?? '');
  if (!media.startsWith('application/problem+json') || typeof payload !== 'string') return payload;
  const problem = JSON.parse(payload) as Problem;
  const path = request.url.split('?', 1)[0] ?? '';
  const located = { ...problem, instance: `${request.protocol}://${request.host}${path}` };
  reply.removeHeader('content-length');
  return JSON.stringify(located);
}
