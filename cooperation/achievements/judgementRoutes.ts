import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf } from '../identify.ts';
import { idParams, nothing } from '../schemas.ts';
import { judge, withdrawJudgement } from './judge.ts';
import { judgementBody } from './schemas.ts';

const tags = ['Cooperation'];
const path = '/api/cooperation/achievements/:id/judgement';
const judging = { access: 'cooperation:judge' } as const;

/** What organisations say of each other's claims. */
export function judgementRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.put(
      path,
      {
        config: judging,
        schema: {
          tags,
          summary: "Confirm or dispute another organisation's claim",
          description:
            'For the own organisation, on the version that was read; a later word takes the place of an earlier one.',
          params: idParams,
          body: judgementBody,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await judge(house, { principal: callerOf(request), id: request.params.id, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.delete(
      path,
      {
        config: judging,
        schema: { tags, summary: 'Take back what was said', params: idParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        await withdrawJudgement(house, { principal: callerOf(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
}
