import { type ColumnId, columns, columnsOf } from './columns.ts';
import { type CellProblem, problemAt } from './problems.ts';
import { type ReadCellOptions, readCell } from './readCell.ts';
import type { FilledTemplate } from './readTable.ts';

/** A row with the meaning of its cells; a column that is empty or wrong is not in `values`. */
export interface ReadRow {
  number: number;
  /** As the file has them, for the preview. */
  texts: Partial<Record<ColumnId, string>>;
  values: Partial<Record<ColumnId, string>>;
}

/** Rows that are one event. */
export interface EventRows {
  rows: ReadRow[];
  /** What all rows of the event share. */
  shared: Partial<Record<ColumnId, string>>;
}

export interface ReadRowsReturnType {
  rows: ReadRow[];
  events: EventRows[];
  problems: CellProblem[];
}

/** Columns that say of a row what goods it adds; all others are about the event. */
const ofGoods: readonly ColumnId[] = [
  'item',
  'product',
  'lot',
  'quantity',
  'unit',
  'inputItem',
  'inputProduct',
  'inputLot',
  'inputQuantity',
  'inputUnit',
  'note',
];

/** Reads every cell, puts rows of one event together, and names all that is wrong with single cells. */
export function readRows(table: FilledTemplate, options: ReadCellOptions): ReadRowsReturnType {
  const problems: CellProblem[] = [];
  const wrong = new Set<string>();
  const rows = table.rows.map(({ number, cells }): ReadRow => {
    const row: ReadRow = { number, texts: {}, values: {} };
    for (const [at, cell] of cells.entries()) {
      const id = table.headings[at] ?? null;
      if (id === null) {
        if (cell.text.trim() !== '') problems.push(problemAt({ row: number, column: null }, 'extraCells'));
        continue;
      }
      row.texts[id] = cell.text.slice(0, 200);
      const reading = readCell(columns[id].kind, cell, options);
      if ('code' in reading) {
        problems.push(problemAt({ row: number, column: id }, reading.code, reading.values));
        wrong.add(`${number} ${id}`);
      } else if (reading.value !== '') row.values[id] = reading.value;
    }
    return row;
  });
  const events = groupRows(rows).map((group) => ({ rows: group, shared: share(group, problems) }));
  const required = columnsOf(table.template).filter((column) => column.required);
  for (const { rows: group, shared } of events) {
    for (const { id } of required) {
      const checked = ofGoods.includes(id)
        ? group.filter(({ values }) => values[id] === undefined)
        : shared[id] === undefined
          ? group.slice(0, 1)
          : [];
      const missing = checked.filter(({ number }) => !wrong.has(`${number} ${id}`));
      problems.push(...missing.map(({ number }) => problemAt({ row: number, column: id }, 'missing')));
    }
  }
  return { rows, events, problems };
}

/** Rows with the same number in the column "event", wherever they stand; a row without number is an event of its own. */
function groupRows(rows: readonly ReadRow[]): ReadRow[][] {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const key = row.values.event === undefined ? `row ${row.number}` : `event ${row.values.event}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** What the rows say of their event; a later row may leave it out but not say something else. */
function share(rows: readonly ReadRow[], problems: CellProblem[]): Partial<Record<ColumnId, string>> {
  const shared: Partial<Record<ColumnId, string>> = {};
  const said = new Map<ColumnId, number>();
  for (const { number, values } of rows) {
    for (const [id, value] of Object.entries(values) as [ColumnId, string][]) {
      if (ofGoods.includes(id) && id !== 'note') continue;
      if (shared[id] === undefined) {
        shared[id] = value;
        said.set(id, number);
      } else if (shared[id] !== value && id !== 'note') {
        problems.push(problemAt({ row: number, column: id }, 'differs', { row: said.get(id) ?? number }));
      }
    }
  }
  return shared;
}
