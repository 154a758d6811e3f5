import { queryOptions } from '@tanstack/react-query';
import { getAccount, getMethods, listSessions } from '../../api/account.ts';

export const methodsQuery = queryOptions({
  queryKey: ['methods'],
  queryFn: ({ signal }) => getMethods(signal),
  staleTime: 600_000,
});
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => getAccount(signal),
});
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => listSessions(signal),
});
