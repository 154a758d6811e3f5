import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf, personOf } from '../identify.ts';
import { idParams, made, nothing, pageQuery } from '../schemas.ts';
import { addPost, findPosts, removePost } from './posts.ts';
import {
  postBody,
  postPageSchema,
  postParams,
  threadBody,
  threadKind,
  threadPageSchema,
  threadParams,
  threadSchema,
} from './schemas.ts';
import { findThreads, readThread, startThread } from './threads.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/groups/:id/threads';
const reading = { access: 'cooperation:read-group' } as const;
const writing = { access: 'cooperation:contribute' } as const;

/** Discussions and minutes of working groups. */
export function threadRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: reading,
        schema: {
          tags,
          summary: 'The discussions of a group, or its minutes',
          params: idParams,
          querystring: Type.Object({ ...pageQuery, kind: { ...threadKind, default: 'discussion' } }),
          response: { 200: threadPageSchema },
        },
      },
      async (request) =>
        findThreads(house, { ...request.query, principal: callerOf(request), groupId: request.params.id }),
    );
    app.post(
      path,
      {
        config: writing,
        schema: {
          tags,
          summary: 'Start a discussion, or file minutes',
          params: idParams,
          body: threadBody,
          response: { 201: made },
        },
      },
      async (request, reply) => {
        const id = await startThread(house, {
          principal: personOf(request),
          groupId: request.params.id,
          ...request.body,
        });
        return reply.code(201).send({ id });
      },
    );
    app.get(
      `${path}/:threadId`,
      {
        config: reading,
        schema: { tags, summary: 'One discussion', params: threadParams, response: { 200: threadSchema } },
      },
      async (request) => {
        const { id, threadId } = request.params;
        return readThread(house, { principal: callerOf(request), groupId: id, threadId });
      },
    );
    app.get(
      `${path}/:threadId/posts`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'The posts of a discussion, the oldest first',
          params: threadParams,
          querystring: Type.Object(pageQuery),
          response: { 200: postPageSchema },
        },
      },
      async (request) => {
        const { id, threadId } = request.params;
        return findPosts(house, { ...request.query, principal: callerOf(request), groupId: id, threadId });
      },
    );
    app.post(
      `${path}/:threadId/posts`,
      {
        config: writing,
        schema: { tags, summary: 'Add a post', params: threadParams, body: postBody, response: { 201: made } },
      },
      async (request, reply) => {
        const { id, threadId } = request.params;
        const made = await addPost(house, { principal: personOf(request), groupId: id, threadId, ...request.body });
        return reply.code(201).send({ id: made });
      },
    );
    app.delete(
      `${path}/:threadId/posts/:postId`,
      { config: writing, schema: { tags, summary: 'Remove a post', params: postParams, response: { 204: nothing } } },
      async (request, reply) => {
        const { id, threadId, postId } = request.params;
        await removePost(house, { principal: personOf(request), groupId: id, threadId, postId });
        return reply.code(204).send(null);
      },
    );
  };
}
