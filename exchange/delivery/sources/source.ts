import type { JsonValue } from '../../../proof/index.ts';

/** Where a dataset's rows or bytes come from. `source` names a row of exchange.sources, whose secrets are sealed there. */
export interface SourceReference {
  source: string;
  /** PostgreSQL: `schema.table` or `table` (of public). Others need none. */
  table?: string;
  /** The column that grows with every new row, for streams. */
  cursor?: string;
  /** Rows outside of this are never given to anybody. */
  rows?: RowFilter;
  /** Column of an item where it is called otherwise: item → column. */
  columns?: { [item: string]: string };
}

/** Exact numbers beyond a double's reach are texts; dates are `YYYY-MM-DD`, times ISO 8601 in UTC. */
export type Value = JsonValue;
/** One row, by column. */
export type Row = { [column: string]: Value };

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'time' | 'json';

export interface SourceColumn {
  name: string;
  type: ColumnType;
  nullable: boolean;
  /** Part of the primary key. */
  key: boolean;
  comment: string | null;
}

/** What a source has. */
export interface SourceColumns {
  /** Empty for files of any kind. */
  columns: SourceColumn[];
  /** An estimate; null when unknown. */
  rows: number | null;
  bytes: number | null;
}

export type Scalar = string | number | boolean;
export type Comparison = 'eq' | 'neq' | 'lt' | 'lteq' | 'gt' | 'gteq' | 'startsWith';

/** One comparison of a column. */
export type RowCondition = { column: string; is: Comparison; value: Scalar } | { column: string; in: Scalar[] };

/** Which rows. Comparisons with null are false, as in SQL. Texts are compared by code points. */
export type RowFilter =
  | { all: RowFilter[] }
  | { any: RowFilter[] }
  | { not: RowFilter }
  | RowCondition
  | { column: string; null: boolean };

export interface ReadParameters {
  columns: readonly string[];
  filter: RowFilter | null;
  /** At most so many rows. */
  limit?: number;
  signal?: AbortSignal;
}

/** Rows after a place in the order of the cursor column, the smallest first. */
export interface ReadAfterParameters extends ReadParameters {
  cursor: string;
  /** The cursor's value and those of the key columns of the last row that was read; null for the beginning. */
  after: Value[] | null;
  limit: number;
}

export type Measure =
  | { name: string; take: 'count' }
  | { name: string; take: 'countDistinct' | 'countPresent' | 'sum' | 'average' | 'least' | 'most'; column: string };

export interface AggregateParameters {
  measures: readonly Measure[];
  groupBy?: readonly string[];
  /** Groups by bands of a number: `floor(column / step) * step`. */
  bands?: { column: string; step: number };
  filter: RowFilter | null;
  /** Most groups. */
  limit?: number;
  signal?: AbortSignal;
}

/** Bytes of a file, read at any place; it is the same file for as long as `version` is the same. */
export interface SourceBytes {
  size: number;
  mediaType: string;
  name: string;
  /** Changes when the file does: device, inode, size and time of change. */
  version: string;
  /** Fills `into` from `position`; gives how many bytes there were. */
  read(into: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/** One source of data, read only. Every column that is named is checked against the real ones (DELIVERY_COLUMN_UNKNOWN). */
export interface DataSource {
  describe(signal?: AbortSignal): Promise<SourceColumns>;
  /** All rows as of one moment, in batches, with flat memory. */
  read(p: ReadParameters): AsyncIterable<Row[]>;
  /** The order key of a row is `[cursor, …key columns]`. @throws DELIVERY_NOT_STREAMABLE */
  readAfter(p: ReadAfterParameters): Promise<{ rows: Row[]; after: Value[] | null }>;
  /** Groups with their measures; sums and averages are numbers or exact texts. */
  aggregate(p: AggregateParameters): Promise<Row[]>;
  /** The bytes themselves, for files. @throws DELIVERY_NOT_A_FILE */
  openBytes(): Promise<SourceBytes>;
  close(): Promise<void>;
}
