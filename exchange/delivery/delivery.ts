import type { Tx } from '../../store/index.ts';
import type { Transfer } from '../dsp/dsp.ts';
import type { JsonObject } from '../house.ts';
import type { DataSource, Row, RowFilter, SourceColumns, SourceReference } from './sources/source.ts';

/** Formats of a TransferRequestMessage that the data plane serves. */
export const transferFormats = [
  'xy:pull-csv',
  'xy:pull-parquet',
  'xy:pull-file',
  'xy:push',
  'xy:stream',
  'xy:query',
] as const;
export type TransferFormat = (typeof transferFormats)[number];

/** Where a consumer puts what it gets. */
export type Destination =
  /** A file in the folder of the department, under this name. */
  | { kind: 'file'; name: string }
  /** A table of a PostgreSQL that `source` names, made when it is not there; for `xy:pull-csv`, `xy:push`, `xy:stream`. */
  | { kind: 'table'; source: string; table: string };

/** What a consumer receives, and how far it is. */
export interface Intake {
  id: string;
  participant: string;
  /** Id of the own row of the transfer; null until it is requested. */
  transfer: string | null;
  agreement: string;
  format: string;
  destination: Destination;
  state: 'running' | 'suspended' | 'finishing' | 'done' | 'cancelled' | 'failed' | 'erased';
  chunks: number;
  /** Null as long as the provider does not know. */
  chunksInAll: number | null;
  bytes: number;
  rows: number | null;
  /** Of all, when done: SHA-256 of the chunks' digests in order. */
  digest: string | null;
  problem: string | null;
  /** The problem in Chinese; null where there is none, or it has no words of ours. */
  problemZh: string | null;
  startedAt: string;
  changedAt: string;
}

export interface StartIntakeParameters {
  participant: string;
  /** `@id` of the agreement. */
  agreement: string;
  /** Any but `xy:query`. */
  format: TransferFormat;
  purpose: string;
  caseNumber: string | null;
  /** Region of use, GB/T 2260, where it is not all of what was agreed. */
  place?: string;
  destination: Destination;
}

export interface QueryParameters {
  participant: string;
  /** The own transfer of format `xy:query`. */
  transfer: string;
  purpose: string;
  caseNumber: string | null;
  /** Region of use, GB/T 2260, where it is not all of what was agreed. */
  place?: string;
  filter: RowFilter | null;
  /** Of the granted ones; all by default. */
  items?: string[];
  /** At most 1,000. */
  limit?: number;
  signal?: AbortSignal;
}

export interface QueryResult {
  rows: Row[];
  /** True when there are more than `limit`. */
  more: boolean;
  /** SHA-256 of the sealed answer, which both sides' records name. */
  digest: string;
}

/** Rows as a consumer would get them. */
export interface Preview {
  columns: { name: string; mask: string | null }[];
  rows: Row[];
}

/** What the deletion duty is about: something that a delivery left at the consumer. */
export interface Holding {
  intake: string;
  destination: Destination;
  digest: string | null;
  bytes: number;
  rows: number | null;
  receivedAt: string;
  /** Whether a person downloaded a copy. */
  handedOut: boolean;
}

/** Transfers' data: the provider's side, the consumer's side, and the sources. */
export interface Delivery {
  /**
   * Provider: makes the transfer's key and gives the dataAddress of its TransferStartMessage, in the transaction that sends it.
   * Again for the same transfer, it gives the same.
   */
  prepare(tx: Tx, transfer: Transfer): Promise<JsonObject>;
  /** Stops what runs for a transfer of this process and others within a second; a suspended one goes on with `resume`. */
  stop(participant: string, transfer: string, reason: string): Promise<void>;
  resume(participant: string, transfer: string): Promise<void>;
  /** Consumer: requests a transfer and receives it in the background until done, also after a crash. */
  receive(p: StartIntakeParameters): Promise<Intake>;
  readIntake(participant: string, id: string): Promise<Intake>;
  cancelIntake(participant: string, id: string): Promise<Intake>;
  /** Consumer: one request, one answer. */
  query(p: QueryParameters): Promise<QueryResult>;
  /** Opens the source of a dataset; the caller closes it. @throws DELIVERY_SOURCE_UNKNOWN, DELIVERY_SOURCE_FAILED */
  openSource(participant: string, reference: SourceReference): Promise<DataSource>;
  describeSource(participant: string, reference: SourceReference): Promise<SourceColumns>;
  /** What a consumer would get of a dataset: `items` (all that are shared by default), masked for `consumer` (a slug). */
  preview(p: {
    participant: string;
    dataset: string;
    items?: string[];
    filter?: RowFilter | null;
    consumer?: string;
    rows?: number;
  }): Promise<Preview>;
  /** What an agreement's deliveries left here. */
  holdings(participant: string, agreement: string): Promise<Holding[]>;
  /** Removes the file, or the rows that the delivery put into the table, and what is kept of them. */
  erase(participant: string, intake: string): Promise<{ how: 'unlink' | 'drop' | 'delete' | 'absent' }>;
  /** Background roles: spooling, pushing, receiving. */
  run(signal: AbortSignal): Promise<void>;
}
