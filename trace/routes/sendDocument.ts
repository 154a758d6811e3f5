import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsonValue } from '../../proof/index.ts';
import type { CaptureJob } from '../capture/captureJob.ts';
import { translateEpcs, writeXmlDocument, writeXmlJob } from '../formats/index.ts';
import { negotiated } from './epcisHooks.ts';

type JsonObject = Record<string, JsonValue>;

/** Sends an EPCISQueryDocument with identifiers and in the language that were negotiated. Throws TRACE_NOT_EXPRESSIBLE. */
export function sendDocument(request: FastifyRequest, reply: FastifyReply, document: JsonObject): FastifyReply {
  const { media, version, epcFormat, cbvFormat } = negotiated(request);
  const translated = translateEpcs(document, epcFormat);
  reply.type(`${media}; charset=utf-8`);
  return reply.send(media.endsWith('xml') ? writeXmlDocument(translated, { version, cbvFormat }) : translated);
}

/** Sends a capture job in JSON or XML. */
export function sendJob(request: FastifyRequest, reply: FastifyReply, job: CaptureJob): FastifyReply {
  const { media } = negotiated(request);
  reply.type(`${media}; charset=utf-8`);
  return reply.send(media.endsWith('xml') ? writeXmlJob(job) : job);
}
