import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Trace } from '../createTrace.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { eventParameters, parseEventQuery } from '../query/parseQuery.ts';
import { renderEvents } from '../query/renderEvents.ts';
import { linkNext } from './epcisHooks.ts';
import { EvidenceList, QueryDocument } from './schemas.ts';

const tags = ['EPCIS query'];
const EventParams = Type.Object({ eventID: Type.String({ description: 'eventID or hash id, percent-encoded' }) });

/** The query interface of EPCIS 2.0, section 12.8, as far as this server knows it. */
export const eventRoutes: FastifyPluginAsyncTypebox<{ trace: Trace }> = async (app, { trace }) => {
  app.get(
    '/epcis/events',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Query events',
        description: 'Events that satisfy every parameter, the latest first, as one page of an EPCISQueryDocument.',
        querystring: Type.Object(
          Object.fromEntries(
            Object.entries(eventParameters).map(([name, description]) => [
              name,
              Type.Optional(Type.Unknown({ description })),
            ]),
          ),
        ),
        response: { 200: QueryDocument },
      },
    },
    async (request, reply) => {
      const page = await trace.findEvents(parseEventQuery(request.query));
      linkNext(request, reply, page.nextPageToken, pageTokenLifetimeMs);
      return renderEvents(page.events);
    },
  );

  app.get(
    '/epcis/events/:eventID',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Read an event',
        description: 'The event with an eventID (or hash id) and the error declarations about it.',
        params: EventParams,
        response: { 200: QueryDocument },
      },
    },
    async (request) => renderEvents(await trace.readEvents(request.params.eventID)),
  );

  app.get(
    '/epcis/events/:eventID/evidence',
    {
      config: { access: 'public' },
      schema: {
        tags: ['Evidence'],
        summary: 'Evidence of an event',
        description: 'The statements about an event in the evidence log; each has a proof bundle.',
        params: EventParams,
        response: { 200: EvidenceList },
      },
    },
    async (request) => trace.readEvidence(request.params.eventID),
  );
};
