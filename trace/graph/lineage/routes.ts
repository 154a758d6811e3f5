import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Trace } from '../../createTrace.ts';
import { LineageBody, LineageQuery } from './schemas.ts';

/** Where things came from and where they went. */
export const lineageRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'access' | 'lineage'> }> = async (
  app,
  { trace },
) => {
  app.get(
    '/api/trace/lineage',
    {
      config: { access: 'public', identify: true },
      schema: {
        tags: ['Traceability'],
        summary: 'Lineage of a thing',
        description:
          'Back to what it was made of and forward to where it went, with amounts, times, places, and what is missing. A ' +
          'step that the caller may not see is sealed: its hash, member and evidence alone, so that it can be proven.',
        querystring: LineageQuery,
        response: { 200: LineageBody },
      },
    },
    async ({ query, principal }, reply) => {
      reply.header('cache-control', 'private, no-store');
      return trace.lineage({ ...query, viewer: await trace.access.toViewer(principal) });
    },
  );
};
