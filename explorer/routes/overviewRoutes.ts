import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { explorerErrors } from '../errors.ts';
import type { ExplorerContext } from '../explorerContext.ts';
import { toTime } from '../present/toTime.ts';
import { readSummary } from '../readSummary.ts';
import { timeSchema } from '../schemas/common.ts';
import { metricSchema, searchSchema, statisticsSchema, stepSchema, summarySchema } from '../schemas/overview.ts';
import { search } from '../search.ts';

const seconds = { minute: 60, hour: 3_600, day: 86_400 } as const;
const units = { gasUsed: 'gas', fees: 'CFX' } as const;
const mostSteps = 2_000;

export interface OverviewParameters {
  evmChainId: number;
  /** Sizes of published checkpoints, for the search. */
  hasCheckpoint: (size: number) => Promise<boolean>;
}

/** The front page, the search and the statistics. */
export function overviewRoutes(
  context: ExplorerContext,
  { evmChainId, hasCheckpoint }: OverviewParameters,
): FastifyPluginAsyncTypebox {
  const { index } = context;
  return async (app) => {
    app.get(
      '/api/explorer/summary',
      {
        config: { access: 'public' },
        schema: {
          summary: 'How far the index is, totals, and how fast the chain goes',
          tags: ['Explorer'],
          response: { 200: summarySchema },
        },
      },
      async () => readSummary(context, evmChainId),
    );

    app.get(
      '/api/explorer/search',
      {
        config: { access: 'public' },
        schema: {
          summary: 'What a text can mean: hash, address, number, name of a contract, size of a checkpoint',
          tags: ['Explorer'],
          querystring: Type.Object({ q: Type.String({ minLength: 1, maxLength: 200 }) }),
          response: { 200: searchSchema },
        },
      },
      async ({ query }) => search(context, query.q.trim(), hasCheckpoint),
    );

    app.get(
      '/api/explorer/statistics',
      {
        config: { access: 'public' },
        schema: {
          summary: 'A metric over time',
          description: `At most ${mostSteps} steps. Without times: the last 60 minutes, 48 hours or 30 days.`,
          tags: ['Explorer'],
          querystring: Type.Object({
            metric: metricSchema,
            step: Type.Optional(stepSchema),
            from: Type.Optional(timeSchema),
            to: Type.Optional(timeSchema),
          }),
          response: { 200: statisticsSchema },
        },
      },
      async ({ query }) => {
        const { metric, step = 'minute' } = query;
        const to = Math.floor((query.to ? Date.parse(query.to) : Date.now()) / 1_000);
        const usual = { minute: 60, hour: 48, day: 30 }[step] * seconds[step];
        const from = query.from ? Math.floor(Date.parse(query.from) / 1_000) : to - usual + seconds[step];
        const steps = (to - from) / seconds[step];
        if (!(steps >= 0) || steps > mostSteps) {
          const problem = steps > mostSteps ? `that is more than ${mostSteps} steps` : 'it ends before it begins';
          throw explorerErrors.badPeriod({
            from: query.from ?? 'the usual start',
            to: query.to ?? 'now',
            step,
            problem,
          });
        }
        const points = await index.read.readStatistics({ metric, step, from, to });
        return {
          ...{ metric, step, from: toTime(from), to: toTime(to) },
          unit: metric === 'gasUsed' || metric === 'fees' ? units[metric] : ('count' as const),
          points: points.map(({ time, value }) => ({ time: toTime(time), value })),
        };
      },
    );
  };
}
