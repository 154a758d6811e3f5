import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { JsonValue } from '../../proof/index.ts';
import { regionPattern } from '../policy/policy.ts';
import { callerOf } from '../registry/routes.ts';
import type { Answers } from './answers.ts';
import { identifierKinds } from './identifiers.ts';
import { questionSchema } from './questionSchema.ts';
import { pageOf, pageQuery, text, uuid } from './routeSchemas.ts';

const tags = ['Data exchange'];
const base = '/api/exchange';
const stated = {
  transfer: uuid,
  question: text(63),
  purpose: text(200),
  caseNumber: Type.Union([Type.Null(), text(200)]),
  id: Type.Optional(uuid),
};
const place = Type.Optional(
  Type.String({ pattern: regionPattern, description: 'Region of use, where it is not all of what was agreed' }),
);
const anything = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }));
const idParams = Type.Object({ id: uuid });
const maxMatchBytes = 16 * 1024 * 1024;

/** Questions of the own datasets, and questions and matches to other departments. */
export function answerRoutes(answers: Answers): FastifyPluginAsyncTypebox {
  return async (app) => {
    const reading = { access: 'exchange:read' } as const;
    const managing = { access: 'exchange:manage-catalogue' } as const;
    const asking = { access: 'exchange:pull' } as const;

    app.get(
      `${base}/questions`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Questions that others may be granted about the own datasets',
          querystring: Type.Object({ ...pageQuery, dataset: Type.Optional(text(200)) }),
          response: { 200: pageOf(anything) },
        },
      },
      async (request) => answers.listQuestions(callerOf(request).member, request.query),
    );
    app.post(
      `${base}/questions`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Open a question about a dataset',
          description: 'A question can be closed, not changed: what was granted stays what it was.',
          body: questionSchema,
          response: { 201: anything },
        },
      },
      async (request, reply) => {
        const { member, id } = callerOf(request);
        return reply.code(201).send(await answers.declareQuestion(member, request.body, id));
      },
    );
    app.post(
      `${base}/questions/close`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Close a question',
          body: Type.Object({ dataset: text(200), id: text(63) }, { additionalProperties: false }),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { member, id: by } = callerOf(request);
        await answers.closeQuestion(member, request.body.dataset, request.body.id, by);
        return reply.code(204).send(null);
      },
    );
    app.get(
      `${base}/answers/questions/:transfer`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'What the provider of a started transfer lets the department ask',
          params: Type.Object({ transfer: uuid }),
          response: { 200: Type.Object({ items: Type.Array(anything) }) },
        },
      },
      async (request) => ({
        items: await answers.requestQuestions(callerOf(request).member, request.params.transfer),
      }),
    );
    app.post(
      `${base}/answers`,
      {
        config: asking,
        schema: {
          tags,
          summary: 'Ask a question of another department',
          description: 'The answer is signed by its connector and kept. The same id again is the same question.',
          body: Type.Object(
            { ...stated, place, parameters: Type.Record(Type.String(), Type.Unknown(), { maxProperties: 20 }) },
            { additionalProperties: false },
          ),
          response: { 200: anything },
        },
      },
      async (request) => {
        const { parameters, ...body } = request.body;
        const given = parameters as { [name: string]: JsonValue };
        return answers.ask({ ...body, participant: callerOf(request).member, parameters: given });
      },
    );
    app.get(
      `${base}/answers`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Answers that the department got',
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(anything) },
        },
      },
      async (request) => answers.listAnswers(callerOf(request).member, request.query),
    );
    app.get(
      `${base}/answers/:id`,
      {
        config: reading,
        schema: { tags, summary: 'One answer', params: idParams, response: { 200: anything } },
      },
      async (request) => answers.readAnswer(callerOf(request).member, request.params.id),
    );
    app.post(
      `${base}/answers/matches`,
      {
        config: asking,
        bodyLimit: maxMatchBytes,
        schema: {
          tags,
          summary: 'Match the own set of identifiers with another department’s, without showing either',
          body: Type.Object(
            {
              ...stated,
              identifiers: Type.Array(text(200), { minItems: 1, maxItems: 200_000 }),
              mode: Type.Union([Type.Literal('size'), Type.Literal('intersection')]),
              identifierKind: Type.Optional(
                Type.Unsafe<(typeof identifierKinds)[number]>({ enum: [...identifierKinds] }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 202: anything },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await answers.startMatch({ ...request.body, participant: callerOf(request).member })),
    );
    app.get(
      `${base}/answers/matches`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Matches that the department started',
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(anything) },
        },
      },
      async (request) => answers.listMatches(callerOf(request).member, request.query),
    );
    app.get(
      `${base}/answers/matches/:id`,
      { config: reading, schema: { tags, summary: 'One match', params: idParams, response: { 200: anything } } },
      async (request) => answers.readMatch(callerOf(request).member, request.params.id),
    );
    app.get(
      `${base}/answers/matches/:id/intersection`,
      {
        config: asking,
        schema: {
          tags,
          summary: 'Own identifiers that are in both sets',
          params: idParams,
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(Type.String()) },
        },
      },
      async (request) => answers.readIntersection(callerOf(request).member, request.params.id, request.query),
    );
  };
}
