import type { FastifyPluginAsync } from 'fastify';
import type { DspContext } from '../context.ts';
import { protocolVersion } from '../messages/context.ts';
import { answerCatalogRequest, answerDatasetRequest, type CatalogAnswer } from '../receive/catalog.ts';
import { handle } from '../receive/handle.ts';
import { routeOptions } from './routeOptions.ts';
import { sendAnswer, toRequest } from './toRequest.ts';

const errorType = 'CatalogError';

/** The catalog protocol (2025-1, §Catalog HTTPS Binding). */
export function catalogRoutes(context: DspContext): FastifyPluginAsync {
  return async (app) => {
    app.route<{ Params: { participant: string }; Querystring: { continuationToken?: string } }>({
      method: ['GET', 'POST'],
      url: '/catalog/request',
      ...routeOptions('The catalog, as far as the caller may see it', { exposeHeadRoute: false }),
      handler: async (http, reply) => {
        const { participant } = http.params;
        const request = toRequest(http);
        const token = http.query.continuationToken;
        const base = `${context.house.addressOf(participant)}/${protocolVersion}`;
        let links: string[] = [];
        const answer = await handle(context, {
          participant,
          request,
          errorType,
          async run(caller) {
            const found: CatalogAnswer = await answerCatalogRequest(context, {
              participant,
              caller,
              request,
              token,
              base,
            });
            links = found.links;
            return found;
          },
        });
        return sendAnswer(http, reply, { ...answer, links, compressed: true });
      },
    });
    app.get<{ Params: { participant: string; id: string } }>(
      '/catalog/datasets/:id',
      routeOptions('A dataset of the catalog'),
      async (http, reply) => {
        const { participant, id } = http.params;
        const request = toRequest(http);
        const answer = await handle(context, {
          participant,
          request,
          errorType,
          run: (caller) => answerDatasetRequest(context, { participant, caller, request, id }),
        });
        return sendAnswer(http, reply, { ...answer, compressed: true });
      },
    );
  };
}
