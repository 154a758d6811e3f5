import PDFDocument from 'pdfkit';
import { breakLines, cutWords, type FontMeasure, readChineseFont } from '../../host/index.ts';
import { darkRuns } from './drawSvg.ts';
import { type CodeKind, encodeMatrix, type Matrix } from './encodeMatrix.ts';
import type { Label } from './label.ts';
import type { Sheet } from './sheets.ts';

/** pdfkit's present font; its types leave it out. */
interface WithFont {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

export interface WriteSheetParameters {
  labels: readonly Label[];
  sheet: Sheet;
  kind: CodeKind;
  /** What people call the thing, the first line the largest; empty when master data has no name. */
  names: readonly string[];
  /** Places at the start of the first sheet that are used up. */
  skip?: number;
}

const pointsOf = (millimetres: number) => (millimetres * 72) / 25.4;
const ink = '#000000';

type Doc = InstanceType<typeof PDFDocument>;
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function openDocument(title: string) {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: 'zh-CN',
    info: { Title: title, Creator: 'Xiangyu', Producer: 'Xiangyu' },
  });
  doc.registerFont('chinese', readChineseFont());
  doc.registerFont('latin', 'Helvetica');
  doc.registerFont('latinBold', 'Helvetica-Bold');
  doc.registerFont('mono', 'Courier-Bold');
  doc.addPage();
  doc.font('chinese');
  const { font } = (doc as unknown as WithFont)._font;
  const measure: FontMeasure = {
    hasChinese: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf: (text, name, size) => doc.font(name).fontSize(size).widthOfString(text),
  };
  return { doc, measure };
}

/** Draws a code with its quiet zone into a square; all modules in one fill, so that no hairlines part them. */
function drawCode(doc: Doc, matrix: Matrix, { x, y, width }: Box): void {
  const unit = width / (matrix.size + 2 * matrix.quiet);
  doc.fillColor(ink);
  for (const { column, row, length } of darkRuns(matrix)) {
    doc.rect(x + (column + matrix.quiet) * unit, y + (row + matrix.quiet) * unit, length * unit, unit);
  }
  doc.fill();
}

/** A line of text; `scale` of the label's usual size. */
type Line = { text: string; scale: number; bold: boolean };

/** Sets lines from the top; text that does not fit in is left out, the identifiers first of all stay. */
function setText(
  { doc, measure }: ReturnType<typeof openDocument>,
  { lines, usual }: { lines: readonly Line[]; usual: number },
  box: Box,
): void {
  let y = box.y;
  for (const { text, scale, bold } of lines) {
    const size = usual * scale;
    const words = cutWords(text, size, bold ? 'latinBold' : 'latin', measure);
    for (const line of breakLines(words, box.width, size, measure)) {
      if (y + size > box.y + box.height) return;
      let x = box.x;
      for (const word of line) {
        doc.font(word.font).fontSize(size).fillColor(ink);
        doc.text(word.text, x, y + size, { lineBreak: false, baseline: 'alphabetic' });
        x += word.width;
      }
      y += size * 1.25;
    }
  }
}

/** One label: the code at the left or above, beside it names and identifiers for people. */
function drawLabel(
  { doc, measure }: ReturnType<typeof openDocument>,
  { lines, matrix }: { lines: readonly Line[]; matrix: Matrix },
  box: Box,
): void {
  const padding = Math.min(pointsOf(2.5), box.height * 0.06);
  const upright = box.height > box.width;
  const side = upright
    ? Math.min(box.width - 2 * padding, box.height * 0.6)
    : Math.min(box.height - 2 * padding, box.width * 0.5);
  const inner: Box = { x: box.x + padding, y: box.y + padding, width: side, height: side };
  drawCode(doc, matrix, { ...inner, x: upright ? box.x + (box.width - side) / 2 : inner.x });
  const text: Box = upright
    ? {
        x: inner.x,
        y: inner.y + side + padding,
        width: box.width - 2 * padding,
        height: box.height - side - 3 * padding,
      }
    : {
        x: inner.x + side + padding / 2,
        y: inner.y + padding,
        width: box.width - side - 2.5 * padding,
        height: side - padding,
      };
  const size = Math.max(5, Math.min(24, (upright ? text.width : text.height) / 10));
  setText({ doc, measure }, { lines, usual: size }, text);
}

/** Writes labels as PDF for sheets of self-adhesive labels on A4, to be printed at 100 %. */
export async function writeSheet(parameters: WriteSheetParameters): Promise<Buffer> {
  const { labels, sheet, kind, names, skip = 0 } = parameters;
  const open = openDocument(names[0] ?? labels[0]?.lines.join(' ') ?? '');
  const { doc } = open;
  const chunks: Buffer[] = [];
  const titles = names.map((text, at): Line => ({ text, scale: at === 0 ? 1.3 : 1, bold: at === 0 }));
  // Copies of one label stand behind each other and share their code.
  let last: { label: Label; matrix: Matrix } | undefined;
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.once('end', resolve));
  const places = sheet.columns * sheet.rows;
  for (const [index, label] of labels.entries()) {
    const at = index + (skip % places);
    const place = at % places;
    if (place === 0 && index > 0) {
      doc.addPage();
      // Between pages the loop of events gets its turn: a file of 2,000 labels takes seconds.
      await new Promise(setImmediate);
    }
    const column = place % sheet.columns;
    const row = Math.floor(place / sheet.columns);
    const box: Box = {
      x: pointsOf(sheet.left + column * (sheet.width + sheet.gapX)),
      y: pointsOf(sheet.top + row * (sheet.height + sheet.gapY)),
      width: pointsOf(sheet.width),
      height: pointsOf(sheet.height),
    };
    if (last?.label !== label) last = { label, matrix: encodeMatrix(label, kind) };
    const lines = [...titles, ...label.lines.map((text): Line => ({ text, scale: 1, bold: false }))];
    drawLabel(open, { lines, matrix: last.matrix }, box);
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
