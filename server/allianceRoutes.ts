import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Alliance } from '../alliance/index.ts';
import { memberSchema, nextPageToken, pageQuery, slugSchema } from './schemas.ts';

const textSchema = Type.String({ minLength: 1, maxLength: 100 });

/** The organisations of the platform. */
export function allianceRoutes(alliance: Alliance): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/members',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The organisations of the platform',
          tags: ['Alliance'],
          querystring: pageQuery,
          response: { 200: Type.Object({ members: Type.Array(memberSchema), nextPageToken }) },
        },
      },
      async ({ query }) => {
        const page = await alliance.findMembers({ perPage: query.perPage, pageToken: query.nextPageToken });
        return { members: page.items, nextPageToken: page.nextPageToken };
      },
    );

    app.post(
      '/api/members',
      {
        config: { access: 'organisations:create' },
        schema: {
          summary: 'Add an organisation as a guest; only the alliance itself admits one',
          tags: ['Alliance'],
          body: Type.Object(
            {
              slug: slugSchema,
              name: Type.Object({ zh: textSchema, en: textSchema }, { additionalProperties: false }),
              kind: textSchema,
            },
            { additionalProperties: false },
          ),
          response: { 201: memberSchema },
        },
      },
      async ({ body, principal }, reply) => {
        reply.code(201);
        return alliance.createMember({ ...body, ...(principal ? { by: principal } : {}) });
      },
    );
  };
}
