import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { protocolVersion } from '../messages/context.ts';
import { negotiationKind } from '../process/negotiationKind.ts';
import { transferKind } from '../process/transferKind.ts';
import { errorBody, statusOf } from '../receive/answer.ts';
import { receiveOffer, receiveRequest, receiveTransfer } from '../receive/firstMessages.ts';
import { catalogRoutes } from './catalogRoutes.ts';
import { processRoutes } from './processRoutes.ts';
import { versionRoutes } from './versionRoutes.ts';

function errorTypeOf({ url }: FastifyRequest): string {
  if (url.includes('/negotiations')) return 'ContractNegotiationError';
  return url.includes('/transfers') ? 'TransferError' : 'CatalogError';
}

/** The Dataspace Protocol below /dsp/:participant, and the version document of the host. */
export function dspRoutes(context: DspContext): FastifyPluginAsync {
  return async (app) => {
    await app.register(versionRoutes(context));
    await app.register(
      async (scope) => {
        // The token is bound to the bytes, so they are read as they came.
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser(
          ['application/json', 'application/ld+json'],
          { parseAs: 'string' },
          (_request, body, done) => done(null, body),
        );
        scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
          const status = error.statusCode ?? 500;
          const known = status < 500 ? dspErrors.messageInvalid({ problem: error.message }, { cause: error }) : error;
          if (status >= 500) request.log.error({ err: error }, 'a message failed');
          return reply
            .code(status < 500 && status !== 400 ? status : statusOf(known))
            .type('application/json')
            .send(JSON.stringify(errorBody(errorTypeOf(request), known, {})));
        });
        await scope.register(catalogRoutes(context));
        await scope.register(
          processRoutes(context, {
            kind: negotiationKind,
            first: {
              request: { summary: 'Begin a negotiation as consumer', receive: receiveRequest },
              offers: { summary: 'Begin a negotiation as provider', receive: receiveOffer },
            },
          }),
        );
        await scope.register(
          processRoutes(context, {
            kind: transferKind,
            first: { request: { summary: 'Ask for the data of an agreement', receive: receiveTransfer } },
          }),
        );
      },
      { prefix: `/dsp/:participant/${protocolVersion}` },
    );
  };
}
