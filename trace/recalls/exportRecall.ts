import type { RecallItem, RecallNotice } from './model.ts';

const columns = [
  'thing',
  'name_zh',
  'name_en',
  'holder',
  'holder_zh',
  'holder_en',
  'place',
  'place_zh',
  'place_en',
  'quantity',
  'unit',
  'first_time',
  'last_time',
  'step',
  'answer',
  'answered_at',
] as const;

/** A cell of RFC 4180; one that a spreadsheet would take for a formula gets an apostrophe in front. */
function toCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const toLine = (cells: readonly (string | number | null | undefined)[]) => `${cells.map(toCell).join(',')}\r\n`;

/** The first line of the list as CSV, after the byte order mark that spreadsheets need for Chinese. */
export const csvHead = `\uFEFF${toLine(columns)}`;

/** Rows of the list as CSV (RFC 4180), with what their holders answered. */
export function toCsv(items: readonly RecallItem[], notices: readonly RecallNotice[]): string {
  const answers = new Map(notices.map((notice) => [notice.holder.slug, notice]));
  return items
    .map(({ thing, holder, place, quantity, uom, firstTime, lastTime, bizStep }) => {
      const notice = answers.get(holder.slug);
      return toLine([
        thing?.id,
        thing?.name?.zh,
        thing?.name?.en,
        holder.slug,
        holder.name.zh,
        holder.name.en,
        place?.id,
        place?.name?.zh,
        place?.name?.en,
        quantity,
        uom,
        firstTime,
        lastTime,
        bizStep,
        notice?.answer,
        notice?.answeredAt,
      ]);
    })
    .join('');
}
