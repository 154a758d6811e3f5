import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { getLimits, getSentTransaction } from '../../api/transactions.ts';
import { listWalletKeys, type WalletKey } from '../../api/wallets.ts';

/** One transaction, kept up to date by the stream of events; the slow polling heals what it missed. */
export const sentQuery = (id: string) =>
  queryOptions({
    queryKey: ['outgoing', id],
    queryFn: ({ signal }) => getSentTransaction(id, signal),
    refetchInterval: 15_000,
  });

/** The own limits and what is used of them. */
export const limitsQuery = queryOptions({
  queryKey: ['outgoing', 'limits'],
  queryFn: ({ signal }) => getLimits(signal),
  refetchInterval: 30_000,
});

/** The keys that may sign, as far as a list to choose from is any use. */
export const signersQuery = queryOptions({
  queryKey: ['walletKeys', 'signers'],
  queryFn: async ({ signal }) => (await listWalletKeys({ limit: 200 }, signal)).items,
  staleTime: 10_000,
});

/** Lists of the member's transactions have this name in the cache of `CursorTable`. */
export const sentListKey = 'outgoing';

/** Asks again for everything that shows the member's transactions. */
export function refreshSent(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['explorer', 'list', sentListKey] });
  void client.invalidateQueries({ queryKey: ['outgoing'] });
}

/** Names keys by their address. */
export function useSignerNames(): (address: string) => string | null {
  const { data } = useQuery(signersQuery);
  const names = new Map(data?.map(({ address, name }: WalletKey) => [address, name]));
  return (address) => names.get(address) ?? null;
}
