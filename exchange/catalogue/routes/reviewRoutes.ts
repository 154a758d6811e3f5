import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Catalogue } from '../catalogue.ts';
import { idParams, managedSchema, orNull, someText } from '../schemas.ts';
import { actorOf } from './callerOf.ts';

const tags = ['Exchange catalogue'];
const path = '/api/exchange/datasets';
const managing = { access: 'exchange:manage-catalogue' } as const;
const reviewing = { access: 'exchange:review-catalogue' } as const;
const response = { 200: managedSchema };
const closed = { additionalProperties: false };

/** The life cycle of datasets: submit, decide, withdraw. */
export function reviewRoutes(catalogue: Catalogue): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      `${path}/:id/submit`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Give a dataset to review',
          params: idParams,
          body: Type.Object({ note: Type.Optional(orNull(someText(1_000))) }, closed),
          response,
        },
      },
      async (request) => {
        const { participant, actor } = actorOf(request);
        return catalogue.submit(participant, actor, request.params.id, request.body.note ?? null);
      },
    );
    for (const [step, summary] of [
      ['recall', 'Take a submission back before it is decided'],
      ['discard', 'Give a change up for the version in force'],
    ] as const) {
      app.post(
        `${path}/:id/${step}`,
        { config: managing, schema: { tags, summary, params: idParams, response } },
        async (request) => {
          const { participant, actor } = actorOf(request);
          return catalogue[step](participant, actor, request.params.id);
        },
      );
    }
    app.post(
      `${path}/:id/decision`,
      {
        config: reviewing,
        schema: {
          tags,
          summary: 'Publish what is in review, or return it with a reason',
          description: 'Whoever wrote the change does not decide on it.',
          params: idParams,
          body: Type.Object(
            {
              verdict: Type.Union([Type.Literal('approve'), Type.Literal('return')]),
              reason: Type.Optional(orNull(someText(1_000))),
              revision: Type.Integer({ minimum: 1, description: 'Of what was reviewed' }),
            },
            closed,
          ),
          response,
        },
      },
      async (request) => {
        const { participant, actor } = actorOf(request);
        const { reason = null, ...decision } = request.body;
        return catalogue.decide(participant, actor, request.params.id, { ...decision, reason });
      },
    );
    app.post(
      `${path}/:id/withdraw`,
      {
        config: reviewing,
        schema: {
          tags,
          summary: 'Take a dataset out of the catalogue; grants that were given are not touched',
          params: idParams,
          body: Type.Object({ reason: someText(1_000) }, closed),
          response,
        },
      },
      async (request) => {
        const { participant, actor } = actorOf(request);
        return catalogue.withdraw(participant, actor, request.params.id, request.body.reason);
      },
    );
  };
}
