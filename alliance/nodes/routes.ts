import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Hex } from '../../engine/index.ts';
import type { Principal } from '../principal.ts';
import { preparedSchema, submittedSchema } from '../votes/requestSchemas.ts';
import type { Nodes } from './openNodes.ts';
import {
  bundleSchema,
  memberParams,
  nodeKeysBody,
  nodePageSchema,
  prepareNodeKeysBody,
  reportAnswer,
  reportBody,
  witnessProfileBody,
  witnessProfileSchema,
  witnessProfilesSchema,
} from './schemas.ts';

export interface NodesRoutesParameters {
  nodes: Nodes;
  /** Who makes a request to a public route; null for a visitor. */
  identify: (request: FastifyRequest) => Promise<Principal | null>;
}

const tags = ['Nodes'];
const nextReportSeconds = 10;
/** What carries a member's signature needs no further right. */
const signed = { access: 'public', rateLimit: { max: 120 } } as const;

/** The caller of a route that nobody reaches without a right. */
function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('a guarded route was reached by nobody');
  return principal;
}

/** The nodes of the network: the list, reports, and bundles to join with; and members' witnesses. */
export function nodesRoutes({ nodes, identify }: NodesRoutesParameters): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/nodes',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The nodes of the network and how each is',
          description:
            'State and peers are what each node reported, signed; the blocks are counted from the chain by the author that follows from the node’s key.',
          tags,
          querystring: Type.Object({
            perPage: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
            nextPageToken: Type.Optional(Type.String({ maxLength: 500 })),
          }),
          response: { 200: nodePageSchema },
        },
      },
      ({ query }) => nodes.list({ perPage: query.perPage, pageToken: query.nextPageToken }),
    );

    app.post(
      '/api/nodes/reports',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Report how a node is',
          description:
            'Signed with the node key in the member’s entry of the registry; before an alliance is founded, with the key of the node and sent with an API key that may report.',
          tags,
          body: reportBody,
          response: { 200: reportAnswer },
        },
      },
      async (request) => {
        const { report, signature } = request.body;
        const principal = await identify(request);
        const { lag } = await nodes.report({ report, signature: signature as Hex, principal });
        return { lag, nextReportSeconds };
      },
    );

    app.get(
      '/api/nodes/bundle',
      {
        config: { access: 'nodes:join' },
        schema: { summary: 'What a node of the own organisation needs to join', tags, response: { 200: bundleSchema } },
      },
      async (request, reply) => {
        const principal = callerOf(request);
        reply.header('cache-control', 'no-store');
        return nodes.makeBundle({ member: principal.member, principal });
      },
    );

    app.get(
      '/api/nodes/bundle/:member',
      {
        config: { access: 'nodes:prepare' },
        schema: {
          summary: 'What a node of another organisation needs to join; for the operator of the platform',
          tags,
          params: memberParams,
          response: { 200: bundleSchema },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return nodes.makeBundle({ member: request.params.member, principal: callerOf(request) });
      },
    );

    app.post(
      '/api/alliance/node-keys/prepare',
      {
        config: signed,
        schema: {
          summary: 'Make a change of the keys of node and witness to sign',
          tags: ['Alliance'],
          body: prepareNodeKeysBody,
          response: { 200: preparedSchema },
        },
      },
      async ({ body }) => ({ typedData: await nodes.prepareNodeKeys(body) }),
    );

    app.post(
      '/api/alliance/node-keys',
      {
        config: signed,
        schema: {
          summary: 'Change the keys of the node and the witness in the registry',
          description: 'Signed with the member’s voting key; answered once it is stored, it then follows by itself.',
          tags: ['Alliance'],
          body: nodeKeysBody,
          response: { 202: submittedSchema },
        },
      },
      async ({ body }, reply) => reply.code(202).send({ action: await nodes.setNodeKeys(body) }),
    );

    app.get(
      '/api/log/witnesses/profiles',
      {
        config: { access: 'public' },
        schema: { summary: 'Witnesses that members offer', tags, response: { 200: witnessProfilesSchema } },
      },
      async () => ({ profiles: await nodes.readWitnessProfiles() }),
    );

    app.put(
      '/api/log/witnesses/profile',
      {
        config: { access: 'nodes:join' },
        schema: {
          summary: 'Publish where the own witness is, with its keys',
          description: 'With what `xiangyu witness` prints. Whether it vouches is decided by vote, by its account.',
          tags,
          body: witnessProfileBody,
          response: { 200: witnessProfileSchema },
        },
      },
      (request) => nodes.publishWitness({ ...request.body, principal: callerOf(request) }),
    );
  };
}
