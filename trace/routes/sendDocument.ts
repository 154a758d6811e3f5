import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsonValue } from '../../proof/index.ts';
import { negotiated } from './epcisHooks.ts';

type JsonObject = Record<string, JsonValue>;

/** Sends an EPCISQueryDocument with identifiers and in the language that were negotiated. */
export function sendDocument(request: FastifyRequest, reply: FastifyReply, document: JsonObject): FastifyReply {
  const { media } = negotiated(request);
  return reply.type(`${media}; charset=utf-8`).send(document);
}
