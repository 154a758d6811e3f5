import type { Sql, Tx } from '../../../store/index.ts';
import type { SourceColumn } from '../sources/source.ts';

/** What a delivery consists of, as the manifest tells it. */
export interface DeliveryContent {
  kind: 'rows' | 'file';
  name: string;
  mediaType: string;
  /** Of rows: what the consumer gets. */
  columns: Pick<SourceColumn, 'name' | 'type' | 'nullable'>[];
  /** Of a file: its size, and what tells that it is the same file. */
  size: number | null;
  version: string | null;
  /** Version of the dataset. */
  datasetVersion: number;
  /** Name of the spool; null for a file, which is sealed as it is read. */
  spool: string | null;
}

/** The provider's row of a transfer. */
export interface DeliveryRow {
  participant: string;
  transfer: string;
  agreement: string;
  dataset: string;
  format: string;
  consumer_slug: string;
  suite: string;
  sealed_key: string;
  prefix: Uint8Array;
  state: 'prepared' | 'making' | 'ready' | 'ended' | 'failed';
  purpose: string | null;
  case_number: string | null;
  opened_at: Date | null;
  content: DeliveryContent | null;
  chunks: string | null;
  bytes: string | null;
  rows: string | null;
  digest: string | null;
  pushed: string;
  problem: string | null;
  stopped: string | null;
}

/** Reads the provider's row of a transfer; `lock` holds it until the transaction ends. */
export async function readDelivery(
  sql: Sql | Tx,
  participant: string,
  transfer: string,
  lock = false,
): Promise<DeliveryRow | null> {
  const [row] = await sql<DeliveryRow[]>`
    SELECT participant, transfer, agreement, dataset, format, consumer_slug, suite, sealed_key, prefix, state, purpose,
      case_number, opened_at, content, chunks, bytes, rows, digest, pushed, problem, stopped
    FROM exchange.deliveries
    WHERE participant = ${participant} AND transfer = ${transfer} ${lock ? sql`FOR UPDATE` : sql``}`;
  return row ?? null;
}
