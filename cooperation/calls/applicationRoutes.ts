import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf } from '../identify.ts';
import { idParams, made, nothing, pageQuery } from '../schemas.ts';
import { apply, changeApplication, withdrawApplication } from './apply.ts';
import { findApplications } from './findApplications.ts';
import { applicationBody, applicationPageSchema } from './schemas.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/calls/:id/applications';
const own = '/api/cooperation/calls/:id/applications/own';
const applying = { access: 'cooperation:apply' } as const;

/** Applications to calls. */
export function applicationRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'cooperation:read-applications' },
        schema: {
          tags,
          summary: 'The applications to a call, as far as they are not sealed',
          description:
            'All of them for the organisation that calls. An applicant sees its own, and the others once the call is over.',
          params: idParams,
          querystring: Type.Object(pageQuery),
          response: { 200: applicationPageSchema },
        },
      },
      async (request) =>
        findApplications(house, { ...request.query, principal: callerOf(request), id: request.params.id }),
    );
    app.post(
      path,
      {
        config: applying,
        schema: {
          tags,
          summary: 'Apply to an open call',
          params: idParams,
          body: applicationBody,
          response: { 201: made },
        },
      },
      async (request, reply) => {
        const id = await apply(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(201).send({ id });
      },
    );
    app.put(
      own,
      {
        config: applying,
        schema: {
          tags,
          summary: 'Change the own application',
          params: idParams,
          body: applicationBody,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await changeApplication(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.delete(
      own,
      {
        config: applying,
        schema: { tags, summary: 'Take the own application back', params: idParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        await withdrawApplication(house, { principal: callerOf(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
}
