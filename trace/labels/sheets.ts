import { labelErrors } from './errors.ts';

/** A sheet of self-adhesive labels on A4; all in millimetres. */
export interface Sheet {
  id: string;
  columns: number;
  rows: number;
  width: number;
  height: number;
  left: number;
  top: number;
  gapX: number;
  gapY: number;
}

/** The usual formats, from 65 small labels to one on the whole sheet. */
export const sheets: readonly Sheet[] = [
  { id: '38x21', columns: 5, rows: 13, width: 38.1, height: 21.2, left: 4.75, top: 10.7, gapX: 2.5, gapY: 0 },
  { id: '63x38', columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.25, top: 15.15, gapX: 2.5, gapY: 0 },
  { id: '70x37', columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gapX: 0, gapY: 0 },
  { id: '99x67', columns: 2, rows: 4, width: 99.1, height: 67.7, left: 4.65, top: 13.1, gapX: 2.5, gapY: 0 },
  { id: '105x148', columns: 2, rows: 2, width: 105, height: 148.5, left: 0, top: 0, gapX: 0, gapY: 0 },
  { id: '210x297', columns: 1, rows: 1, width: 210, height: 297, left: 0, top: 0, gapX: 0, gapY: 0 },
];

/** The sheet of that name. Throws LABEL_UNKNOWN_SHEET. */
export function findSheet(id: string): Sheet {
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) throw labelErrors.unknownSheet({ sheet: id.slice(0, 40), known: sheets.map((one) => one.id).join(', ') });
  return sheet;
}
