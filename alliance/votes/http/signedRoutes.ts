import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Votes } from '../openVotes.ts';
import type { ProposalDocument } from '../proposalTypes.ts';
import {
  applicationBody,
  ballotBody,
  delegationBody,
  keyBody,
  leaveBody,
  prepareApplicationBody,
  prepareBallotBody,
  prepareDelegationBody,
  preparedProposalSchema,
  preparedSchema,
  prepareKeyBody,
  prepareLeaveBody,
  prepareProposalBody,
  proposalParams,
  proposeBody,
  proposedSchema,
  submittedSchema,
} from '../requestSchemas.ts';
import { callerOf } from './callerOf.ts';

const tags = ['Alliance'];
const described = (summary: string) => ({
  summary,
  description:
    'Answered once it is stored; it then follows by itself. What the contracts would refuse is refused at once, with the reason.',
  tags,
});
/** An address prepares and signs so often a minute; each asks the node several questions. */
const config = { access: 'public', rateLimit: { max: 120 } } as const;
const applying = { access: 'alliance:apply', rateLimit: { max: 10 } } as const;

/** What members do on the chain: prepared here, signed with a key of their own, carried by the platform. */
export const signedRoutes: FastifyPluginAsyncTypebox<{ votes: Votes }> = async (app, { votes }) => {
  app.post(
    '/api/alliance/proposals/prepare',
    {
      config,
      schema: {
        summary: 'Make a proposal to sign',
        tags,
        body: prepareProposalBody,
        response: { 200: preparedProposalSchema },
      },
    },
    ({ body: { type, parameters, document, member } }) =>
      votes.prepareProposal({ document: { type, ...document, parameters } as ProposalDocument, member }),
  );
  app.post(
    '/api/alliance/proposals',
    { config, schema: { ...described('Propose'), body: proposeBody, response: { 202: proposedSchema } } },
    async ({ body }, reply) => reply.code(202).send(await votes.propose(body)),
  );

  app.post(
    '/api/alliance/proposals/:id/ballots/prepare',
    {
      config,
      schema: {
        summary: 'Make a ballot to sign',
        tags,
        params: proposalParams,
        body: prepareBallotBody,
        response: { 200: preparedSchema },
      },
    },
    async ({ params, body }) => ({ typedData: await votes.prepareBallot({ proposal: params.id, ...body }) }),
  );
  app.post(
    '/api/alliance/proposals/:id/ballots',
    {
      config,
      schema: { ...described('Vote'), params: proposalParams, body: ballotBody, response: { 202: submittedSchema } },
    },
    async ({ params, body }, reply) => {
      const action = await votes.castBallot({ proposal: params.id, ...body });
      return reply.code(202).send({ action });
    },
  );

  app.post(
    '/api/alliance/delegations/prepare',
    {
      config,
      schema: {
        summary: 'Make a delegation to sign',
        tags,
        body: prepareDelegationBody,
        response: { 200: preparedSchema },
      },
    },
    async ({ body }) => ({ typedData: await votes.prepareDelegation(body) }),
  );
  app.post(
    '/api/alliance/delegations',
    {
      config,
      schema: {
        ...described('Have another member vote for yours, or end that'),
        body: delegationBody,
        response: { 202: submittedSchema },
      },
    },
    async ({ body }, reply) => reply.code(202).send({ action: await votes.delegate(body) }),
  );

  app.post(
    '/api/alliance/keys/prepare',
    {
      config,
      schema: {
        summary: 'Make a change of voting key to sign',
        tags,
        body: prepareKeyBody,
        response: { 200: preparedSchema },
      },
    },
    async ({ body }) => ({ typedData: await votes.prepareRotation(body) }),
  );
  app.post(
    '/api/alliance/keys',
    { config, schema: { ...described('Change the voting key'), body: keyBody, response: { 202: submittedSchema } } },
    async ({ body }, reply) => reply.code(202).send({ action: await votes.rotateKey(body) }),
  );

  app.post(
    '/api/alliance/leave/prepare',
    {
      config,
      schema: { summary: 'Make a leaving to sign', tags, body: prepareLeaveBody, response: { 200: preparedSchema } },
    },
    async ({ body }) => ({ typedData: await votes.prepareLeaving(body.member) }),
  );
  app.post(
    '/api/alliance/leave',
    { config, schema: { ...described('Leave the alliance'), body: leaveBody, response: { 202: submittedSchema } } },
    async ({ body }, reply) => reply.code(202).send({ action: await votes.leave(body) }),
  );

  app.post(
    '/api/alliance/applications/prepare',
    {
      config: applying,
      schema: {
        summary: "Make the application of the caller's organisation, to be signed with its new voting key",
        tags,
        body: prepareApplicationBody,
        response: { 200: preparedSchema },
      },
    },
    async (request) => ({ typedData: await votes.prepareApplication(callerOf(request).member, request.body) }),
  );
  app.post(
    '/api/alliance/applications',
    {
      config: applying,
      schema: {
        ...described("Apply for the membership of the caller's organisation"),
        body: applicationBody,
        response: { 202: submittedSchema },
      },
    },
    async (request, reply) => {
      const action = await votes.apply(callerOf(request).member, request.body);
      return reply.code(202).send({ action });
    },
  );
};
