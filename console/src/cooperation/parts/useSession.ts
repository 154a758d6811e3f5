import { useQuery } from '@tanstack/react-query';
import { may } from '../../api/session.ts';
import { sessionQuery } from '../../operator/queries.ts';

/** Who reads, and what it may do for its organisation. */
export function useSession() {
  const { data } = useQuery(sessionQuery);
  return {
    principal: data?.principal ?? null,
    /** The reader's own organisation; null for a visitor. */
    member: data?.principal?.member ?? null,
    may: (action: string) => may(data, action),
  };
}
