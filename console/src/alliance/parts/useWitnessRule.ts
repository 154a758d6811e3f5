import { useQuery } from '@tanstack/react-query';
import { parsePolicy } from '../../../../proof/index.ts';
import { getPolicy } from '../../api/getPolicy.ts';

/** How many of how many witnesses have to sign a checkpoint; null where that cannot be read, undefined until it is. */
export function useWitnessRule(): { threshold: number; count: number } | null | undefined {
  const { data, isPending } = useQuery({
    queryKey: ['alliance', 'witnessPolicy'],
    queryFn: async ({ signal }) => {
      const text = await getPolicy(signal);
      if (text === null) return null;
      const { quorum } = parsePolicy(text);
      if (quorum === null) return { threshold: 0, count: 0 };
      return 'members' in quorum
        ? { threshold: quorum.threshold, count: quorum.members.length }
        : { threshold: 1, count: 1 };
    },
    staleTime: 60_000,
  });
  return isPending ? undefined : (data ?? null);
}
