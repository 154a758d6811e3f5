import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Votes } from '../openVotes.ts';
import { memberParams, membersQuery, pageQuery } from '../requestSchemas.ts';
import {
  memberBallotSchema,
  memberDetailSchema,
  memberSchema,
  ruleSchema,
  scenarioSchema,
  treasurySchema,
} from '../schemas.ts';
import { actionSchema, pageOf } from '../sharedSchemas.ts';

const tags = ['Alliance'];

/** Members as the chain has them, rules, scenarios and the common treasury. */
export const memberRoutes: FastifyPluginAsyncTypebox<{ votes: Votes }> = async (app, { votes }) => {
  app.get(
    '/api/alliance/members',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The members of the alliance, as the chain has them',
        tags,
        querystring: membersQuery,
        response: { 200: pageOf(memberSchema) },
      },
    },
    ({ query: { nextPageToken: pageToken, ...query } }) => votes.listMembers({ ...query, pageToken }),
  );

  app.get(
    '/api/alliance/members/:slug',
    {
      config: { access: 'public' },
      schema: {
        summary: 'A member with its history, keys and applications',
        tags,
        params: memberParams,
        response: { 200: memberDetailSchema },
      },
    },
    ({ params }) => votes.readMember(params.slug),
  );

  app.get(
    '/api/alliance/members/:slug/ballots',
    {
      config: { access: 'public' },
      schema: {
        summary: 'What a member voted, newest first',
        description: 'Ballots that count on the chain; one on its way there is with its proposal.',
        tags,
        params: memberParams,
        querystring: pageQuery,
        response: { 200: pageOf(memberBallotSchema) },
      },
    },
    ({ params, query }) =>
      votes.listMemberBallots({ member: params.slug, perPage: query.perPage, pageToken: query.nextPageToken }),
  );

  app.get(
    '/api/alliance/members/:slug/actions',
    {
      config: { access: 'public' },
      schema: {
        summary: 'What an organisation has on its way to the chain, be it a member yet or not',
        tags,
        params: memberParams,
        response: { 200: Type.Object({ items: Type.Array(actionSchema) }) },
      },
    },
    async ({ params }) => ({ items: await votes.listActions(params.slug) }),
  );

  app.get(
    '/api/alliance/rules',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The rules of the alliance, with every value that they had',
        tags,
        response: { 200: Type.Object({ items: Type.Array(ruleSchema) }) },
      },
    },
    async () => ({ items: await votes.listRules() }),
  );

  app.get(
    '/api/alliance/scenarios',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Scenarios that the alliance published by vote',
        tags,
        querystring: pageQuery,
        response: { 200: pageOf(scenarioSchema) },
      },
    },
    ({ query }) => votes.listScenarios({ perPage: query.perPage, pageToken: query.nextPageToken }),
  );

  app.get(
    '/api/alliance/treasury',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The common treasury and what was spent by vote',
        tags,
        response: { 200: treasurySchema },
      },
    },
    () => votes.readTreasury(),
  );
};
