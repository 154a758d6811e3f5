import { queryOptions } from '@tanstack/react-query';
import { listSources } from '../api/sources.ts';

/** Sources of the own department. */
export const sourcesQuery = queryOptions({
  queryKey: ['exchange', 'sources'],
  queryFn: ({ signal }) => listSources(signal),
});
