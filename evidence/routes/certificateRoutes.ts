import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Principal } from '../../alliance/index.ts';
import type { Language } from '../certificate/words.ts';
import type { Evidence } from '../createEvidence.ts';
import { Params } from './schemas.ts';

/** How often one address may ask for certificates; the server enforces it. */
const rateLimit = { max: 60, timeWindow: 60_000 };

/** Who calls a public route, where that makes a difference; null for a visitor. */
export type Identify = (request: FastifyRequest) => Promise<Principal | null>;

/** The certificate of a record. */
export const certificateRoutes: FastifyPluginAsyncTypebox<{ evidence: Evidence; identify: Identify }> = async (
  app,
  { evidence, identify },
) => {
  app.get(
    '/evidence/:id/certificate.pdf',
    {
      // A page takes a tenth of a second to set: nobody may make the server do nothing else.
      config: { access: 'public', rateLimit },
      schema: {
        tags: ['Evidence'],
        summary: 'The certificate of a record, as PDF',
        description:
          'Once the record is anchored. Name and size of the file are on it for the member who recorded it only.',
        params: Params,
        querystring: Type.Object({
          lang: Type.Unsafe<Language>({ type: 'string', enum: ['zh-CN', 'en'], default: 'zh-CN' }),
        }),
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'application/pdf' }) },
      },
      serializerCompiler: () => (payload) => payload as string,
    },
    async (request, reply) => {
      const { id } = request.params;
      const pdf = await evidence.certify({ id, language: request.query.lang, principal: await identify(request) });
      reply.type('application/pdf').header('cache-control', 'private, no-store');
      reply.header('content-disposition', `inline; filename="evidence-${encodeURIComponent(id)}.pdf"`);
      return reply.send(pdf);
    },
  );
};
