import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { listStoredKeys, type StoredKey } from './keyStore.ts';

/** The keys in this browser; they change in this browser only. */
export const storedKeysQuery = queryOptions({
  queryKey: ['votingKeys'],
  queryFn: listStoredKeys,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** The keys that this browser keeps; undefined while they are read. */
export function useStoredKeys(): StoredKey[] | undefined {
  return useQuery(storedKeysQuery).data;
}

/** After a key was stored or forgotten. */
export function refreshStoredKeys(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: storedKeysQuery.queryKey });
}
