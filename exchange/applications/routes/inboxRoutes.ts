import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Applications } from '../applications.ts';
import { fullFormSchema } from '../form/formSchema.ts';
import { actorOf } from './callerOf.ts';
import { forecastSchema } from './forecastSchema.ts';
import {
  applicationSchema,
  groundSchema,
  idParams,
  narrowSchema,
  nothing,
  pageOf,
  pageQuery,
  stateSchema,
  text,
  words,
} from './schemas.ts';

const tags = ['Exchange applications'];
const path = '/api/exchange/inbox';
const reading = { access: 'exchange:read' } as const;
const deciding = { access: 'exchange:decide' } as const;
const strict = { additionalProperties: false };
const response = { 200: applicationSchema };
const describe = (summary: string) => ({ tags, summary, params: idParams, response });

/** Applications of other departments for data of the own. */
export function inboxRoutes(applications: Applications): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Applications of other departments, newest first, with their clocks',
          querystring: Type.Object({
            ...pageQuery,
            state: Type.Optional(stateSchema),
            overdue: Type.Optional(Type.Boolean()),
          }),
          response: { 200: pageOf(applicationSchema) },
        },
      },
      (request) => applications.list({ ...request.query, participant: actorOf(request).participant, role: 'provider' }),
    );
    app.post(`${path}/:id/check`, { config: deciding, schema: describe('The application conforms') }, (request) =>
      applications.confirmCheck({ ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/return`,
      {
        config: deciding,
        schema: {
          ...describe('Return it to be completed; the clock stands still, twice at most'),
          body: Type.Object({ note: text(4_000) }, strict),
        },
      },
      (request) => applications.returnForChanges({ ...request.body, ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/approval`,
      {
        config: deciding,
        schema: {
          ...describe('Approve it, or less of it with a reason; nothing can be added'),
          body: Type.Object({ words: Type.Optional(words), narrow: Type.Optional(narrowSchema) }, strict),
        },
      },
      (request) => applications.approve({ ...request.body, ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/refusal`,
      {
        config: deciding,
        schema: {
          ...describe('Refuse it with a coded ground and words'),
          body: Type.Object({ ground: groundSchema, text: text(4_000) }, strict),
        },
      },
      (request) => applications.refuse({ ...request.body, ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/review`,
      {
        config: deciding,
        schema: {
          ...describe('Review an emergency; misuse ends the grant and bars the department from further ones'),
          body: Type.Object(
            { finding: Type.Union([Type.Literal('justified'), Type.Literal('misuse')]), text: text(4_000) },
            strict,
          ),
        },
      },
      (request) => applications.reviewEmergency({ ...request.body, ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/bars/:consumer/lifting`,
      {
        config: deciding,
        schema: {
          tags,
          summary: 'Let a department use emergencies again',
          params: Type.Object({ consumer: text(63) }),
          body: Type.Object({ reason: text(4_000) }, strict),
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await applications.liftBar({ ...request.body, ...actorOf(request), consumer: request.params.consumer });
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/api/exchange/forecast',
      {
        config: reading,
        schema: {
          tags,
          summary: 'What would happen if a department asked the own one for this, and why; nothing is kept',
          body: Type.Object({ consumer: text(63), dataset: text(500), form: fullFormSchema }, strict),
          response: { 200: forecastSchema },
        },
      },
      (request) => applications.forecast({ ...request.body, participant: actorOf(request).participant }),
    );
  };
}
