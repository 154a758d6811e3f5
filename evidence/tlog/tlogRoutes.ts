import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Ledger } from '../../ledger/index.ts';
import { parseTilePath } from '../../proof/index.ts';
import { acceptsGzip } from './chooseEncoding.ts';
import { logReadingErrors } from './errors.ts';

const compress = promisify(gzip);

/** Whoever mirrors a log asks for thousands of tiles; each is one read of a short index range. */
const tilesPerMinute = 6_000;
/** What has a path of its own never changes: a larger tree has other paths. */
const forEver = 'public, max-age=31536000, immutable';

/** The log as the world reads it (tlog-tiles): checkpoint, tiles of hashes, bundles of entries, under the prefix `/log`. */
export const tlogRoutes: FastifyPluginAsyncTypebox<{ ledger: Pick<Ledger, 'readCheckpoint' | 'tiles'> }> = async (
  app,
  { ledger },
) => {
  app.addHook('onRequest', async (_request, reply) => {
    // Anyone's page may read and check the log; nothing here depends on who asks.
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  });

  app.get(
    '/log/checkpoint',
    {
      config: { access: 'public' },
      schema: {
        tags: ['Evidence'],
        summary: 'The newest published checkpoint of the evidence log',
        description: 'A signed note (c2sp.org/tlog-checkpoint) with the lines of the log and its witnesses.',
        response: { 200: { content: { 'text/plain; charset=utf-8': { schema: Type.String() } } } },
      },
    },
    async (_request, reply) => {
      const checkpoint = await ledger.readCheckpoint();
      if (checkpoint === null) throw logReadingErrors.noCheckpoint();
      return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(checkpoint);
    },
  );

  app.get(
    '/log/tile/*',
    {
      config: { access: 'public', rateLimit: { max: tilesPerMinute } },
      schema: {
        tags: ['Evidence'],
        summary: 'A tile of hashes or a bundle of entries of the evidence log',
        description:
          'c2sp.org/tlog-tiles: /log/tile/<L>/<N>[.p/<W>] has hashes of 32 bytes, /log/tile/entries/<N>[.p/<W>] statements, ' +
          'each after its length in two bytes.',
        params: Type.Object({ '*': Type.String({ description: 'Such as 0/x001/x234/067.p/5 or entries/000' }) }),
        response: { 200: { content: { 'application/octet-stream': { schema: Type.Unsafe<Buffer>({}) } } } },
      },
    },
    async ({ params, headers }, reply) => {
      const path = `tile/${params['*']}`;
      const address = parseTilePath(path);
      const tile = await ledger.tiles.read(address);
      if (!tile) throw logReadingErrors.notPublished({ path: `/log/${path}` });
      reply.type('application/octet-stream').header('cache-control', forEver);
      if (address.level !== 'entries') return reply.send(Buffer.from(tile));
      reply.header('vary', 'Accept-Encoding');
      if (!acceptsGzip(headers['accept-encoding'])) return reply.send(Buffer.from(tile));
      return reply.header('content-encoding', 'gzip').send(await compress(tile));
    },
  );

  // Below the prefix there are no pages: a client that asks for anything else must not be given one.
  app.get('/log/*', { config: { access: 'public' }, schema: { hide: true } }, async ({ params }, reply) => {
    const path = (params as { '*': string })['*'];
    if (path === '') return reply.callNotFound();
    throw logReadingErrors.noResource({ path: `/log/${path}` });
  });
};
