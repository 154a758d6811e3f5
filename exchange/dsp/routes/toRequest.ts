import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Request } from '../receive/answer.ts';

const compress = promisify(gzip);
/** Smaller bodies do not become smaller. */
const leastCompressed = 1_024;

/** A request as the other files take it; the body is text because its digest is in the token. */
export function toRequest({ method, raw, body, headers }: FastifyRequest): Request {
  return {
    method,
    path: raw.url ?? '',
    body: typeof body === 'string' ? body : '',
    authorization: headers.authorization,
  };
}

/** Sends an answer, with its links and compressed for whoever takes gzip. */
export async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, links = [], compressed = false }: Answer & { links?: string[]; compressed?: boolean },
): Promise<FastifyReply> {
  reply.code(status).type('application/json').header('cache-control', 'no-store');
  if (links.length > 0) reply.header('link', links.join(', '));
  if (!compressed) return reply.send(body);
  reply.header('vary', 'accept-encoding');
  const takesGzip = /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$)))?/i.test(request.headers['accept-encoding'] ?? '');
  if (!takesGzip || body.length < leastCompressed) return reply.send(body);
  return reply.header('content-encoding', 'gzip').send(await compress(body));
}
