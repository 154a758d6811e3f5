import { listPage, send } from './common.ts';
import type { ItemType } from './words.ts';

export const sourceKinds = ['postgres', 'csv', 'parquet', 'file', 'http'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Where data come from; its secret is never shown. */
export interface Source {
  id: string;
  name: string;
  kind: SourceKind;
  settings: Record<string, unknown>;
  hasSecret: boolean;
  writable: boolean;
  createdAt: string;
  changedAt: string;
}

export interface SourceDraft {
  name: string;
  kind: SourceKind;
  settings: Record<string, unknown>;
  secret?: { password?: string; headers?: Record<string, string> } | null;
  writable?: boolean;
}

export interface SourceColumns {
  columns: { name: string; type: ItemType; nullable: boolean; key: boolean; comment: string | null }[];
  rows: number | null;
  bytes: number | null;
}

/** Sources of the own department, up to a hundred. */
export const listSources = async (signal?: AbortSignal) =>
  (await listPage<Source>('/sources', { perPage: 100 }, signal)).items;
/** Adds a source. */
export const createSource = (draft: SourceDraft) => send<Source>('POST', '/sources', draft);
/** Changes a source; the secret stays when it is left out. */
export const changeSource = (id: string, { kind: _, ...change }: SourceDraft) =>
  send<Source>('PUT', `/sources/${encodeURIComponent(id)}`, change);
/** Removes a source. */
export const removeSource = (id: string) => send('DELETE', `/sources/${encodeURIComponent(id)}`);
/** Connects to a source and describes its columns; nothing is kept. */
export const testSource = (what: { id: string; table?: string } | { draft: SourceDraft; table?: string }) =>
  send<SourceColumns>('POST', '/sources/test', what);
