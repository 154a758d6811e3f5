import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { listWebhooks } from '../../api/webhooks.ts';

/** The member's webhooks with what waits for them. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => listWebhooks(signal),
  refetchInterval: 5_000,
});

/** Asks again for the webhooks and for their messages. */
export function refreshWebhooks(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  void client.invalidateQueries({ queryKey: ['explorer', 'list', 'webhook'] });
}
