import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type Alliance, allianceErrors, keyResource } from '../alliance/index.ts';
import { keySchema, nextPageToken, pageQuery, scopeSchema, slugSchema, timeSchema } from './schemas.ts';

const tags = ['Alliance'];

/** API keys of the own organisation; a platform administrator also cares for organisations that have no people yet. */
export function keyRoutes(alliance: Alliance): FastifyPluginAsyncTypebox {
  const { rights } = alliance;
  return async (app) => {
    app.get(
      '/api/keys',
      {
        config: { access: 'keys:read' },
        schema: {
          summary: 'API keys of the own organisation, newest first',
          tags,
          querystring: Type.Object({ ...pageQuery.properties, member: Type.Optional(slugSchema) }),
          response: { 200: Type.Object({ keys: Type.Array(keySchema), nextPageToken }) },
        },
      },
      async ({ principal, query }) => {
        const { perPage, nextPageToken: pageToken, member = principal?.member ?? '' } = query;
        const unattended = await alliance.isUnattended(member);
        const resource = keyResource({ id: '*', member, scopes: [], unattended });
        rights.require({ principal, action: 'keys:read', resource });
        const page = await alliance.findKeys({ member, perPage, pageToken });
        return { keys: page.items, nextPageToken: page.nextPageToken };
      },
    );

    app.post(
      '/api/keys',
      {
        config: { access: 'keys:create' },
        schema: {
          summary: 'Make an API key; only this answer holds it',
          tags,
          body: Type.Object(
            {
              name: Type.String({ minLength: 1, maxLength: 100 }),
              scopes: Type.Array(scopeSchema, { minItems: 1, uniqueItems: true }),
              member: Type.Optional(slugSchema),
              expiresAt: Type.Optional(timeSchema),
            },
            { additionalProperties: false },
          ),
          response: { 201: Type.Object({ ...keySchema.properties, key: Type.String() }) },
        },
      },
      async ({ principal, body }, reply) => {
        const { name, scopes, member = principal?.member ?? '', expiresAt } = body;
        const unattended = await alliance.isUnattended(member);
        const resource = keyResource({ id: '', member, scopes, unattended });
        rights.require({ principal, action: 'keys:create', resource });
        reply.code(201).header('cache-control', 'no-store');
        return alliance.createKey({
          name,
          scopes,
          member,
          ...(expiresAt === undefined ? {} : { expiresAt }),
          ...(principal ? { by: principal } : {}),
        });
      },
    );

    app.delete(
      '/api/keys/:id',
      {
        config: { access: 'keys:revoke' },
        schema: {
          summary: 'Revoke an API key at once',
          tags,
          params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
          response: { 204: Type.Null({ description: 'Revoked' }) },
        },
      },
      async ({ principal, params }, reply) => {
        const key = await alliance.readKey(params.id);
        if (!key) throw allianceErrors.keyUnknown(params);
        const resource = keyResource({ ...key, unattended: await alliance.isUnattended(key.member) });
        // A key of others is as good as not there.
        const seen = { ...resource, attributes: { ...resource.attributes, scopes: [] } };
        if (!rights.decide({ principal, action: 'keys:read', resource: seen }).allowed) {
          throw allianceErrors.keyUnknown(params);
        }
        rights.require({ principal, action: 'keys:revoke', resource });
        await alliance.revokeKey({ id: key.id, ...(principal ? { by: principal } : {}) });
        return reply.code(204).send(null);
      },
    );
  };
}
