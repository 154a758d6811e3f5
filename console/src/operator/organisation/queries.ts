import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  getOrganisation,
  getSingleSignOn,
  type InvitationKind,
  listInvitations,
  listPeople,
} from '../../api/organisation.ts';

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => getOrganisation(signal),
});
export const singleSignOnQuery = queryOptions({
  queryKey: ['organisation', 'sso'],
  queryFn: ({ signal }) => getSingleSignOn(signal),
});
export const peopleQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['organisation', 'people', q],
    queryFn: ({ pageParam, signal }) => listPeople(q, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
export const invitationsQuery = (kind: InvitationKind) =>
  infiniteQueryOptions({
    queryKey: ['organisation', 'invitations', kind],
    queryFn: ({ pageParam, signal }) => listInvitations(kind, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
