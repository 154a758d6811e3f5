import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Applications } from '../applications.ts';
import { formSchema } from '../form/formSchema.ts';
import { actorOf } from './callerOf.ts';
import { foresightSchema } from './forecastSchema.ts';
import { applicationSchema, idParams, pageOf, pageQuery, stateSchema, stepSchema, text } from './schemas.ts';

const tags = ['Exchange applications'];
const path = '/api/exchange/applications';
const applying = { access: 'exchange:apply' } as const;
const reading = { access: 'exchange:read' } as const;
const reasonBody = Type.Object({ reason: text(4_000) }, { additionalProperties: false });
const response = { 200: applicationSchema };

/** Applications of the own department for data of others. */
export function applicationRoutes(applications: Applications): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Applications of the own department, newest first',
          querystring: Type.Object({
            ...pageQuery,
            state: Type.Optional(stateSchema),
            overdue: Type.Optional(Type.Boolean()),
          }),
          response: { 200: pageOf(applicationSchema) },
        },
      },
      (request) => applications.list({ ...request.query, participant: actorOf(request).participant, role: 'consumer' }),
    );
    app.post(
      path,
      {
        config: applying,
        schema: {
          tags,
          summary: 'Apply for data of another department',
          description: 'A granted application that covers this one is given instead of a new one.',
          body: Type.Object(
            {
              provider: text(500),
              dataset: text(500),
              offer: Type.Optional(text(500)),
              key: Type.Optional(text(200)),
              form: formSchema,
            },
            { additionalProperties: false },
          ),
          response: { 201: applicationSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await applications.apply({ ...request.body, ...actorOf(request) })),
    );
    app.post(
      `${path}/forecast`,
      {
        config: applying,
        schema: {
          tags,
          summary:
            'What would happen to an application before it is handed in, and when an answer is due; nothing is kept',
          description: 'The judgement is that of the provider where its connector runs here; otherwise it is unknown.',
          body: Type.Object(
            { provider: text(500), dataset: text(500), form: formSchema },
            { additionalProperties: false },
          ),
          response: { 200: foresightSchema },
        },
      },
      (request) => applications.foresee({ ...request.body, participant: actorOf(request).participant }),
    );
    app.get(
      `${path}/:id`,
      { config: reading, schema: { tags, summary: 'One application, of either side', params: idParams, response } },
      (request) => applications.read(actorOf(request).participant, request.params.id),
    );
    app.get(
      `${path}/:id/steps`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'What happened to an application, oldest first',
          params: idParams,
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(stepSchema) },
        },
      },
      (request) => applications.steps(actorOf(request).participant, request.params.id, request.query),
    );
    app.put(
      `${path}/:id`,
      {
        config: applying,
        schema: {
          tags,
          summary: 'Hand a returned or narrowed application in again',
          params: idParams,
          body: Type.Object({ form: formSchema }, { additionalProperties: false }),
          response,
        },
      },
      (request) => applications.amend({ ...request.body, ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/acceptance`,
      { config: applying, schema: { tags, summary: 'Take what the provider narrowed', params: idParams, response } },
      (request) => applications.acceptNarrowed({ ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/withdrawal`,
      {
        config: applying,
        schema: { tags, summary: 'Withdraw an application', params: idParams, body: reasonBody, response },
      },
      (request) => applications.withdraw({ ...request.body, ...actorOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/dispute`,
      {
        config: applying,
        schema: {
          tags,
          summary: 'Lay a refusal or a narrowing before the data authority',
          params: idParams,
          body: reasonBody,
          response,
        },
      },
      (request) => applications.dispute({ ...request.body, ...actorOf(request), id: request.params.id }),
    );
  };
}
