import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type ReportSuspicionParameters, reportKinds } from './reportSuspicion.ts';

/** Taking reports of consumers. */
export interface Reports {
  /** See `reportSuspicion`. */
  report(parameters: ReportSuspicionParameters): Promise<{ reportId: string }>;
}

/** How often one address may report; the address itself is not kept. */
const rateLimit = { max: 10, timeWindow: 600_000 };

/** Reports of consumers: open to everybody, without anything about the person. */
export const reportRoutes: FastifyPluginAsyncTypebox<{ reports: Reports }> = async (app, { reports }) => {
  app.post(
    '/api/trace/reports',
    {
      config: { access: 'public', rateLimit },
      schema: {
        tags: ['Traceability'],
        summary: 'Report a suspicion',
        description: 'Of a consumer about a product. It reaches the certifier and the authority as a finding.',
        body: Type.Object(
          {
            link: Type.String({ minLength: 1, maxLength: 500, description: 'the code on the package' }),
            kind: Type.Enum([...reportKinds]),
            text: Type.String({ maxLength: 1_000, default: '' }),
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ reportId: Type.String() }) },
      },
    },
    async ({ body }, reply) => reply.code(201).send(await reports.report(body)),
  );
};
