import type { SearchResult } from '../api/overview.ts';

const folders = {
  block: 'blocks',
  epoch: 'epochs',
  transaction: 'transactions',
  account: 'accounts',
  contract: 'contracts',
} as const;

/** The page of something that was found. */
export function pathOfResult({ kind, id }: Pick<SearchResult, 'kind' | 'id'>): string {
  if (kind === 'checkpoint') return `/explorer/log?size=${encodeURIComponent(id)}`;
  return `/explorer/${folders[kind]}/${encodeURIComponent(id)}`;
}
