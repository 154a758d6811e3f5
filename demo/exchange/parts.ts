import type { Alliance } from '../../alliance/index.ts';
import type { HostedExchange } from '../../exchange/index.ts';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import type { DemoSizes } from './tables.ts';

/** What the demonstration of data exchange is made with. */
export interface ExchangeDemoParts {
  alliance: Pick<Alliance, 'createMember' | 'readMembers'>;
  exchange: HostedExchange;
  store: Store;
  /** Address of the platform's PostgreSQL, on whose server the departments get databases of their own. */
  databaseUrl: string;
  now: Date;
  /** Smaller for tests. */
  sizes?: DemoSizes;
  logger: Logger;
  signal: AbortSignal;
}

/** Who acts for the departments of the demonstration. Who reviews is somebody else than who writes. */
export const actors = {
  steward: { id: 'demo-steward', name: '示范数据管理员' },
  reviewer: { id: 'demo-reviewer', name: '示范审核员' },
  handler: { id: 'demo-handler', name: '示范经办人' },
} as const;

/** All entries of a list that comes in pages. */
export async function readAll<Item>(
  read: (page: { perPage: number; pageToken?: string }) => Promise<{ items: Item[]; nextPageToken: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let pageToken: string | null | undefined;
  do {
    const page = await read({ perPage: 100, ...(pageToken ? { pageToken } : {}) });
    all.push(...page.items);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return all;
}
