import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Trace } from '../createTrace.ts';
import { pageTokenLifetimeMs } from '../pageToken.ts';
import { linkNext } from '../routes/epcisHooks.ts';
import { QueryDocument } from '../routes/schemas.ts';
import { sendDocument } from '../routes/sendDocument.ts';
import { masterDataParameters, parseMasterDataQuery } from './parseMasterDataQuery.ts';

/**
 * Queries for master data. The REST interface of EPCIS 2.0 has no path for the SimpleMasterDataQuery of its section
 * 8.2.7.2, so ours stands beside it, with the same headers and formats.
 */
export const masterDataRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'discovery'> }> = async (
  app,
  { trace },
) => {
  app.get(
    '/api/trace/vocabulary',
    {
      config: { access: 'public', epcisXml: true },
      schema: {
        tags: ['Traceability'],
        summary: 'Query master data',
        description: 'The SimpleMasterDataQuery of EPCIS 2.0: names and attributes of products, places, parties.',
        querystring: Type.Object(
          Object.fromEntries(
            Object.entries(masterDataParameters).map(([name, description]) => [
              name,
              Type.Optional(Type.String({ description })),
            ]),
          ),
          { additionalProperties: true },
        ),
        response: { 200: QueryDocument },
      },
    },
    async (request, reply) => {
      const { document, nextPageToken } = await trace.discovery.findMasterData(parseMasterDataQuery(request.query));
      linkNext(request, reply, nextPageToken, pageTokenLifetimeMs);
      return sendDocument(request, reply, document);
    },
  );
};
