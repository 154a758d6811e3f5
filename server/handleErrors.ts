import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { explainError } from './explainError.ts';
import { pathOf, toProblem } from './problem.ts';

/** Answers a request with a problem. What is our own fault is logged with its cause; the answer never has a stack. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, signal: AbortSignal): void {
  const known = explainError(error, request, signal);
  if (known.status >= 500) request.log[known.retryable ? 'warn' : 'error']({ err: known }, 'a request failed');
  const problem = toProblem(known, { path: pathOf(request.url), requestId: request.id });
  if (known.status === 401) reply.header('www-authenticate', 'Bearer realm="xiangyu"');
  const { retryAfterSeconds } = known.details;
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds));
  if (known.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '2');
  reply
    .code(known.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    // Already text: the route's own schema for this status must not reshape it.
    .serializer((payload: unknown) => String(payload))
    .send(JSON.stringify(problem));
}

/** Turns every error of every route into an `application/problem+json` answer (RFC 9457). */
export function handleErrors(app: FastifyInstance, signal: AbortSignal): void {
  app.setErrorHandler((error, request, reply) => {
    sendProblem(error, request, reply, signal);
  });
}
