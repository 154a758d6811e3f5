import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Registry } from 'prom-client';
import { Type } from 'typebox';
import { type ReadReadinessParameters, readReadiness } from './readiness.ts';

const partSchema = Type.Object({
  state: Type.Unsafe<'ok' | 'lagging' | 'down'>({ type: 'string', enum: ['ok', 'lagging', 'down'] }),
  ms: Type.Integer({ description: 'How long the answer took' }),
  detail: Type.Union([Type.String(), Type.Null()]),
});
const readinessSchema = Type.Object({
  ready: Type.Boolean(),
  parts: Type.Object({ database: partSchema, node: partSchema, log: partSchema }),
});

export interface OperationRoutesParameters extends ReadReadinessParameters {
  metrics: Registry;
}

/** Health, readiness and metrics, for supervisors and monitoring. */
export function operationRoutes({ metrics, ...parts }: OperationRoutesParameters): FastifyPluginAsyncTypebox {
  const config = { access: 'public', rateLimit: false } as const;
  return async (app) => {
    app.get(
      '/health',
      {
        config,
        schema: {
          summary: 'Whether the process lives',
          tags: ['Operation'],
          response: { 200: Type.Object({ status: Type.Literal('ok') }) },
        },
      },
      async () => ({ status: 'ok' as const }),
    );

    app.get(
      '/ready',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Whether every part works: 503 when the database or the node does not',
          description: 'While only the node is away, capture still works; evidence is anchored when it is back.',
          tags: ['Operation'],
          response: { 200: readinessSchema, 503: readinessSchema },
        },
      },
      async (_request, reply) => {
        const readiness = await readReadiness(parts);
        return reply
          .code(readiness.ready ? 200 : 503)
          .header('cache-control', 'no-store')
          .send(readiness);
      },
    );

    app.get(
      '/metrics',
      {
        config,
        schema: { summary: 'Metrics for Prometheus', tags: ['Operation'], produces: ['text/plain'] },
      },
      async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()),
    );
  };
}
