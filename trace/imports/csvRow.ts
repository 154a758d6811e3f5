/** What a spreadsheet would take for a formula when it opens the file. */
const dangerous = /^[=+\-@\t\r]/;

/** A cell of a CSV file (RFC 4180), kept from becoming a formula by an apostrophe before it. */
function toCsvCell(text: string): string {
  const guarded = dangerous.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A row of a CSV file. */
export const toCsvRow = (cells: readonly string[]): string => `${cells.map(toCsvCell).join(',')}\r\n`;
