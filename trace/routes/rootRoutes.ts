import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { inBoth } from '../../proof/index.ts';
import type { Trace } from '../createTrace.ts';
import { collections } from '../discovery/collections.ts';
import { toCollection } from '../discovery/routes.ts';
import { traceErrors } from '../errors.ts';
import { describeMethods } from './describeMethods.ts';
import { CollectionBody } from './schemas.ts';

const resources = ['events', ...Object.keys(collections), 'capture', 'queries'];

/** The root of the EPCIS interface, and page tokens that are given back. */
export const rootRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'discovery'> }> = async (app, { trace }) => {
  describeMethods(app, { path: '/epcis', methods: ['GET'] });

  app.get(
    '/epcis',
    {
      config: { access: 'public' },
      schema: {
        tags: ['EPCIS query'],
        summary: 'What the EPCIS interface offers',
        description: 'The paths below this one, EPCIS 2.0 section 12.8.1.',
        response: { 200: CollectionBody },
      },
    },
    async () => toCollection(resources),
  );

  app.delete(
    '/epcis/nextPageToken/:token',
    {
      config: { access: 'public' },
      schema: {
        tags: ['EPCIS query'],
        summary: 'Give a page token back',
        description: 'The token is refused from now on. Tokens run out by themselves too.',
        params: Type.Object({ token: Type.String() }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await trace.discovery.giveBackToken(request.params.token);
      return reply.code(204).send(null);
    },
  );
};

/** Refuses page tokens that were given back, on every list of the interface. Throws TRACE_INVALID_PARAMETER. */
export function refuseTokensGivenBack(app: FastifyInstance, { discovery }: Pick<Trace, 'discovery'>): void {
  app.addHook('preHandler', async (request: FastifyRequest) => {
    const { nextPageToken: token } = request.query as Record<string, unknown>;
    if (typeof token !== 'string' || !(await discovery.isGivenBack(token))) return;
    const expected = {
      en: 'a token that was not given back with DELETE /epcis/nextPageToken',
      zh: '没有用 DELETE /epcis/nextPageToken 归还的令牌',
    };
    const value = JSON.stringify(token.slice(0, 80));
    throw traceErrors.invalidParameter(...inBoth({ name: 'nextPageToken', value, expected }));
  });
}
