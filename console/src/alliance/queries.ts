import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { problemOf } from '../api/problem.ts';
import { sessionQuery } from '../operator/queries.ts';
import { getAlliance } from './api/alliance.ts';
import { type ChainMemberDetail, getChainMember } from './api/members.ts';
import { getProposal } from './api/proposals.ts';
import type { AlliancePlace } from './sign/typedData.ts';

// Live news keep these fresh; the slow polling heals whatever was missed.
export const allianceQuery = queryOptions({
  queryKey: ['alliance', 'state'],
  queryFn: ({ signal }) => getAlliance(signal),
  refetchInterval: ({ state }) => (state.data?.state === 'founding' ? 2_000 : 20_000),
});

export const chainMemberQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', 'member', slug],
    queryFn: ({ signal }) => getChainMember(slug, signal),
    refetchInterval: 10_000,
  });

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['alliance', 'proposal', id],
    queryFn: ({ signal }) => getProposal(id, signal),
    refetchInterval: 5_000,
  });

/** After something was sent, or was heard of. */
export function refreshAlliance(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['alliance'] });
}

/** Where signatures count; null before the alliance has contracts. */
export function useAlliancePlace(): AlliancePlace | null {
  const { data } = useQuery(allianceQuery);
  if (!data?.governor || !data.registry) return null;
  return { chainId: data.chainId, governor: data.governor, registry: data.registry };
}

/** The reader's organisation in the alliance. */
export interface OwnMembership {
  /** Null for who is not signed in. */
  slug: string | null;
  /** Null for an organisation that never applied. */
  member: ChainMemberDetail | null;
  isPending: boolean;
}

/** Where the reader's own organisation stands on the chain. */
export function useOwnMembership(): OwnMembership {
  const { data: session, isPending } = useQuery(sessionQuery);
  const slug = session?.principal?.member ?? null;
  const member = useQuery({
    queryKey: ['alliance', 'ownMember', slug],
    // To be no member yet is an answer, not an error: an error without data would be asked for anew as if for the first time.
    queryFn: async ({ signal }) => {
      try {
        return await getChainMember(slug ?? '', signal);
      } catch (error) {
        if (problemOf(error).status === 404) return null;
        throw error;
      }
    },
    enabled: slug !== null,
    refetchInterval: 10_000,
  });
  return { slug, member: member.data ?? null, isPending: isPending || (slug !== null && member.isPending) };
}
