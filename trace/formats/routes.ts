import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { loadContext } from './contexts.ts';

/** JSON-LD contexts for whoever reads our events where nothing can be fetched from their publisher. */
export const contextRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/api/trace/context',
    {
      config: { access: 'public' },
      schema: {
        tags: ['Traceability'],
        summary: 'Read a JSON-LD context without the internet',
        description:
          'The JSON-LD context of EPCIS 2.0 under either of the URLs that GS1 publishes it at, from this server itself. ' +
          'For the document loader of a JSON-LD processor in a network that reaches no other. Nothing is fetched.',
        querystring: Type.Object({ url: Type.String({ maxLength: 500, description: 'the URL of the context' }) }),
        response: {
          200: { content: { 'application/ld+json': { schema: Type.Object({ '@context': Type.Unknown() }) } } },
        },
      },
    },
    async (request, reply) => {
      const { document } = await loadContext(request.query.url);
      reply.header('Cache-Control', 'public, max-age=86400').type('application/ld+json; charset=utf-8');
      return reply.send(document as { '@context': unknown });
    },
  );
};
