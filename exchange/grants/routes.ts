import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { callerOf } from '../registry/routes.ts';
import { describeUse } from './describeUse.ts';
import type { Grant } from './grants.ts';
import { listGrants, listNamedGrants } from './listGrants.ts';
import type { OpenGrants } from './openGrants.ts';
import { readFacts } from './readFacts.ts';
import { readMap } from './readMap.ts';
import {
  arbitrationBody,
  factsSchema,
  grantParams,
  grantRole,
  grantSchema,
  grantState,
  mapSchema,
  namedGrantSchema,
  pageOf,
  pageQuery,
  reasonBody,
} from './schemas.ts';

const tags = ['Data exchange'];
const path = '/api/exchange/grants';
const acts = {
  suspend: { access: 'exchange:decide', summary: 'Suspend a grant, as its provider: no new requests at once' },
  resume: { access: 'exchange:decide', summary: 'Take the own suspension back; data flow when the chain shows it' },
  revoke: { access: 'exchange:decide', summary: 'Revoke a grant for good, as its provider' },
  renounce: { access: 'exchange:apply', summary: 'Give a grant up for good, as its consumer' },
} as const;

/** A grant as the API shows it; its whole policy is in the agreement. */
function show({ participant: _, policy, ...grant }: Grant) {
  const { notBefore, notAfter, createdAt, changedAt } = grant;
  return {
    ...grant,
    ...describeUse(policy),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

/** The department's grants, on both sides, and the map of all. */
export function grantRoutes(grants: OpenGrants): FastifyPluginAsyncTypebox {
  const { context } = grants;
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'exchange:read' },
        schema: {
          tags,
          summary: 'The grants of the own department, the newest first',
          querystring: Type.Object({
            ...pageQuery,
            role: Type.Optional(grantRole),
            state: Type.Optional(grantState),
            dataset: Type.Optional(Type.String({ maxLength: 400, pattern: '^[^\\u0000]*$' })),
          }),
          response: { 200: pageOf(grantSchema) },
        },
      },
      async (request) => {
        const { member: participant } = callerOf(request);
        const { items, nextPageToken } = await listGrants(context, { ...request.query, participant });
        return { items: items.map(show), nextPageToken };
      },
    );

    app.get(
      `${path}/arbitrated`,
      {
        config: { access: 'exchange:arbitrate' },
        schema: {
          tags,
          summary: 'Grants of others that name the own department as data authority',
          querystring: Type.Object(pageQuery),
          response: { 200: pageOf(namedGrantSchema) },
        },
      },
      async (request) => {
        const { member: participant } = callerOf(request);
        const { items, nextPageToken } = await listNamedGrants(context, { ...request.query, participant });
        const shown = items.map(({ notBefore, notAfter, ...grant }) => ({
          ...grant,
          notBefore: notBefore.toISOString(),
          notAfter: notAfter.toISOString(),
        }));
        return { items: shown, nextPageToken };
      },
    );

    app.get(
      `${path}/:id`,
      {
        config: { access: 'exchange:read' },
        schema: {
          tags,
          summary: 'A grant with its facts on the chain and its history',
          description: 'Of the own department, or one that names it as data authority; any other is unknown.',
          params: grantParams,
          response: { 200: factsSchema },
        },
      },
      async (request) => {
        const facts = await readFacts(context, { participant: callerOf(request).member, id: request.params.id });
        return { ...facts, grant: facts.grant && show(facts.grant) };
      },
    );

    for (const [act, { access, summary }] of Object.entries(acts) as [keyof typeof acts, (typeof acts)['suspend']][]) {
      app.post(
        `${path}/:id/${act}`,
        {
          config: { access },
          schema: { tags, summary, params: grantParams, body: reasonBody, response: { 200: grantSchema } },
        },
        async (request) => {
          const { member: participant, id: actor } = callerOf(request);
          const { id } = request.params;
          return show(await grants[act]({ participant, id, actor, reason: request.body.reason }));
        },
      );
    }

    app.post(
      `${path}/:id/arbitration`,
      {
        config: { access: 'exchange:arbitrate' },
        schema: {
          tags,
          summary: 'Suspend a grant of others as data authority, or take that back',
          description: 'In force when the chain shows it, a few seconds later. The provider cannot lift it.',
          params: grantParams,
          body: arbitrationBody,
          response: { 202: Type.Null() },
        },
      },
      async (request, reply) => {
        const { member: participant, id: actor } = callerOf(request);
        await grants.arbitrate({ ...request.body, participant, actor, id: request.params.id });
        reply.code(202);
        return null;
      },
    );

    app.get(
      '/api/exchange/map',
      {
        config: { access: 'exchange:read' },
        schema: {
          tags,
          summary: 'Departments and the grants between them',
          description:
            'Departments from the registry, grants from the events of the contract; what they are for is not public.',
          response: { 200: mapSchema },
        },
      },
      async () => readMap(context),
    );
  };
}
