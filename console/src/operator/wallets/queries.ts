import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { listWallets } from '../../api/wallets.ts';

/** The member's wallets. */
export const walletsQuery = queryOptions({
  queryKey: ['wallets'],
  queryFn: ({ signal }) => listWallets(signal),
});

/** Asks again for keys and wallets, wherever they are shown. */
export function refreshWallets(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['walletKeys'] });
  void client.invalidateQueries({ queryKey: walletsQuery.queryKey });
}
