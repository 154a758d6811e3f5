import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf, type Identify } from '../identify.ts';
import { nothing, pageQuery, searchQueryParameter, someText } from '../schemas.ts';
import { changeProfile } from './changeProfile.ts';
import { findMembers } from './findMembers.ts';
import { readMemberPage } from './readMemberPage.ts';
import { entryPageSchema, memberPageSchema, memberParams, profileBody, standing } from './schemas.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/members';

/** The directory of the organisations. */
export function directoryRoutes(house: CooperationHouse, identify: Identify): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'The directory of members',
          description: 'By name or by what they offer and seek.',
          querystring: Type.Object({
            ...pageQuery,
            q: searchQueryParameter,
            kind: Type.Optional(Type.String({ pattern: '^[A-Za-z]{1,40}$' })),
            standing: Type.Optional(standing),
            tag: Type.Optional(someText(40)),
          }),
          response: { 200: entryPageSchema },
        },
      },
      async ({ query }) => findMembers(house, query),
    );
    app.get(
      `${path}/:slug`,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'A member with what it says and does',
          params: memberParams,
          response: { 200: memberPageSchema },
        },
      },
      async (request) => readMemberPage(house, { principal: await identify(request), slug: request.params.slug }),
    );
    app.put(
      `${path}/:slug/profile`,
      {
        config: { access: 'cooperation:change-profile' },
        schema: {
          tags,
          summary: 'Change what the own organisation says of itself',
          params: memberParams,
          body: profileBody,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        const { slug: member } = request.params;
        await changeProfile(house, { principal: callerOf(request), member, profile: request.body });
        return reply.code(204).send(null);
      },
    );
  };
}
