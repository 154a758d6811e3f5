import { queryOptions } from '@tanstack/react-query';
import { type ApplicationState, getApplication } from '../api/applications.ts';

const moving: ApplicationState[] = ['approved', 'arbitrated'];

/** One application; while the connectors work on it, it is read again soon. */
export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'application', id],
    queryFn: ({ signal }) => getApplication(id, signal),
    refetchInterval: ({ state }) => (state.data && moving.includes(state.data.state) ? 2_000 : 10_000),
  });
