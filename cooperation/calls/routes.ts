import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf } from '../identify.ts';
import { idParams, made, nothing, pageQuery, searchQueryParameter, slug } from '../schemas.ts';
import { closeCall, decideCall, finishCall } from './decideCall.ts';
import { findCalls, readCall } from './findCalls.ts';
import { changeCall, openCall } from './openCall.ts';
import { callBody, callPageSchema, callSchema, callState, decisionBody, outcomeBody } from './schemas.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/calls';
const opening = { access: 'cooperation:open-call' } as const;
const deciding = { access: 'cooperation:decide-call' } as const;

/** Calls for cooperation and their steps. */
export function callRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'Calls for cooperation, the newest first',
          querystring: Type.Object({
            ...pageQuery,
            state: Type.Optional(callState),
            member: Type.Optional(slug),
            q: searchQueryParameter,
          }),
          response: { 200: callPageSchema },
        },
      },
      async ({ query }) => findCalls(house, query),
    );
    app.post(
      path,
      { config: opening, schema: { tags, summary: 'Open a call', body: callBody, response: { 201: made } } },
      async (request, reply) =>
        reply.code(201).send({ id: await openCall(house, { principal: callerOf(request), ...request.body }) }),
    );
    app.get(
      `${path}/:id`,
      {
        config: { access: 'public' },
        schema: { tags, summary: 'Read a call', params: idParams, response: { 200: callSchema } },
      },
      async ({ params }) => readCall(house, params.id),
    );
    app.put(
      `${path}/:id`,
      {
        config: opening,
        schema: { tags, summary: 'Change an open call', params: idParams, body: callBody, response: { 204: nothing } },
      },
      async (request, reply) => {
        await changeCall(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.post(
      `${path}/:id/close`,
      {
        config: deciding,
        schema: { tags, summary: 'Close a call before its deadline', params: idParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        await closeCall(house, { principal: callerOf(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
    app.post(
      `${path}/:id/decide`,
      {
        config: deciding,
        schema: {
          tags,
          summary: 'Decide on the applications to a closed call',
          params: idParams,
          body: decisionBody,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await decideCall(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.post(
      `${path}/:id/finish`,
      {
        config: deciding,
        schema: {
          tags,
          summary: 'Publish what came of a decided call',
          params: idParams,
          body: outcomeBody,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await finishCall(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
  };
}
