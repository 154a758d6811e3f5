import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf, type Identify, personOf } from '../identify.ts';
import { idParams, made, nothing, pageQuery, searchQueryParameter, slug } from '../schemas.ts';
import { changeGroup, closeGroup } from './changeGroup.ts';
import { findGroups, readGroup } from './findGroups.ts';
import { foundGroup } from './foundGroup.ts';
import { findPeople, joinGroup, leaveGroup, removePerson, setPerson } from './people.ts';
import {
  groupBody,
  groupPageSchema,
  groupSchema,
  joinBody,
  personPageSchema,
  personParams,
  roleBody,
} from './schemas.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/groups';

/** Working groups and their people. */
export function groupRoutes(house: CooperationHouse, identify: Identify): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'Working groups',
          description: 'The newest first; what happens in a group is for its people.',
          querystring: Type.Object({
            ...pageQuery,
            q: searchQueryParameter,
            member: Type.Optional(slug),
            mine: Type.Boolean({ default: false, description: 'Only the groups of the person who asks' }),
          }),
          response: { 200: groupPageSchema },
        },
      },
      async (request) => findGroups(house, { ...request.query, principal: await identify(request) }),
    );
    app.post(
      path,
      {
        config: { access: 'cooperation:found-group' },
        schema: { tags, summary: 'Found a working group', body: groupBody, response: { 201: made } },
      },
      async (request, reply) =>
        reply.code(201).send({ id: await foundGroup(house, { principal: personOf(request), ...request.body }) }),
    );
    app.get(
      `${path}/:id`,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'What everybody may know of a group',
          params: idParams,
          response: { 200: groupSchema },
        },
      },
      async (request) => readGroup(house, { principal: await identify(request), id: request.params.id }),
    );
    app.put(
      `${path}/:id`,
      {
        config: { access: 'cooperation:chair-group' },
        schema: { tags, summary: 'Change a group', params: idParams, body: groupBody, response: { 204: nothing } },
      },
      async (request, reply) => {
        await changeGroup(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.post(
      `${path}/:id/close`,
      {
        config: { access: 'cooperation:chair-group' },
        schema: { tags, summary: 'Close a group for good', params: idParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        await closeGroup(house, { principal: callerOf(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
    app.get(
      `${path}/:id/people`,
      {
        config: { access: 'cooperation:read-group' },
        schema: {
          tags,
          summary: 'The people of a group',
          description: 'Requests to join first, then the chairs. For people of the group.',
          params: idParams,
          querystring: Type.Object(pageQuery),
          response: { 200: personPageSchema },
        },
      },
      async (request) => findPeople(house, { ...request.query, principal: callerOf(request), id: request.params.id }),
    );
    app.post(
      `${path}/:id/join`,
      {
        config: { access: 'cooperation:join-group' },
        schema: {
          tags,
          summary: 'Join a group, or ask to',
          params: idParams,
          body: joinBody,
          response: { 200: Type.Object({ state: Type.String() }) },
        },
      },
      async (request) => ({
        state: await joinGroup(house, { principal: personOf(request), id: request.params.id, ...request.body }),
      }),
    );
    app.post(
      `${path}/:id/leave`,
      {
        config: { access: 'cooperation:read' },
        schema: { tags, summary: 'Leave a group', params: idParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        await leaveGroup(house, { principal: personOf(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
    app.put(
      `${path}/:id/people/:person`,
      {
        config: { access: 'cooperation:chair-group' },
        schema: {
          tags,
          summary: 'Admit a person, or give one another role',
          params: personParams,
          body: roleBody,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await setPerson(house, { principal: callerOf(request), ...request.params, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.delete(
      `${path}/:id/people/:person`,
      {
        config: { access: 'cooperation:chair-group' },
        schema: { tags, summary: 'Remove a person', params: personParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        await removePerson(house, { principal: callerOf(request), ...request.params });
        return reply.code(204).send(null);
      },
    );
  };
}
