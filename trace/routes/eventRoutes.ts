import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { parseAudience } from '../access/audience.ts';
import { maxBytes } from '../capture/captureDocument.ts';
import type { Trace } from '../createTrace.ts';
import { renderEvents } from '../query/renderEvents.ts';
import { requirePrincipal } from './captureRoutes.ts';
import { describeMethods } from './describeMethods.ts';
import { negotiated } from './epcisHooks.ts';
import { parseJsonBodies } from './parseBodies.ts';
import { EventBody, EvidenceList, QueryDocument } from './schemas.ts';
import { sendDocument } from './sendDocument.ts';
import { EventParameters, sendEvents } from './sendEvents.ts';

const tags = ['EPCIS query'];
const EventParams = Type.Object({ eventID: Type.String({ description: 'eventID or hash id, percent-encoded' }) });

/** Events of EPCIS 2.0, sections 12.6.2 and 12.8: one by one, and those that satisfy a query. */
export const eventRoutes: FastifyPluginAsyncTypebox<{ trace: Trace }> = async (app, { trace }) => {
  parseJsonBodies(app);
  describeMethods(app, { path: '/epcis/events', methods: ['GET', 'POST'] });
  describeMethods(app, { path: '/epcis/events/:eventID', methods: ['GET'] });

  app.get(
    '/epcis/events',
    {
      config: { access: 'public', identify: true, epcisXml: true },
      schema: {
        tags,
        summary: 'Query events',
        description: 'Events that satisfy every parameter, the latest first, as one page of an EPCISQueryDocument.',
        querystring: EventParameters,
        response: { 200: QueryDocument },
      },
    },
    async (request, reply) => sendEvents(trace, request, reply, request.query),
  );

  app.post(
    '/epcis/events',
    {
      bodyLimit: maxBytes,
      config: { access: 'epcis:capture' },
      // Every rule is checked by capture itself, which names all that is wrong at once.
      validatorCompiler: () => () => true,
      schema: {
        tags: ['EPCIS capture'],
        summary: 'Capture one event',
        description:
          'Stores one bare event with its evidence; the answer comes when it is durable, and holds the event with the ' +
          'eventID that it was given. An event that is stored already, or an eventID that is taken, is refused with 409.',
        consumes: ['application/json', 'application/ld+json'],
        headers: Type.Object({
          'xiangyu-audience': Type.Optional(Type.String({ description: 'see POST /epcis/capture' })),
        }),
        body: EventBody,
        response: { 201: EventBody },
      },
    },
    async (request, reply) => {
      const { member } = requirePrincipal(request.principal);
      const audience = parseAudience(request.headers['xiangyu-audience']);
      const { eventID, event } = await trace.captureEvent(request.body, { member, audience });
      return reply
        .code(201)
        .header('Location', `/epcis/events/${encodeURIComponent(eventID)}`)
        .type(`${negotiated(request).media}; charset=utf-8`)
        .send(event);
    },
  );

  app.get(
    '/epcis/events/:eventID',
    {
      config: { access: 'public', identify: true, epcisXml: true },
      schema: {
        tags,
        summary: 'Read an event',
        description: 'The event with an eventID (or hash id) and the error declarations about it.',
        params: EventParams,
        response: { 200: QueryDocument },
      },
    },
    async (request, reply) => {
      const viewer = await trace.access.toViewer(request.principal);
      return sendDocument(request, reply, renderEvents(await trace.readEvents(request.params.eventID, viewer)));
    },
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
