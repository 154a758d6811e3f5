import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Trace } from '../createTrace.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { eventParameters, parseEventQuery } from '../query/parseQuery.ts';
import { renderEvents } from '../query/renderEvents.ts';
import { linkNext, negotiated } from './epcisHooks.ts';
import { sendDocument } from './sendDocument.ts';

/** The query language for the API reference; the parser itself checks every parameter. */
export const EventParameters = Type.Object(
  Object.fromEntries(
    Object.entries(eventParameters).map(([name, description]) => [name, Type.Optional(Type.Unknown({ description }))]),
  ),
);

/** Answers with one page of the events that satisfy `given` and that the caller may see. */
export async function sendEvents(
  trace: Pick<Trace, 'findEvents' | 'access'>,
  request: FastifyRequest,
  reply: FastifyReply,
  given: Record<string, unknown>,
): Promise<FastifyReply> {
  const viewer = await trace.access.toViewer(request.principal);
  const query = parseEventQuery(given, { prefixes: negotiated(request).prefixes });
  const page = await trace.findEvents(query, viewer);
  linkNext(request, reply, page.nextPageToken, pageTokenLifetimeMs);
  return sendDocument(request, reply, renderEvents(page.events));
}
