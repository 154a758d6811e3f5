import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Acts } from '../../alliance/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { readMember } from '../readMember.ts';

const tags = ['Transactions'];
const wei = Type.String({ pattern: '^[0-9]{1,78}$', description: 'Decimal wei' });
const weiOrNull = Type.Union([wei, Type.Null()], { description: 'Decimal wei; null is no limit' });
const countOrNull = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description: 'Null is no limit' });
const limitsSchema = Type.Object({
  maxQueued: countOrNull,
  cap: weiOrNull,
  periodSeconds: Type.Integer(),
  feeBudget: wei,
  queued: Type.Integer({ description: 'Transactions that wait now' }),
  spent: wei,
});
const slugParams = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }) });

/** What a member may send and spend: readable by the member, set by the operator; and accounts that the treasury keeps funded. */
export function limitRoutes(
  transactions: Ledger['transactions'],
  acts: Pick<Acts, 'record'>,
): FastifyPluginAsyncTypebox {
  async function show(tenant: string) {
    const { maxQueued, capWei, periodSeconds, feeBudgetWei, queued, spentWei } = await transactions.readLimits(tenant);
    const cap = capWei?.toString() ?? null;
    return { maxQueued, cap, periodSeconds, feeBudget: feeBudgetWei.toString(), queued, spent: spentWei.toString() };
  }
  return async (app) => {
    app.get(
      '/transactions/limits',
      {
        config: { access: 'transaction:read' },
        schema: { summary: 'The own limits and what is used of them', tags, response: { 200: limitsSchema } },
      },
      (request) => show(readMember(request)),
    );

    app.put(
      '/api/members/:slug/transaction-limits',
      {
        config: { access: 'organisations:set-limits' },
        schema: {
          summary: "Set a member's limits; what is left out stays",
          tags,
          params: slugParams,
          body: Type.Object(
            {
              maxQueued: Type.Optional(countOrNull),
              cap: Type.Optional(weiOrNull),
              periodSeconds: Type.Optional(Type.Integer({ minimum: 60, maximum: 31_536_000 })),
              feeBudget: Type.Optional(wei),
            },
            { additionalProperties: false },
          ),
          response: { 200: limitsSchema },
        },
      },
      async ({ principal, params, body }) => {
        const { maxQueued, cap, periodSeconds, feeBudget } = body;
        await transactions.setLimits(params.slug, {
          ...(maxQueued === undefined ? {} : { maxQueued }),
          ...(cap === undefined ? {} : { capWei: cap === null ? null : BigInt(cap) }),
          ...(periodSeconds === undefined ? {} : { periodSeconds }),
          ...(feeBudget === undefined ? {} : { feeBudgetWei: BigInt(feeBudget) }),
        });
        const resource = { type: 'Organisation', id: params.slug, member: params.slug };
        await acts.record({ principal, action: 'organisations:set-limits', resource, detail: { ...body } });
        return show(params.slug);
      },
    );

    app.put(
      '/api/funded-accounts/:address',
      {
        config: { access: 'platform:administer' },
        schema: {
          summary: 'Let the treasury keep an account above a floor; a target of 0 ends it',
          tags,
          params: Type.Object({ address: Type.String({ pattern: '^0x[0-9a-fA-F]{40}$' }) }),
          body: Type.Object({ target: wei, floor: wei }, { additionalProperties: false }),
          response: { 204: Type.Null() },
        },
      },
      async ({ principal, params, body }, reply) => {
        await transactions.fundAccount(params.address as `0x${string}`, BigInt(body.target), BigInt(body.floor));
        const resource = { type: 'Platform', id: params.address };
        await acts.record({ principal, action: 'platform:administer', resource, detail: { ...body } });
        return reply.code(204).send(null);
      },
    );
  };
}
