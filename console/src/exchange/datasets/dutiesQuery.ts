import { queryOptions } from '@tanstack/react-query';
import { listDuties } from '../api/duties.ts';

/** The own department's directory of duties. */
export const dutiesQuery = queryOptions({
  queryKey: ['exchange', 'duties'],
  queryFn: ({ signal }) => listDuties({ perPage: 100 }, signal),
});
