import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { expectsPush, receivePush, showPush } from '../consume/receivePush.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { type PlaneCall, recordRefusal } from './admit.ts';
import { announcedBytes } from './announcedBytes.ts';
import { sendFrames } from './sendFrames.ts';
import { serveChunks, serveEnd, serveKey, serveManifest, serveOpen, serveQuery } from './serve.ts';
import { serveStream } from './serveStream.ts';

const tags = ['Data plane'];
const params = Type.Object({ participant: Type.String({ maxLength: 63 }), transfer: Type.String({ maxLength: 100 }) });
const own = 'Between connectors: the caller proves itself by a token of its connector, bound to this very message.';
/** Other connectors come in numbers from one address; each message is checked for its token before anything is done. */
const config = { access: 'public', rateLimit: { max: 600_000 } } as const;
const mostMessageBytes = 256 * 1024;
const mostPushBytes = 24 * 1024 * 1024;

/** The call as its token was made for it. */
function callOf(request: FastifyRequest): PlaneCall {
  const { participant, transfer } = request.params as { participant: string; transfer: string };
  const body = typeof request.body === 'string' || Buffer.isBuffer(request.body) ? request.body : '';
  return {
    participant,
    transfer,
    authorization: request.headers.authorization,
    method: request.method,
    path: request.url,
    body,
  };
}

/** What a connector answers to others that have a data address of it. */
export function planeRoutes(context: DeliveryContext): FastifyPluginAsyncTypebox {
  return async (app) => {
    const base = '/dsp/:participant/data/:transfer';
    // The token binds the body as it came, so it is read as it came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: mostMessageBytes }, (_, body, done) =>
      done(null, body),
    );
    app.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: mostPushBytes },
      (_, body, done) => done(null, body),
    );
    // A token is over the body, which must be read to check it: of strangers, nothing large is.
    app.addHook('onRequest', async (request) => {
      if (announcedBytes(request.headers) <= mostMessageBytes) return;
      const call = callOf(request);
      const isPush = request.routeOptions.url === `${base}/push`;
      if (isPush && (await expectsPush(context, call.participant, call.transfer))) return;
      await recordRefusal(context, call, deliveryErrors.notFound(), { detail: { request: 'large' } });
    });
    const describe = (summary: string) => ({ tags, summary, description: own, params });
    app.post(`${base}/open`, { config, schema: describe('Open a delivery for a purpose and a case') }, (request) =>
      serveOpen(context, callOf(request)),
    );
    app.get(`${base}/manifest`, { config, schema: describe('What a delivery consists of') }, (request) =>
      serveManifest(context, callOf(request)),
    );
    app.post(`${base}/key`, { config, schema: describe("The transfer's key, sealed to the caller") }, (request) =>
      serveKey(context, callOf(request)),
    );
    app.get(
      `${base}/chunks/:number`,
      {
        config,
        schema: {
          ...describe('Sealed chunks, from one number on'),
          params: Type.Object({ ...params.properties, number: Type.Integer({ minimum: 0, maximum: 2 ** 32 - 1 }) }),
          querystring: Type.Object({ count: Type.Integer({ minimum: 1, default: 1 }) }),
        },
      },
      async (request, reply) => {
        const served = await serveChunks(context, callOf(request), request.params.number, request.query.count);
        reply.hijack();
        await sendFrames(reply.raw, served).catch((error: unknown) =>
          context.house.context.logger.debug({ err: error }, 'chunks were not sent to the end'),
        );
      },
    );
    app.post(`${base}/end`, { config, schema: describe('Tell that everything is there') }, (request) =>
      serveEnd(context, callOf(request)),
    );
    app.post(`${base}/query`, { config, schema: describe('Ask for a few rows') }, (request) =>
      serveQuery(context, callOf(request)),
    );
    app.post(`${base}/stream`, { config, schema: describe('New rows as they come') }, async (request, reply) => {
      const { bytes, stream } = await serveStream(context, callOf(request));
      return reply
        .header('content-type', 'application/octet-stream')
        .header('cache-control', 'no-store')
        .header('xy-stream', stream)
        .send(bytes);
    });
    app.get(`${base}/push`, { config, schema: describe('How far a push has come here') }, (request) =>
      showPush(context, callOf(request)),
    );
    app.post(`${base}/push`, { config, schema: describe('Sealed chunks for a push') }, (request) =>
      receivePush(context, callOf(request)),
    );
  };
}
