import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeXmlProblem, type XmlProblem } from '../formats/index.ts';
import { prefersXml } from './accept.ts';

/**
 * Rewrites a problem that the server wrote for the EPCIS interface: `instance` becomes an absolute URI, as the schema of
 * the standard asks, and whoever prefers XML gets it in XML. Other payloads pass.
 */
export function writeProblem(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const media = String(reply.getHeader('content-type') ?? '');
  if (!media.startsWith('application/problem+json') || typeof payload !== 'string') return payload;
  const problem = JSON.parse(payload) as XmlProblem;
  const path = request.url.split('?', 1)[0] ?? '';
  const located = { ...problem, instance: `${request.protocol}://${request.host}${path}` };
  reply.removeHeader('content-length');
  if (!prefersXml(request.headers.accept)) return JSON.stringify(located);
  reply.type('application/problem+xml; charset=utf-8');
  return writeXmlProblem(located);
}
