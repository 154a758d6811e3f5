import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Catalogue } from '../catalogue.ts';
import { dutySchema, nothing, pageOf, pageQuery, someText, wordsSchema } from '../schemas.ts';
import { actorOf, callerOf } from './callerOf.ts';

const tags = ['Exchange catalogue'];
const path = '/api/exchange/catalog/duties';
const codeParams = Type.Object({ code: someText(60) });

/** The duties of the own department: the first level of its directory. */
export function dutyRoutes(catalogue: Catalogue): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'exchange:read' },
        schema: {
          tags,
          summary: 'Duties of the own department, by code',
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(dutySchema) },
        },
      },
      async (request) => catalogue.listDuties(callerOf(request).member, request.query),
    );
    app.put(
      `${path}/:code`,
      {
        config: { access: 'exchange:manage-catalogue' },
        schema: {
          tags,
          summary: 'Add or change a duty',
          params: codeParams,
          body: Type.Object({ title: wordsSchema(200), legalBasis: someText(1_000) }, { additionalProperties: false }),
          response: { 200: dutySchema },
        },
      },
      async (request) => {
        const { participant, actor } = actorOf(request);
        return catalogue.saveDuty(participant, actor, { ...request.body, code: request.params.code });
      },
    );
    app.delete(
      `${path}/:code`,
      {
        config: { access: 'exchange:manage-catalogue' },
        schema: {
          tags,
          summary: 'Remove a duty that no dataset comes from',
          params: codeParams,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        const { participant, actor } = actorOf(request);
        await catalogue.removeDuty(participant, actor, request.params.code);
        return reply.code(204).send(null);
      },
    );
  };
}
