import { QueryClient, queryOptions } from '@tanstack/react-query';
import { getLog } from '../api/getLog.ts';
import { getNetwork } from '../api/getNetwork.ts';
import { getTraceStats } from '../api/getTraceStats.ts';
import { getTreeGraph } from '../api/getTreeGraph.ts';
import { problemOf } from '../api/problem.ts';
import { getSession } from '../api/session.ts';

/** How many heights of the Tree-Graph the picture shows. */
export const shownHeights = 24;

/** The cache of answers; refusals are final, silence and overload are tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5000,
        retry: (failures, error) => {
          const { status } = problemOf(error);
          return failures < 2 && (status === 0 || status === 429 || status >= 500);
        },
      },
    },
  });
}

// Live events keep these fresh; the slow polling heals whatever an event missed.
export const networkQuery = queryOptions({
  queryKey: ['network'],
  queryFn: ({ signal }) => getNetwork(signal),
  refetchInterval: 30_000,
});
export const graphQuery = queryOptions({
  queryKey: ['graph'],
  queryFn: ({ signal }) => getTreeGraph(shownHeights, signal),
  refetchInterval: 30_000,
});
export const logQuery = queryOptions({
  queryKey: ['log'],
  queryFn: ({ signal }) => getLog(signal),
  refetchInterval: 30_000,
});
export const traceStatsQuery = queryOptions({
  queryKey: ['traceStats'],
  queryFn: ({ signal }) => getTraceStats(signal),
  refetchInterval: 15_000,
});
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getSession(signal),
  staleTime: 60_000,
});
