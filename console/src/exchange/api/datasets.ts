import { read, send, type Words } from './common.ts';
import type { Freshness, Item, Mask, Quality } from './items.ts';
import type { DatasetState, Level, Method, Sharing, Subject, UpdateCycle } from './words.ts';

export interface OfferTerms {
  purposes: string[] | null;
  recipients: string[] | null;
  regions: string[] | null;
  longestDays: number | null;
  mostRequests: number | null;
  deletion: boolean;
}

/** Where the rows come from. */
export interface SourceReference {
  source: string;
  table?: string;
  cursor?: string;
  [more: string]: unknown;
}

/** What a steward writes of a dataset. */
export interface DatasetDraft {
  title: Words;
  description: Words;
  keywords: string[];
  duty: string;
  table: string;
  sharing: Sharing;
  legalGround: string | null;
  conditions: Words | null;
  methods: Method[];
  updateCycle: UpdateCycle;
  subject: Subject;
  region: string;
  regionName: Words | null;
  level: Level;
  items: Item[];
  department: Words;
  contact: { name: string; phone?: string; email?: string };
  terms: OfferTerms;
  changeItem: string | null;
  source: SourceReference | null;
}

export interface Dataset extends DatasetDraft {
  id: string;
  participant: string;
  version: number;
  digest: string;
  state: DatasetState;
  publishedAt: string | null;
  quality: Quality | null;
  freshness: Freshness | null;
}

export interface ManagedDataset {
  dataset: Dataset;
  published: Dataset | null;
  revision: number;
  author: { id: string; name: string };
  returned: string | null;
  measuring: string | null;
  measuredNext: string | null;
}

export interface LifeStep {
  step: string;
  at: string;
  actor: { id: string; name: string };
  version: number;
  note: string | null;
  record: string;
}

export interface Measurement {
  at: string;
  version: number;
  quality: Quality | null;
  freshness: Freshness | null;
  problem: string | null;
}

export interface Preview {
  columns: { name: string; mask: Mask['kind'] | null }[];
  rows: Record<string, unknown>[];
}

const pathOf = (id: string) => `/datasets/${encodeURIComponent(id)}`;

/** What is written of a dataset, and what is in force. */
export const getDataset = (id: string, signal?: AbortSignal) => read<ManagedDataset>(pathOf(id), signal);
/** Describes a new dataset. */
export const createDataset = (draft: unknown) => send<ManagedDataset>('POST', '/datasets', draft);
/** Changes what was read with this revision. */
export const changeDataset = (id: string, revision: number, draft: unknown) =>
  send<ManagedDataset>('PUT', `${pathOf(id)}?revision=${revision}`, draft);
/** Removes what was never published. */
export const removeDataset = (id: string) => send('DELETE', pathOf(id));
/** A step without words. */
export const takeStep = (id: string, step: 'recall' | 'discard') =>
  send<ManagedDataset>('POST', `${pathOf(id)}/${step}`);
/** Gives it to review. */
export const submitDataset = (id: string, note: string | null) =>
  send<ManagedDataset>('POST', `${pathOf(id)}/submit`, { note });
/** Publishes it, or returns it with a reason. */
export const decideDataset = (
  id: string,
  decision: { verdict: 'approve' | 'return'; reason: string | null; revision: number },
) => send<ManagedDataset>('POST', `${pathOf(id)}/decision`, decision);
/** Takes it out of the catalogue. */
export const withdrawDataset = (id: string, reason: string) =>
  send<ManagedDataset>('POST', `${pathOf(id)}/withdraw`, { reason });
/** Reads the source now. */
export const measureDataset = (id: string) => send<Measurement>('POST', `${pathOf(id)}/measurements`);
/** Sets when the source is read; null for never. */
export const scheduleMeasuring = (id: string, cron: string | null) =>
  send<ManagedDataset>('PUT', `${pathOf(id)}/schedule`, { cron });
/** Items as a table or a source suggests them. */
export const suggestItems = (from: { csv: string } | { source: SourceReference }) =>
  send<{ items: Item[] }>('POST', '/datasets/items', from);
/** Rows as a consumer would get them. */
export const previewDataset = (body: { dataset: string; consumer?: string; rows?: number }) =>
  send<Preview>('POST', '/sources/preview', body);
