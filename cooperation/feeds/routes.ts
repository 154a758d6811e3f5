import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { oneOf } from '../schemas.ts';
import { feedNames } from './collectEntries.ts';
import { writeFeed } from './writeFeed.ts';

const types = { atom: 'application/atom+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8' } as const;

/** Feeds of what is public. */
export function feedRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/feeds/:file',
      {
        config: { access: 'public' },
        schema: {
          tags: ['Cooperation'],
          summary: 'A feed of what is public: Atom (RFC 4287) or JSON Feed',
          params: Type.Object({
            file: Type.String({ maxLength: 40, description: `One of ${feedNames.join(', ')} with .atom or .json` }),
          }),
          querystring: Type.Object({ lang: Type.Optional(oneOf(['zh-CN', 'en'])) }),
          response: { 200: Type.Unsafe<string>({ type: 'string' }) },
        },
        serializerCompiler: () => (payload) => payload as string,
      },
      async ({ params, query }, reply) => {
        const [, asked, form] = /^([a-z]+)\.(atom|json)$/.exec(params.file) ?? [];
        const name = feedNames.find((known) => known === asked);
        if (!name || (form !== 'atom' && form !== 'json')) throw cooperationErrors.feedUnknown({ name: params.file });
        const text = await writeFeed(house, { name, form, language: query.lang ?? 'zh-CN' });
        return reply.type(types[form]).header('cache-control', 'public, max-age=60').send(text);
      },
    );
  };
}
