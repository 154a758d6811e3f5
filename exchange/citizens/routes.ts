import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { identifierKinds } from '../answers/identifiers.ts';
import { oneOf, pageOf, pageQuery, text, uuid } from '../answers/routeSchemas.ts';
import { callerOf } from '../registry/routes.ts';
import type { Citizens } from './citizens.ts';

const tags = ["Citizen's view"];
const base = '/api/exchange/citizen';
const person = { identifier: text(200), kind: oneOf(identifierKinds) };
const page = {
  perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  pageToken: Type.Optional(Type.String({ maxLength: 500 })),
};
const session = Type.String({ minLength: 1, maxLength: 100, description: 'The token of the session' });
const closed = { additionalProperties: false };
const view = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }));
const perPage = 20;

/**
 * What a person may see of the uses of data about them. Identifiers, codes and tokens travel in bodies only, so that no log of
 * addresses has them; answers are never stored by caches.
 */
export function citizenRoutes(citizens: Citizens): FastifyPluginAsyncTypebox {
  return async (app) => {
    const attending = { access: 'exchange:attend' } as const;
    const open = { access: 'public' } as const;
    app.addHook('onSend', async (_, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.post(
      `${base}/codes`,
      {
        config: attending,
        schema: {
          tags,
          summary: "Make a one-time code, after the department's own check of the person's identity",
          description: 'It is valid for 15 minutes. Making it is recorded.',
          body: Type.Object(person, closed),
          response: { 201: Type.Object({ code: Type.String(), expiresAt: Type.String() }) },
        },
      },
      async (request, reply) => {
        const { member: participant, id: officer } = callerOf(request);
        return reply.code(201).send(await citizens.makeCode({ ...request.body, participant, officer }));
      },
    );
    app.post(
      `${base}/counter`,
      {
        config: attending,
        schema: {
          tags,
          summary: 'Uses of data about the person who stands at the counter',
          description: 'The look is recorded and shown to the person.',
          body: Type.Object({ ...person, ...page }, closed),
          response: { 200: view },
        },
      },
      async (request) => {
        const { member: participant, id: officer } = callerOf(request);
        return citizens.lookAtCounter({ perPage, ...request.body, participant, officer });
      },
    );
    app.post(
      `${base}/sessions`,
      {
        config: open,
        schema: {
          tags,
          summary: 'Redeem a code',
          description: 'Rate-limited by person and by address; a code ends after five attempts.',
          body: Type.Object({ department: text(63), ...person, code: text(40) }, closed),
          response: { 201: Type.Object({ token: Type.String(), expiresAt: Type.String() }) },
        },
      },
      async (request, reply) => {
        const { department: participant, ...body } = request.body;
        return reply.code(201).send(await citizens.openSession({ ...body, participant, address: request.ip }));
      },
    );
    app.post(
      `${base}/uses`,
      {
        config: open,
        schema: {
          tags,
          summary: 'Which department used data about me, for which matter, when, on which legal basis',
          body: Type.Object({ session, ...page }, closed),
          response: { 200: view },
        },
      },
      async ({ body }) => citizens.listUses(body.session, { perPage, ...body }),
    );
    app.post(
      `${base}/everywhere`,
      {
        config: open,
        schema: {
          tags,
          summary: 'Ask every department that the platform hosts, in one call',
          description:
            'Needs the identifier again: each department looks under its own pseudonym, and nothing that is kept joins them. Each answer has a session of that department, to read on and to object.',
          body: Type.Object({ session, ...person, perPage: page.perPage }, closed),
          response: { 200: Type.Object({ items: Type.Array(view) }) },
        },
      },
      async ({ body }) => ({ items: await citizens.askEverywhere(body.session, { perPage, ...body }) }),
    );
    app.post(
      `${base}/objections`,
      {
        config: open,
        schema: {
          tags,
          summary: 'Object to a use',
          body: Type.Object({ session, use: uuid, words: text(2_000) }, closed),
          response: { 201: Type.Object({ id: Type.String() }) },
        },
      },
      async ({ body }, reply) => reply.code(201).send(await citizens.object(body.session, body)),
    );
    app.get(
      `${base}/objections`,
      {
        config: { access: 'exchange:decide' },
        schema: {
          tags,
          summary: "Objections to uses of the department's data; they do not say who objects",
          querystring: Type.Object({ ...pageQuery, state: Type.Optional(oneOf(['open', 'upheld', 'rejected'])) }),
          response: { 200: pageOf(view) },
        },
      },
      async (request) => citizens.listObjections(callerOf(request).member, request.query),
    );
    app.post(
      `${base}/objections/:id/answer`,
      {
        config: { access: 'exchange:decide' },
        schema: {
          tags,
          summary: 'Answer an objection; the person reads it in their view',
          params: Type.Object({ id: uuid }),
          body: Type.Object({ decision: oneOf(['upheld', 'rejected']), words: text(2_000) }, closed),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { member: participant, id: officer } = callerOf(request);
        await citizens.answerObjection({ ...request.body, participant, officer, id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
}
