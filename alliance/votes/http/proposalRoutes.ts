import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import {
  ballotsQuery,
  commentBody,
  commentParams,
  documentBody,
  pageQuery,
  proposalParams,
  proposalsQuery,
  submittedSchema,
} from '../requestSchemas.ts';
import type { VotesRoutesParameters } from '../routes.ts';
import { ballotSchema, commentSchema, proposalDetailSchema, proposalSchema } from '../schemas.ts';
import { pageOf } from '../sharedSchemas.ts';
import { callerOf } from './callerOf.ts';

const tags = ['Alliance'];

/** Proposals, their ballots and their discussion. */
export const proposalRoutes: FastifyPluginAsyncTypebox<VotesRoutesParameters> = async (app, { votes, identify }) => {
  app.get(
    '/api/alliance/proposals',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Proposals, newest first',
        tags,
        querystring: proposalsQuery,
        response: { 200: pageOf(proposalSchema) },
      },
    },
    ({ query: { nextPageToken: pageToken, ...query } }) => votes.listProposals({ ...query, pageToken }),
  );

  app.get(
    '/api/alliance/proposals/:id',
    {
      config: { access: 'public' },
      schema: {
        summary: 'A proposal with its document and its calls',
        tags,
        params: proposalParams,
        response: { 200: proposalDetailSchema },
      },
    },
    ({ params }) => votes.readProposal(params.id),
  );

  app.put(
    '/api/alliance/proposals/:id/document',
    {
      config: { access: 'public', rateLimit: { max: 60 } },
      schema: {
        summary: 'Give the document of a proposal that came to the chain without the platform',
        description: 'Taken only where its digest is the one on the chain.',
        tags,
        params: proposalParams,
        body: documentBody,
        response: { 204: Type.Null() },
      },
    },
    async ({ params, body }, reply) => {
      await votes.attachDocument({ id: params.id, document: body.document });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/alliance/proposals/:id/ballots',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Ballots, newest first; those on their way to the chain, or refused by it, on the first page',
        tags,
        params: proposalParams,
        querystring: ballotsQuery,
        response: { 200: pageOf(ballotSchema) },
      },
    },
    ({ params, query }) =>
      votes.listBallots({
        proposal: params.id,
        member: query.member,
        perPage: query.perPage,
        pageToken: query.nextPageToken,
      }),
  );

  app.post(
    '/api/alliance/proposals/:id/execute',
    {
      config: { access: 'proposal:execute', rateLimit: { max: 30 } },
      schema: {
        summary: 'Have a proposal that passed carried out',
        tags,
        params: proposalParams,
        response: { 202: submittedSchema },
      },
    },
    async (request, reply) => {
      const action = await votes.execute({ id: request.params.id, by: callerOf(request).member });
      return reply.code(202).send({ action });
    },
  );

  app.get(
    '/api/alliance/proposals/:id/comments',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The discussion of a proposal, oldest first',
        tags,
        params: proposalParams,
        querystring: pageQuery,
        response: { 200: pageOf(commentSchema) },
      },
    },
    async (request) =>
      votes.listComments({
        proposal: request.params.id,
        reader: await identify(request),
        perPage: request.query.perPage,
        pageToken: request.query.nextPageToken,
      }),
  );

  app.post(
    '/api/alliance/proposals/:id/comments',
    {
      config: { access: 'proposal:comment', rateLimit: { max: 30 } },
      schema: {
        summary: 'Add to the discussion of a proposal',
        description: 'For people of admitted members.',
        tags,
        params: proposalParams,
        body: commentBody,
        response: { 201: commentSchema },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const comment = await votes.addComment({ proposal: params.id, author: callerOf(request), text: body.text });
      return reply.code(201).send(comment);
    },
  );

  app.delete(
    '/api/alliance/proposals/:id/comments/:comment',
    {
      config: { access: 'proposal:comment' },
      schema: {
        summary: 'Retract a comment of your own; that there was one stays to be seen',
        tags,
        params: commentParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, comment } = request.params;
      await votes.retractComment({ proposal: id, id: comment, author: callerOf(request) });
      return reply.code(204).send(null);
    },
  );
};
