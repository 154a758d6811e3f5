import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readOrganisation, requireSecondFactor } from '../organisation.ts';
import { endPersonSessions, findPeople, removePerson, requirePerson, setRoles } from '../people.ts';
import {
  idParams,
  nothing,
  organisationChangeBody,
  organisationSchema,
  peopleQuery,
  peopleSchema,
  personSessionParams,
  rolesBody,
  sessionsSchema,
} from '../schemas.ts';
import { findSessions } from '../sessions.ts';
import { memberOf, personOf, type RouteParts, setPrivate } from './routeParts.ts';

const tags = ['People'];

/** The own organisation and its people. A person of another organisation is as unknown as nobody. */
export function organisationRoutes({ parts }: RouteParts): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/organisation',
      {
        config: { access: 'organisation:read' },
        schema: { summary: 'The own organisation', tags, response: { 200: organisationSchema } },
      },
      async (request) => readOrganisation(parts, memberOf(request)),
    );

    app.patch(
      '/api/organisation',
      {
        config: { access: 'organisation:set-sign-in' },
        schema: {
          summary: 'Say whether its people need a second factor',
          tags,
          body: organisationChangeBody,
          response: { 200: organisationSchema },
        },
      },
      async (request) => {
        const principal = personOf(request);
        await requireSecondFactor(parts, { principal, required: request.body.secondFactorRequired });
        return readOrganisation(parts, principal.member);
      },
    );

    app.get(
      '/api/organisation/people',
      {
        config: { access: 'people:read' },
        schema: {
          summary: 'The people of the own organisation',
          tags,
          querystring: peopleQuery,
          response: { 200: peopleSchema },
        },
      },
      async (request) => {
        const { perPage, nextPageToken: pageToken, q } = request.query;
        const page = await findPeople(parts, { member: personOf(request).member, q, perPage, pageToken });
        return { people: page.items, nextPageToken: page.nextPageToken };
      },
    );

    app.patch(
      '/api/organisation/people/:id',
      {
        config: { access: 'people:set-roles' },
        schema: {
          summary: 'Set the roles of a person',
          tags,
          params: idParams,
          body: rolesBody,
          response: { 204: nothing('Set; they hold from the next request on') },
        },
      },
      async (request, reply) => {
        await setRoles(parts, { principal: personOf(request), ...request.params, ...request.body });
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/api/organisation/people/:id',
      {
        config: { access: 'people:remove' },
        schema: { summary: 'Remove a person', tags, params: idParams, response: { 204: nothing('Removed') } },
      },
      async (request, reply) => {
        await removePerson(parts, { principal: personOf(request), ...request.params });
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/api/organisation/people/:id/sessions',
      {
        config: { access: 'people:end-sessions' },
        schema: { summary: 'The open sessions of a person', tags, params: idParams, response: { 200: sessionsSchema } },
      },
      async (request, reply) => {
        setPrivate(reply);
        const { id } = request.params;
        await requirePerson(parts, { principal: personOf(request), id });
        return { sessions: await findSessions(parts, { userId: id, currentId: null }) };
      },
    );

    app.delete(
      '/api/organisation/people/:id/sessions',
      {
        config: { access: 'people:end-sessions' },
        schema: {
          summary: 'End all sessions of a person',
          tags,
          params: idParams,
          response: { 204: nothing('Ended') },
        },
      },
      async (request, reply) => {
        await endPersonSessions(parts, { principal: personOf(request), ...request.params, sessionId: null });
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/api/organisation/people/:id/sessions/:sessionId',
      {
        config: { access: 'people:end-sessions' },
        schema: {
          summary: 'End one session of a person',
          tags,
          params: personSessionParams,
          response: { 204: nothing('Ended') },
        },
      },
      async (request, reply) => {
        await endPersonSessions(parts, { principal: personOf(request), ...request.params });
        return reply.code(204).send(null);
      },
    );
  };
}
