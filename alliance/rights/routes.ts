import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Principal } from '../principal.ts';
import { type Action, actions } from './actions.ts';
import { describeRights } from './describeRights.ts';
import type { Rights } from './openRights.ts';

export interface RightsRoutesParameters {
  rights: Rights;
  /** Who calls a public route; null for a visitor. */
  identify: (request: FastifyRequest) => Promise<Principal | null>;
}

const tags = ['Alliance'];
const wordsSchema = Type.Object({ zh: Type.String(), en: Type.String() });
const actionSchema = Type.Unsafe<Action>({ type: 'string', enum: Object.keys(actions) });

/** Who may do what, in general and the caller in particular. */
export function rightsRoutes({ rights, identify }: RightsRoutesParameters): FastifyPluginAsyncTypebox {
  const description = describeRights();
  return async (app) => {
    app.get(
      '/api/rights',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Who may do what',
          tags,
          response: {
            200: Type.Object({
              actions: Type.Array(
                Type.Object({
                  action: Type.String(),
                  group: Type.String(),
                  what: wordsSchema,
                  persons: Type.Array(wordsSchema),
                  keys: Type.Array(wordsSchema),
                }),
              ),
              prohibitions: Type.Array(Type.Object({ id: Type.String(), ...wordsSchema.properties })),
            }),
          },
        },
      },
      async () => description,
    );

    app.get(
      '/api/rights/explain',
      {
        // Public, so that somebody whose organisation is suspended can still ask why.
        config: { access: 'public' },
        schema: {
          summary: 'Whether the caller may do something, and why',
          description: 'The resource is `Type:id`; without it the own organisation. `member` is whose it would be.',
          tags,
          querystring: Type.Object({
            action: actionSchema,
            resource: Type.Optional(Type.String({ pattern: '^[A-Za-z]{1,40}:', maxLength: 300 })),
            member: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' })),
          }),
          response: {
            200: Type.Object({
              allowed: Type.Boolean(),
              action: Type.String(),
              resource: Type.Union([Type.Object({ type: Type.String(), id: Type.String() }), Type.Null()]),
              reason: Type.Object({ code: Type.String(), ...wordsSchema.properties }),
              policies: Type.Array(Type.String()),
            }),
          },
        },
      },
      async (request, reply) => {
        const { action, resource: named, member } = request.query;
        const principal = await identify(request);
        const [type = 'Organisation', ...rest] = named?.split(':') ?? [];
        const owner = member ?? principal?.member ?? '';
        const resource =
          named === undefined && member === undefined
            ? undefined
            : { type, id: rest.join(':') || owner, member: owner };
        const { allowed, reason, policies } = rights.decide({ principal, action, resource });
        const shown = resource ?? (principal && { type: 'Organisation', id: principal.member });
        reply.header('cache-control', 'no-store');
        return {
          allowed,
          action,
          resource: shown && { type: shown.type, id: shown.id },
          reason,
          policies: [...policies],
        };
      },
    );
  };
}
