import type { Entry } from './useNotary.ts';

/** Saves the recorded files as a table (CSV, RFC 4180, with a mark that spreadsheets read it as UTF-8). */
export function saveResults(entries: Entry[], origin: string): void {
  const rows = entries
    .filter(({ state }) => state === 'recorded')
    .map(({ name, bytes, digest, id }) => [
      name,
      String(bytes),
      digest ?? '',
      id ?? '',
      `${origin}/verify/evidence/${id}`,
    ]);
  const text = [['file', 'bytes', 'sha256', 'id', 'certificate'], ...rows]
    .map((row) => row.map(quote).join(','))
    .join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv;charset=utf-8' }));
  link.download = `evidence-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A cell; one that a spreadsheet would take for a formula is made plain text. */
function quote(cell: string): string {
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
