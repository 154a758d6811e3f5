import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getDidHistory, getOwnDid, listHeld, listIssued, listTypes } from './api.ts';

const firstPage = null as string | null;

/** What the own organisation issued. */
export const issuedQuery = infiniteQueryOptions({
  queryKey: ['credentials', 'issued'],
  queryFn: ({ pageParam, signal }) => listIssued(pageParam, signal),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.nextPageToken,
});

/** What the own organisation holds. */
export const heldQuery = infiniteQueryOptions({
  queryKey: ['credentials', 'held'],
  queryFn: ({ pageParam, signal }) => listHeld(pageParam, signal),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.nextPageToken,
});

/** Every type of credentials. */
export const typesQuery = queryOptions({
  queryKey: ['credentials', 'types'],
  queryFn: ({ signal }) => listTypes(signal),
  staleTime: 60_000,
});

/** The DID of a member; null for the alliance. */
export const didQuery = (member: string | null) =>
  queryOptions({ queryKey: ['did', member], queryFn: ({ signal }) => getDidHistory(member, signal) });

/** The own organisation's DID. */
export const ownDidQuery = queryOptions({ queryKey: ['did', 'own'], queryFn: ({ signal }) => getOwnDid(signal) });
