import type { ExchangeBundle } from '../../../../proof/index.ts';
import { type ListQuery, pathOf, read, send, type Words } from './common.ts';

export const outcomes = ['ok', 'refused', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];
/** Usual kinds of records. */
export const recordKinds = [
  'message.sent',
  'message.received',
  'application',
  'decision',
  'refusal',
  'grant',
  'delivery',
  'key.released',
  'answer',
  'deletion',
  'act',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A record as auditors see it. */
export interface AuditRecord {
  id: string;
  sequence: number | null;
  digest: string | null;
  time: string;
  kind: string;
  outcome: Outcome;
  counterparty: string | null;
  negotiation: string | null;
  transfer: string | null;
  agreement: string | null;
  application: string | null;
  grant: string | null;
  dataset: string | null;
  purpose: string | null;
  caseNumber: string | null;
  bytes: number | null;
  rows: number | null;
  subjects: number;
  detail: Record<string, unknown>;
  documents: string[];
  anchored: boolean;
}

/** A record with its signed text and its documents. */
export interface WholeRecord extends AuditRecord {
  jws: string | null;
  texts: Record<string, string>;
}

/** Whether records get onto the chain in time. */
export interface AuditStatus {
  chained: number;
  anchored: number;
  waiting: number;
  oldestPending: string | null;
  latenessSeconds: number;
  warnSeconds: number;
  limitSeconds: number;
  state: 'in time' | 'warning' | 'refusing';
}

export interface StatisticsLine {
  key: string | null;
  records: number;
  ok: number;
  refused: number;
  failed: number;
  refusedShare: number;
  deliveries: number;
  bytes: number;
  rows: number;
}
export interface Statistics {
  total: StatisticsLine;
  lines: StatisticsLine[];
  more: boolean;
}
export const groups = ['day', 'counterparty', 'dataset', 'purpose', 'kind'] as const;
export type Group = (typeof groups)[number];

export const anomalyRules = [
  'no-case',
  'repeated-case',
  'volume',
  'odd-hours',
  'refusals',
  'same-person',
  'break-glass',
] as const;
export type AnomalyRule = (typeof anomalyRules)[number];
export const judgements = ['open', 'explained', 'confirmed'] as const;
export type Judgement = (typeof judgements)[number];

/** Something out of the ordinary. */
export interface Anomaly {
  id: string;
  rule: AnomalyRule;
  at: string;
  foundAt: string;
  explanation: Words;
  records: string[];
  state: Judgement;
  note: string | null;
  judgedAt: string | null;
}

export const getRecord = (id: string, signal?: AbortSignal) => read<WholeRecord>(`/records/${id}`, signal);
export const getStatus = (signal?: AbortSignal) => read<AuditStatus>('/status', signal);
export const getStatistics = (query: ListQuery, signal?: AbortSignal) =>
  read<Statistics>(pathOf('/statistics', query).replace('/api/exchange', ''), signal);
/** Says of an anomaly what it is. */
export const judgeAnomaly = (id: string, state: Judgement, note: string | null) =>
  send<Anomaly>('PUT', `/anomalies/${id}`, { state, note });
/** The evidence of an exchange, from the own department's view. */
export const getEvidence = (agreement: string, signal?: AbortSignal) =>
  read<ExchangeBundle>(`/bundles/${encodeURIComponent(agreement)}`, signal);
