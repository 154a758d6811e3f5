import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Shorter answers fit into one packet anyway. */
const leastLength = 1_400;
const pack = promisify(gzip);

/** Compresses what our own API answers to callers that take gzip: a product's page is read on slow phones. */
export async function compressAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (!request.url.startsWith('/api/') || typeof payload !== 'string' || payload.length < leastLength) return payload;
  reply.header('vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'])) || reply.hasHeader('content-encoding'))
    return payload;
  const packed = await pack(payload);
  reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return packed;
}
