import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { announcedBytes } from '../delivery/plane/announcedBytes.ts';
import type { PlaneCall } from './admit.ts';
import type { Answers } from './answers.ts';
import { answerErrors } from './errors.ts';

const tags = ['Data plane'];
/** Other connectors come in numbers from one address; each message is checked for its token before anything is done. */
const config = { access: 'public', rateLimit: { max: 600_000 } } as const;
const description =
  'Between connectors: the caller proves itself by a token of its connector, bound to this very message.';
const params = Type.Object({ participant: Type.String({ maxLength: 63 }), transfer: Type.String({ maxLength: 100 }) });
const mostMessageBytes = 256 * 1024;
/** A set of 200,000 blinded identifiers in base64, and some more. */
const mostMatchBytes = 16 * 1024 * 1024;

function callOf(request: FastifyRequest): PlaneCall {
  const { participant, transfer } = request.params as { participant: string; transfer: string };
  return {
    participant,
    transfer,
    authorization: request.headers.authorization,
    method: request.method,
    path: request.url,
    body: typeof request.body === 'string' ? request.body : '',
  };
}

/** What a provider's connector answers to consumers that have a transfer of format `xy:answer` or `xy:match`. */
export function answerPlaneRoutes({ serve }: Pick<Answers, 'serve'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    const base = '/dsp/:participant/data/:transfer';
    // The token binds the body as it came, so it is read as it came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));
    const describe = (summary: string) => ({ tags, summary, description, params });
    const bodyLimit = mostMessageBytes;
    // A token is over the body, which must be read to check it: of strangers, nothing large is.
    app.addHook('onRequest', async (request) => {
      const call = callOf(request);
      if (announcedBytes(request.headers) > mostMessageBytes && !(await serve.expectsMatch(call)))
        throw answerErrors.transferUnknown({ id: call.transfer });
    });
    app.post(
      `${base}/questions`,
      { config, bodyLimit, schema: describe('Questions that the grant allows') },
      (request) => serve.questions(callOf(request)),
    );
    app.post(`${base}/answers`, { config, bodyLimit, schema: describe('Ask one question') }, (request) =>
      serve.answer(callOf(request)),
    );
    app.post(
      `${base}/matches`,
      { config, bodyLimit: mostMatchBytes, schema: describe('First round of a match: the blinded set') },
      (request) => serve.match(callOf(request)),
    );
    app.post(
      `${base}/matches/parts`,
      { config, bodyLimit, schema: describe('Second round of a match: how far it is, or a part of the answer') },
      (request) => serve.matchPart(callOf(request)),
    );
  };
}
