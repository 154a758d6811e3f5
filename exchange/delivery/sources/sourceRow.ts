import type { Sql, Tx } from '../../../store/index.ts';
import { deliveryErrors } from '../errors.ts';

export type SourceKind = 'postgres' | 'csv' | 'parquet' | 'file' | 'http';

/** A row of exchange.sources. */
export interface SourceRow {
  id: string;
  participant: string;
  name: string;
  kind: SourceKind;
  /** As its kind needs; without secrets. */
  settings: unknown;
  /** JWE to the department's own connector. */
  secret: string | null;
  writable: boolean;
  created_at: Date;
  changed_at: Date;
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws DELIVERY_SOURCE_UNKNOWN */
export async function readSource(sql: Sql | Tx, participant: string, id: string): Promise<SourceRow> {
  const [row] = uuidPattern.test(id)
    ? await sql<SourceRow[]>`SELECT * FROM exchange.sources WHERE participant = ${participant} AND id = ${id}`
    : [];
  if (!row) throw deliveryErrors.sourceUnknown({ id: id.slice(0, 100) });
  return row;
}
