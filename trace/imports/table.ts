/** A cell as a file has it. */
export interface Cell {
  text: string;
  /** True when the file would have a program compute the cell. */
  formula?: boolean;
  /** True when a spreadsheet kept it as a number and not as the characters that somebody typed. */
  number?: boolean;
  /** Of a spreadsheet's date, which knows no zone: the clock's fields as if they were UTC. */
  date?: Date;
}

/** A row with its number in the file, from 1. */
export interface Row {
  number: number;
  cells: Cell[];
}

/** What a file holds. */
export interface Table {
  /** How the text was written: utf-8, utf-16le, gb18030, or xlsx. */
  encoding: string;
  rows: Row[];
}

/** Limits of one file. */
export const limits = { bytes: 5 * 1024 * 1024, rows: 5_000, columns: 60, cellCharacters: 1_000 } as const;
