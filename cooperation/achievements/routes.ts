import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf } from '../identify.ts';
import { idParams, made, nothing, pageQuery, searchQueryParameter, slug } from '../schemas.ts';
import { findAchievements } from './findAchievements.ts';
import { findJudgements, findVersions, readAchievement } from './readAchievement.ts';
import { correct, register } from './register.ts';
import {
  achievementPageSchema,
  achievementSchema,
  claimBody,
  correctionBody,
  judgementPageSchema,
  kindSchema,
  reasonBody,
  stateSchema,
  versionSchema,
} from './schemas.ts';
import { withdrawClaim } from './withdrawClaim.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/achievements';
const open = { access: 'public' } as const;
const claiming = { access: 'cooperation:claim' } as const;

/** The register of achievements. */
export function achievementRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      path,
      {
        config: open,
        schema: {
          tags,
          summary: 'The register of achievements, the newest first',
          querystring: Type.Object({
            ...pageQuery,
            kind: Type.Optional(kindSchema),
            state: Type.Optional(stateSchema),
            member: Type.Optional(slug),
            q: searchQueryParameter,
          }),
          response: { 200: achievementPageSchema },
        },
      },
      async ({ query }) => findAchievements(house, query),
    );
    app.post(
      path,
      {
        config: claiming,
        schema: {
          tags,
          summary: 'Register an achievement',
          description:
            'Digests of files that it names, the disclosure of a patent among them, are stated in the evidence log with it.',
          body: claimBody,
          response: { 201: made },
        },
      },
      async (request, reply) =>
        reply.code(201).send({ id: await register(house, { principal: callerOf(request), claim: request.body }) }),
    );
    app.get(
      `${path}/:id`,
      {
        config: open,
        schema: {
          tags,
          summary: 'Read a claim and what is said of it',
          params: idParams,
          response: { 200: achievementSchema },
        },
      },
      async ({ params }) => readAchievement(house, params.id),
    );
    app.put(
      `${path}/:id`,
      {
        config: claiming,
        schema: {
          tags,
          summary: 'Correct a claim',
          description: 'Makes a new version that nobody has judged yet; the ones before stay readable.',
          params: idParams,
          body: correctionBody,
          response: { 200: Type.Object({ version: Type.Integer() }) },
        },
      },
      async (request) => ({
        version: await correct(house, { principal: callerOf(request), id: request.params.id, ...request.body }),
      }),
    );
    app.get(
      `${path}/:id/versions`,
      {
        config: open,
        schema: {
          tags,
          summary: 'All versions of a claim, the newest first',
          params: idParams,
          response: { 200: Type.Object({ items: Type.Array(versionSchema) }) },
        },
      },
      async ({ params }) => ({ items: await findVersions(house, params.id) }),
    );
    app.get(
      `${path}/:id/judgements`,
      {
        config: open,
        schema: {
          tags,
          summary: 'All that was ever said of a claim, the newest first',
          params: idParams,
          querystring: Type.Object(pageQuery),
          response: { 200: judgementPageSchema },
        },
      },
      async ({ params, query }) => findJudgements(house, { ...query, id: params.id }),
    );
    app.post(
      `${path}/:id/withdraw`,
      {
        config: claiming,
        schema: { tags, summary: 'Take a claim back', params: idParams, body: reasonBody, response: { 204: nothing } },
      },
      async (request, reply) => {
        await withdrawClaim(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
  };
}
