import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Alliance, allianceErrors, type Principal } from '../alliance/index.ts';
import { serverErrors } from './errors.ts';
import { keySchema, memberSchema, nextPageToken, pageQuery, scopeSchema, slugSchema } from './schemas.ts';

const textSchema = Type.String({ minLength: 1, maxLength: 100 });

/** The signed-in person with the right to manage keys: an API key must not make further ones. */
function readKeyOwner({ principal }: FastifyRequest): Principal {
  if (!principal) throw serverErrors.signInNeeded();
  if (principal.kind !== 'person') throw serverErrors.personNeeded();
  return principal;
}

/** Members sees keys of their own organisation, operators all. */
const visibleMember = ({ platform, member }: Principal) => (platform ? null : member);

/** Members of the alliance and API keys. */
export function allianceRoutes(alliance: Alliance): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/members',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The members of the alliance',
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
        config: { access: 'operator' },
        schema: {
          summary: 'Admit a member',
          tags: ['Alliance'],
          body: Type.Object({
            slug: slugSchema,
            name: Type.Object({ zh: textSchema, en: textSchema }),
            kind: textSchema,
          }),
          response: { 201: memberSchema },
        },
      },
      async ({ body }, reply) => {
        reply.code(201);
        return alliance.createMember(body);
      },
    );

    app.get(
      '/api/keys',
      {
        config: { access: 'signedIn' },
        schema: {
          summary: 'API keys of the own member; an operator sees all',
          tags: ['Alliance'],
          querystring: pageQuery,
          response: { 200: Type.Object({ keys: Type.Array(keySchema), nextPageToken }) },
        },
      },
      async (request) => {
        const { perPage, nextPageToken: pageToken } = request.query;
        const member = visibleMember(readKeyOwner(request));
        const page = await alliance.findKeys({ member, perPage, pageToken });
        return { keys: page.items, nextPageToken: page.nextPageToken };
      },
    );

    app.post(
      '/api/keys',
      {
        config: { access: 'signedIn' },
        schema: {
          summary: 'Make an API key; only this answer holds it',
          tags: ['Alliance'],
          body: Type.Object({
            name: textSchema,
            scopes: Type.Array(scopeSchema, { minItems: 1, uniqueItems: true }),
            member: Type.Optional(slugSchema),
          }),
          response: { 201: Type.Object({ ...keySchema.properties, key: Type.String() }) },
        },
      },
      async (request, reply) => {
        const owner = readKeyOwner(request);
        const { name, scopes, member = owner.member } = request.body;
        if (member !== owner.member && !owner.platform) throw allianceErrors.memberForeign({ slug: member });
        reply.code(201).header('cache-control', 'no-store');
        return alliance.createKey({ name, scopes, member, createdBy: owner.id });
      },
    );

    app.delete(
      '/api/keys/:id',
      {
        config: { access: 'signedIn' },
        schema: {
          summary: 'Revoke an API key at once',
          tags: ['Alliance'],
          params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
          response: { 204: Type.Null({ description: 'Revoked' }) },
        },
      },
      async (request, reply) => {
        await alliance.revokeKey({ id: request.params.id, member: visibleMember(readKeyOwner(request)) });
        return reply.code(204).send(null);
      },
    );
  };
}
