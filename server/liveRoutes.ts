import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Live } from './live.ts';

/** The stream of live events. */
export function liveRoutes(live: Live): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/live',
      {
        config: { access: 'public' },
        exposeHeadRoute: false,
        schema: {
          summary: 'What happens now, as server-sent events',
          description:
            'Events: `network` (state of the node), `graph` ({blocks}: new or moved blocks), `log` (state of the evidence log), `captured` ({events, total}). The newest of each comes at once.',
          tags: ['Operation'],
          produces: ['text/event-stream'],
        },
      },
      (_request, reply) => {
        // Throws while an error can still be answered.
        for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
        live.attach(reply.raw);
        reply.hijack();
      },
    );
    app.addHook('preClose', async () => live.close());
  };
}
