import { useInfiniteQuery } from '@tanstack/react-query';
import type { AlliancePage } from '../api/types.ts';

/** A list page by page; the first pages stay while more are asked for. */
export function usePages<Item>(
  key: readonly unknown[],
  read: (nextPageToken: string | undefined, signal: AbortSignal) => Promise<AlliancePage<Item>>,
) {
  const { data, ...query } = useInfiniteQuery({
    queryKey: ['alliance', 'list', ...key],
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextPageToken ?? undefined,
    refetchInterval: 15_000,
  });
  return { ...query, items: data?.pages.flatMap((page) => page.items) };
}
