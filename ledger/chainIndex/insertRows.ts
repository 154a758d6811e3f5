import type { Hex } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';

/** Column names and PostgreSQL types of a table, in the order in which values are given. */
export type Columns = readonly (readonly [name: string, type: string])[];

/** Rows to be written in one statement, kept by column as PostgreSQL's array texts. */
export interface Rows {
  readonly table: string;
  readonly columns: Columns;
  readonly values: string[][];
}

/** An empty set of rows of a table in the schema chain_index. */
export function makeRows(table: string, columns: Columns): Rows {
  return { table, columns, values: columns.map(() => []) };
}

/** Adds a row; each value is the text of an array element, see the functions below. */
export function addRow({ values }: Rows, row: readonly string[]): void {
  for (let place = 0; place < row.length; place += 1) values[place]?.push(row[place] ?? 'NULL');
}

/** Elements of array texts: what is not quoted must have no character that means something there. */
export const bytes = (hex: Hex | null | undefined): string => (hex == null ? 'NULL' : `\\\\x${hex.slice(2)}`);
export const plain = (value: string | number | bigint | null): string => (value === null ? 'NULL' : String(value));
export const flag = (value: boolean): string => (value ? 't' : 'f');

/** Free text; a NUL, which PostgreSQL cannot store, becomes U+FFFD. */
export function quote(value: string | null): string {
  if (value === null) return 'NULL';
  return `"${value.replaceAll('\0', '\ufffd').replace(/[\\"]/g, '\\$&')}"`;
}

/** A list of bytes within a row, for a column of type `bytea[]`. */
export const byteList = (list: readonly Hex[]): string =>
  list.length === 0 ? '{}' : `{${list.map((hex) => bytes(hex)).join(',')}}`;

/**
 * Writes rows in one statement: every column goes as one text that the server turns into an array. That costs the server and
 * this process far less than a parameter a value, and unlike COPY it is one message, so nothing waits for the network.
 */
export async function insertRows(tx: Tx, { table, columns, values }: Rows): Promise<void> {
  if (values[0]?.length === 0) return;
  const names = columns.map(([name]) => name).join(', ');
  // Lists of different lengths cannot be an array of arrays: they go as texts.
  const selected = columns.map(([name, type]) => (type.endsWith('[]') ? `${name}::${type}` : name)).join(', ');
  const arrays = columns.map(([, type], place) => `$${place + 1}::text::${type.endsWith('[]') ? 'text' : type}[]`);
  await tx.unsafe(
    `INSERT INTO chain_index.${table} (${names})
     SELECT ${selected} FROM unnest(${arrays.join(', ')}) AS given (${names})`,
    values.map((column) => `{${column.join(',')}}`),
    { prepare: true },
  );
}
