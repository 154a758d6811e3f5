import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { oneOf, pageOf, pageQuery, text, uuid } from '../answers/routeSchemas.ts';
import { callerOf } from '../registry/routes.ts';
import type { Duties } from './duties.ts';

const tags = ['Data exchange'];
const base = '/api/exchange/duties';
const duty = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }));
const idParams = Type.Object({ id: uuid });

/** Deletion duties of the own department, on either side. */
export function dutyRoutes(duties: Duties): FastifyPluginAsyncTypebox {
  return async (app) => {
    const reading = { access: 'exchange:read' } as const;
    app.get(
      base,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Duties to delete at the end of grants, those due last first',
          querystring: Type.Object({
            ...pageQuery,
            role: Type.Optional(oneOf(['provider', 'consumer'])),
            state: Type.Optional(oneOf(['open', 'waiting', 'signed', 'received'])),
            overdue: Type.Optional(Type.Boolean()),
          }),
          response: { 200: pageOf(duty) },
        },
      },
      async (request) => duties.list(callerOf(request).member, request.query),
    );
    app.get(
      `${base}/:id`,
      { config: reading, schema: { tags, summary: 'One duty', params: idParams, response: { 200: duty } } },
      async (request) => duties.read(callerOf(request).member, request.params.id),
    );
    app.post(
      `${base}/:id/confirm`,
      {
        config: { access: 'exchange:decide' },
        schema: {
          tags,
          summary: 'Say what became of copies outside of the connector',
          description:
            'The connector signs it into the deletion receipt. "kept" needs the legal ground; the provider reads the words.',
          params: idParams,
          body: Type.Object(
            { copies: oneOf(['none', 'deleted', 'kept']), words: text(1_000) },
            { additionalProperties: false },
          ),
          response: { 200: duty },
        },
      },
      async (request) => {
        const { member, id: by } = callerOf(request);
        return duties.confirmCopies(member, request.params.id, { ...request.body, by });
      },
    );
  };
}

/** What a provider's connector answers to a consumer that has deleted. */
export function receiptPlaneRoutes(duties: Pick<Duties, 'receive'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));
    app.post(
      '/dsp/:participant/data/receipts',
      {
        config: { access: 'public' },
        bodyLimit: 256 * 1024,
        schema: {
          tags: ['Data plane'],
          summary: 'Hand in a deletion receipt',
          description:
            'Between connectors: the caller proves itself by a token of its connector, bound to this very message.',
          params: Type.Object({ participant: Type.String({ maxLength: 63 }) }),
        },
      },
      (request) =>
        duties.receive({
          participant: request.params.participant,
          authorization: request.headers.authorization,
          method: request.method,
          path: request.url,
          body: typeof request.body === 'string' ? request.body : '',
        }),
    );
  };
}
