import type { FastifyPluginAsync } from 'fastify';
import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { protocolVersion } from '../messages/context.ts';

const tags = ['Dataspace Protocol'];
const config = { access: 'public', rateLimit: { max: 6_000 } } as const;

const versionOf = (path: string, did: string): JsonObject => ({
  version: protocolVersion,
  path,
  binding: 'HTTPS',
  serviceId: did,
  identifierType: 'did:key',
});

/** The version documents, of one connector and of all behind this host (2025-1, §Exposure of Versions). */
export function versionRoutes(context: DspContext): FastifyPluginAsync {
  const { house, identity } = context;
  return async (app) => {
    app.get<{ Params: { participant: string } }>(
      '/dsp/:participant/.well-known/dspace-version',
      { config, schema: { tags, summary: 'Versions of the Dataspace Protocol that a connector speaks' } },
      async ({ params: { participant } }, reply) => {
        const [known] = await house.store.sql<{ slug: string }[]>`
          SELECT slug FROM exchange.participants WHERE slug = ${participant.slice(0, 100)} AND enabled`;
        if (!known) return reply.code(404).send({ protocolVersions: [] });
        const { did } = await identity.ensure(known.slug);
        return { protocolVersions: [versionOf(`/${protocolVersion}`, did)] };
      },
    );
    app.get(
      '/.well-known/dspace-version',
      { config, schema: { tags, summary: 'The connectors behind this host, and the versions that they speak' } },
      async (_request, reply) => {
        const rows = await house.store.sql<{ slug: string }[]>`
          SELECT slug FROM exchange.participants WHERE enabled ORDER BY slug LIMIT 1000`;
        if (rows.length === 0) return reply.code(404).send({ protocolVersions: [] });
        const versions = [];
        for (const { slug } of rows) {
          const { did } = await identity.ensure(slug);
          versions.push(versionOf(`${pathOf(house.addressOf(slug))}/${protocolVersion}`, did));
        }
        return { protocolVersions: versions };
      },
    );
  };
}

const pathOf = (address: string) => new URL(address).pathname.replace(/\/+$/, '');
