import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shorten } from '../../format/shorten.ts';
import { listChainMembers } from '../api/members.ts';
import type { Hex } from '../api/types.ts';
import { MemberName } from './MemberName.tsx';

/** Names members by their id on the chain; of more than the first 200, the ends of the id. */
export function useMemberOfId(): (id: Hex) => ReactNode {
  const { data } = useQuery({
    queryKey: ['alliance', 'memberNames'],
    queryFn: ({ signal }) => listChainMembers({ perPage: 200 }, signal),
    staleTime: 60_000,
  });
  return (id) => {
    const member = data?.items.find((one) => one.id.toLowerCase() === id.toLowerCase());
    return member ? <MemberName member={member} /> : <code title={id}>{shorten(id)}</code>;
  };
}
