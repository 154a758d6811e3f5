import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Principal } from '../../alliance/index.ts';
import { connectorErrors } from '../identity/errors.ts';
import type { PlatformRegistry } from './openRegistry.ts';
import {
  authoritySchema,
  encryptionKeySchema,
  entriesSchema,
  entrySchema,
  slugSchema,
  tokenSchema,
} from './schemas.ts';

const tags = ['Data exchange'];

/** The caller of a route that nobody reaches without a right. */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('a guarded route was reached by nobody');
  return principal;
}

/** The alliance's registry of connectors: everybody reads it; members register what they run on their own machines. */
export function registryRoutes(registry: PlatformRegistry): FastifyPluginAsyncTypebox {
  async function readEntry(slug: string) {
    const entry = await registry.find(slug);
    if (!entry) throw connectorErrors.notRegistered({ slug: slug.slice(0, 200) });
    return entry;
  }

  return async (app) => {
    app.get(
      '/api/exchange/connectors',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The connectors of the alliance',
          description: 'Sorted by member; with `id` only that of a member (slug) or of a DID, present or former.',
          tags,
          querystring: Type.Object({
            perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
            pageToken: Type.Optional(Type.String({ maxLength: 500, description: 'nextPageToken of the page before' })),
            id: Type.Optional(Type.String({ minLength: 1, maxLength: 400, pattern: '^[^\\u0000]*$' })),
          }),
          response: { 200: entriesSchema },
        },
      },
      async ({ query: { id, ...page } }) => {
        if (id === undefined) return registry.list(page);
        const entry = await registry.find(id);
        return { items: entry ? [entry] : [], nextPageToken: null };
      },
    );

    app.get(
      '/api/exchange/connectors/:slug',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The connector of a member',
          tags,
          params: Type.Object({ slug: slugSchema }),
          response: { 200: entrySchema },
        },
      },
      async ({ params }) => readEntry(params.slug),
    );

    app.get(
      '/api/exchange/connectors/:slug/credentials',
      {
        config: { access: 'public' },
        schema: {
          summary: 'What a connector shows of itself',
          description: 'Its credential and its member’s. They say who has a key; without the key they are of no use.',
          tags,
          params: Type.Object({ slug: slugSchema }),
          querystring: Type.Object({ did: Type.Optional(Type.String({ maxLength: 400, pattern: '^[^\\u0000]*$' })) }),
          response: { 200: Type.Object({ connector: Type.String(), membership: Type.String() }) },
        },
      },
      async ({ params: { slug }, query }, reply) => {
        reply.header('cache-control', 'no-store');
        return registry.wallet.read(slug, query.did ?? (await readEntry(slug)).did);
      },
    );

    app.post(
      '/api/exchange/connectors/challenges',
      {
        config: { access: 'exchange:register' },
        schema: {
          summary: 'Ask for a challenge before registering a connector',
          description: 'Sealed to the encryption key, open for ten minutes.',
          tags,
          body: Type.Object({ encryptionKey: encryptionKeySchema }, { additionalProperties: false }),
          response: { 201: Type.Object({ challenge: Type.String({ description: 'JWE in compact form' }) }) },
        },
      },
      async (request, reply) => {
        const { member: slug } = callerOf(request);
        reply.code(201).header('cache-control', 'no-store');
        return { challenge: await registry.challenge({ slug, encryptionKey: request.body.encryptionKey }) };
      },
    );

    app.post(
      '/api/exchange/connectors',
      {
        config: { access: 'exchange:register' },
        schema: {
          summary: 'Register a connector that runs on the member’s own machine',
          description:
            'Again for another address or other keys: the entry is changed, and the credential of the former keys revoked.',
          tags,
          body: Type.Object(
            {
              registration: Type.String({
                maxLength: 8_000,
                description: 'JWS of the connector with the opened challenge',
              }),
              credential: Type.Optional(tokenSchema),
            },
            { additionalProperties: false },
          ),
          response: { 201: entrySchema },
        },
      },
      async (request, reply) => {
        const principal = callerOf(request);
        await registry.register({ ...request.body, principal });
        reply.code(201);
        return readEntry(principal.member);
      },
    );

    app.delete(
      '/api/exchange/connectors/:slug',
      {
        config: { access: 'exchange:register' },
        schema: {
          summary: 'Withdraw the own connector that runs on the own machine',
          tags,
          params: Type.Object({ slug: slugSchema }),
          response: { 200: entrySchema },
        },
      },
      async (request) => {
        const principal = callerOf(request);
        const { slug } = request.params;
        // Another member's connector is as good as not there.
        if (slug !== principal.member) throw connectorErrors.notRegistered({ slug });
        await registry.withdraw({ principal, slug, action: 'exchange:register', hosted: false });
        return readEntry(slug);
      },
    );

    app.get(
      '/api/exchange/authority',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The data authority, which rules on disputes',
          description: 'Null as long as none is named, or its member is suspended.',
          tags,
          response: { 200: authoritySchema },
        },
      },
      async () => {
        const authority = await registry.authority();
        return { authority: authority && (await registry.find(authority.slug)) };
      },
    );

    app.put(
      '/api/exchange/authority',
      {
        config: { access: 'platform:administer' },
        schema: {
          summary: 'Name the data authority',
          tags,
          body: Type.Object({ slug: slugSchema }, { additionalProperties: false }),
          response: { 200: authoritySchema },
        },
      },
      async (request) => {
        await registry.nameAuthority({ principal: callerOf(request), slug: request.body.slug });
        return { authority: await readEntry(request.body.slug) };
      },
    );
  };
}
