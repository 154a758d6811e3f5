import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { NegotiationRow, Patch, ProcessRow, TransferRow } from './rows.ts';

/** Which of the two kinds of process. */
export type KindName = 'negotiation' | 'transfer';

const tables = { negotiation: 'exchange.negotiations', transfer: 'exchange.transfers' } as const;
const jsonColumns = new Set(['ending', 'termination', 'offer', 'agreement', 'extension', 'data_address']);

/** Columns as the driver takes them. */
function toColumns(tx: Tx, values: object): Record<string, never> {
  const entries = Object.entries(values).map(([column, value]) => [
    column,
    jsonColumns.has(column) && value !== null ? tx.json(value as JsonObject) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, never>;
}

/** A process, locked until the transaction ends. */
export async function lockProcess<Row extends ProcessRow>(tx: Tx, kind: KindName, id: string): Promise<Row | null> {
  const [row] = await tx<Row[]>`SELECT * FROM ${tx(tables[kind])} WHERE id = ${id} FOR UPDATE`;
  return row ?? null;
}

/** Changes a process that the transaction has locked. */
export async function patchProcess<Row extends ProcessRow>(
  tx: Tx,
  kind: KindName,
  { id, patch }: { id: string; patch: Patch },
): Promise<Row> {
  const [row] = await tx<Row[]>`
    UPDATE ${tx(tables[kind])} SET ${tx(toColumns(tx, patch))} WHERE id = ${id} RETURNING *`;
  if (!row) throw new Error(`The ${kind} ${id} is gone.`);
  return row as Row;
}

/** Adds a process; null when the same one is there already. */
export async function insertProcess<Row extends NegotiationRow | TransferRow>(
  tx: Tx,
  kind: KindName,
  row: Omit<Row, 'termination' | 'ending'> & { key: string | null },
): Promise<Row | null> {
  const [made] = await tx<Row[]>`
    INSERT INTO ${tx(tables[kind])} ${tx(toColumns(tx, row))} ON CONFLICT DO NOTHING RETURNING *`;
  return (made as Row | undefined) ?? null;
}
