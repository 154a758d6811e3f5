import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf, type Identify } from '../identify.ts';
import { idParams, made, nothing, pageQuery, searchQueryParameter, slug } from '../schemas.ts';
import { changeAnnouncement, withdrawAnnouncement } from './changeAnnouncement.ts';
import { findAnnouncements, readAnnouncement } from './findAnnouncements.ts';
import { publish } from './publish.ts';
import { announcementBody, announcementPageSchema, announcementSchema } from './schemas.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/announcements';
const publishing = { access: 'cooperation:publish' } as const;

/** Announcements of the organisations. */
export function announcementRoutes(house: CooperationHouse, identify: Identify): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'What the members announce',
          description: 'Pinned ones first, then the newest. Those for members are shown to people who are signed in.',
          querystring: Type.Object({ ...pageQuery, member: Type.Optional(slug), q: searchQueryParameter }),
          response: { 200: announcementPageSchema },
        },
      },
      async (request) => findAnnouncements(house, { ...request.query, principal: await identify(request) }),
    );
    app.get(
      `${path}/:id`,
      {
        config: { access: 'public' },
        schema: { tags, summary: 'Read an announcement', params: idParams, response: { 200: announcementSchema } },
      },
      async (request) => readAnnouncement(house, { principal: await identify(request), id: request.params.id }),
    );
    app.post(
      path,
      {
        config: publishing,
        schema: { tags, summary: 'Announce something', body: announcementBody, response: { 201: made } },
      },
      async (request, reply) =>
        reply.code(201).send({ id: await publish(house, { principal: callerOf(request), ...request.body }) }),
    );
    app.put(
      `${path}/:id`,
      {
        config: publishing,
        schema: {
          tags,
          summary: 'Change an announcement',
          params: idParams,
          body: announcementBody,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await changeAnnouncement(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.delete(
      `${path}/:id`,
      {
        config: publishing,
        schema: { tags, summary: 'Take an announcement back', params: idParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        await withdrawAnnouncement(house, { principal: callerOf(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
}
