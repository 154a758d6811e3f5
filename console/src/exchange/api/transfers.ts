import { read, send } from './common.ts';
import type { Side } from './grants.ts';

export const transferStates = ['REQUESTED', 'STARTED', 'SUSPENDED', 'COMPLETED', 'TERMINATED'] as const;
export type TransferState = (typeof transferStates)[number];
/** Ways in which data come. */
export const formats = [
  'xy:pull-csv',
  'xy:pull-parquet',
  'xy:pull-file',
  'xy:push',
  'xy:stream',
  'xy:query',
  'xy:answer',
  'xy:match',
] as const;
export type Format = (typeof formats)[number];

export type Destination = { kind: 'file'; name: string } | { kind: 'table'; source: string; table: string };

/** What comes in, and how far it is. */
export interface Intake {
  id: string;
  transfer: string | null;
  agreement: string;
  format: string;
  destination: Destination;
  state: 'running' | 'suspended' | 'finishing' | 'done' | 'cancelled' | 'failed' | 'erased';
  chunks: number;
  chunksInAll: number | null;
  bytes: number;
  rows: number | null;
  digest: string | null;
  problem: string | null;
  problemZh: string | null;
  startedAt: string;
  changedAt: string;
}

/** A transfer under an agreement, with its progress on the own side. */
export interface Transfer {
  id: string;
  role: Side;
  counterparty: string;
  agreement: string;
  dataset: string;
  format: string;
  state: TransferState | null;
  inner: string;
  ending: { code: string; reason: string[]; reasonZh: string[]; by: Side } | null;
  delivery: {
    state: string;
    chunks: number | null;
    pushed: number;
    rows: number | null;
    problem: string | null;
    problemZh: string | null;
  } | null;
  intake: Intake | null;
  createdAt: string;
  updatedAt: string;
}

export interface StartTransfer {
  agreement: string;
  format: Format;
  purpose: string;
  caseNumber: string | null;
  destination?: Destination;
}

/** Rows that a query gave. */
export interface QueryAnswer {
  rows: Record<string, unknown>[];
  more: boolean;
  digest: string;
}
export interface RowQuery {
  purpose: string;
  caseNumber: string | null;
  filter?: unknown;
  items?: string[];
  limit?: number;
}

/** A transfer by its id. */
export const getTransfer = (id: string, signal?: AbortSignal) =>
  read<Transfer>(`/transfers/${encodeURIComponent(id)}`, signal);
/** Begins to get data under an agreement. */
export const startTransfer = (body: StartTransfer) =>
  send<{ transfer: string | null; intake: Intake | null }>('POST', '/transfers', body);
/** Suspends, resumes or ends a transfer. */
export const stepTransfer = (id: string, step: 'suspend' | 'resume' | 'stop', reason: string) =>
  send<Transfer>('POST', `/transfers/${encodeURIComponent(id)}/${step}`, { reason });
/** Gives up what is coming in. */
export const cancelTransfer = (id: string) => send<Intake>('POST', `/transfers/${encodeURIComponent(id)}/cancel`, {});
/** Asks for a few rows. */
export const queryRows = (id: string, query: RowQuery) =>
  send<QueryAnswer>('POST', `/transfers/${encodeURIComponent(id)}/query`, query);
/** Where the file is that a transfer brought. */
export const filePath = (id: string) => `/api/exchange/transfers/${encodeURIComponent(id)}/file`;
