import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { breakLines, cutWords, type FontMeasure, type FontName, readChineseFont } from '../../host/index.ts';
import type { CertificateFacts } from './readFacts.ts';
import { type Language, words } from './words.ts';

const page = { width: 595.28, height: 841.89, margin: 56 };
const contentWidth = page.width - 2 * page.margin;
const labelWidth = 112;
const qrSize = 104;
const colours = { ink: '#1d2a26', quiet: '#5f6f69', line: '#b9c7c1', accent: '#1f6f54' };

interface TextStyle {
  size: number;
  width: number;
  latin?: FontName;
  colour?: string;
  align?: 'left' | 'center';
  lineHeight?: number;
  /** Longer text loses its middle. */
  maxLines?: number;
}

/** pdfkit's present font; its types leave it out. */
interface WithFont {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

function openPage(language: Language, title: string) {
  const doc = new PDFDocument({
    size: 'A4',
    margin: page.margin,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Xiangyu', Producer: 'Xiangyu' },
  });
  doc.registerFont('chinese', readChineseFont());
  doc.registerFont('latin', 'Times-Roman');
  doc.registerFont('latinBold', 'Times-Bold');
  doc.registerFont('mono', 'Courier');
  doc.font('chinese');
  const { font } = (doc as unknown as WithFont)._font;
  const measure: FontMeasure = {
    hasChinese: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf: (text, name, size) => doc.font(name).fontSize(size).widthOfString(text),
  };
  /** Sets text at a place; gives the height it took. */
  const set = (text: string, x: number, y: number, style: TextStyle): number => {
    const { size, width, latin = 'latin', colour = colours.ink, align = 'left', lineHeight = size * 1.45 } = style;
    const layOut = (shown: string) => breakLines(cutWords(shown, size, latin, measure), width, size, measure);
    let lines = layOut(text);
    for (let kept = 160; style.maxLines !== undefined && lines.length > style.maxLines && kept > 20; kept -= 10) {
      const characters = [...text];
      lines = layOut(`${characters.slice(0, kept - 15).join('')}…${characters.slice(-15).join('')}`);
    }
    for (const [row, line] of lines.entries()) {
      const used = line.reduce((sum, word) => sum + word.width, 0);
      let at = x + (align === 'center' ? (width - used) / 2 : 0);
      for (const word of line) {
        const baseline = y + row * lineHeight + size;
        doc.font(word.font).fontSize(size).fillColor(colour);
        doc.text(word.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
        at += word.width;
      }
    }
    return lines.length * lineHeight;
  };
  return { doc, set };
}

type Page = ReturnType<typeof openPage>;

function drawFrame({ doc }: Page): void {
  const inset = 26;
  doc.lineWidth(1.6).strokeColor(colours.accent);
  doc.rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset).stroke();
  doc.lineWidth(0.5).strokeColor(colours.line);
  doc.rect(inset + 5, inset + 5, page.width - 2 * inset - 10, page.height - 2 * inset - 10).stroke();
}

function drawQrCode({ doc }: Page, text: string, x: number, y: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const unit = qrSize / modules.size;
  doc.fillColor('#000000');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * unit, y + row * unit, unit, unit);
    }
  }
  // One fill for all: neighbouring modules then leave no hairlines between them.
  doc.fill();
}

/** A time as it stands on the certificate: with its offset, because paper has no time zone. */
function showTime(iso: string, language: Language): string {
  const time = new Date(iso);
  if (language === 'en') return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const local = new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  return `${local}（UTC+8）`;
}

type Row = [label: string, value: string, font?: FontName];

function listRows(facts: CertificateFacts, language: Language): Row[] {
  const { record, anchor, member, origin, evmChainId } = facts;
  const say = words[language];
  const number = (value: number) => value.toLocaleString('en');
  const when = anchor.anchoredAt ? showTime(anchor.anchoredAt, language) : null;
  const salted = record.alg === 'sha-256-salted';
  const name = language === 'en' ? member.en : member.zh;
  return [
    ...(record.name === null ? [] : [[say.rows.name, record.name] satisfies Row]),
    ...(record.bytes === null ? [] : [[say.rows.bytes, say.bytes(number(record.bytes))] satisfies Row]),
    [salted ? say.rows.saltedDigest : say.rows.digest, record.digest, 'mono'],
    [say.rows.member, name === record.member ? name : `${name} (${record.member})`],
    [say.rows.time, showTime(record.time, language)],
    ...(record.erasedAt === null ? [] : [[say.rows.erased, showTime(record.erasedAt, language)] satisfies Row]),
    [say.rows.id, record.id, 'mono'],
    [say.rows.log, origin],
    [say.rows.place, say.place(number(record.index ?? 0))],
    [say.rows.checkpoint, say.checkpoint(number(anchor.size))],
    [say.rows.root, anchor.root, 'mono'],
    [say.rows.contract, anchor.contract, 'mono'],
    [say.rows.transaction, anchor.transactionHash, 'mono'],
    [say.rows.block, say.block(number(anchor.blockNumber), evmChainId, when)],
    [say.rows.status, record.status === 'confirmed' ? say.status.confirmed : say.status.anchored],
  ];
}

function drawRows({ doc, set }: Page, rows: readonly Row[], top: number): number {
  let y = top;
  for (const [label, value, font] of rows) {
    const height = Math.max(
      set(label, page.margin, y + 6, { size: 9.5, width: labelWidth - 8, colour: colours.quiet }),
      set(value, page.margin + labelWidth, y + 6, {
        size: font === 'mono' ? 8.8 : 10.5,
        width: contentWidth - labelWidth,
        maxLines: 6,
        ...(font ? { latin: font } : {}),
      }),
    );
    y += height + 8;
    doc.lineWidth(0.4).strokeColor(colours.line);
    doc
      .moveTo(page.margin, y)
      .lineTo(page.margin + contentWidth, y)
      .stroke();
  }
  return y;
}

function drawList({ set }: Page, title: string, items: readonly string[], top: number): number {
  let y =
    top + set(title, page.margin, top, { size: 11, width: contentWidth, latin: 'latinBold', colour: colours.accent });
  for (const item of items) {
    set('•', page.margin, y, { size: 9.8, width: 10, colour: colours.accent });
    y += set(item, page.margin + 12, y, { size: 9.8, width: contentWidth - qrSize - 40, lineHeight: 14.5 }) + 1;
  }
  return y;
}

/** Writes a certificate of one A4 page as PDF. */
export async function writeCertificate(facts: CertificateFacts, language: Language): Promise<Buffer> {
  const say = words[language];
  const open = openPage(language, `${say.title} ${facts.record.id}`);
  const { doc, set } = open;
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.once('end', resolve));

  drawFrame(open);
  const centred = { width: contentWidth, align: 'center' } as const;
  let y = 58;
  y += set(say.subtitle, page.margin, y, { ...centred, size: 10.5, colour: colours.quiet }) + 6;
  y += set(say.title, page.margin, y, { ...centred, size: 27, latin: 'latinBold', colour: colours.accent });
  y += set(say.lead, page.margin + 10, y, { ...centred, width: contentWidth - 20, size: 10 }) + 8;
  y = drawRows(open, listRows(facts, language), y);

  const number = (value: number) => value.toLocaleString('en');
  const { record, anchor } = facts;
  const salted = record.alg === 'sha-256-salted';
  const time = anchor.anchoredAt ? showTime(anchor.anchoredAt, language) : '';
  const proves = say.proves({ index: number(record.index ?? 0), size: number(anchor.size), time, salted });
  const listTop = y + 12;
  y = drawList(open, say.provesTitle, proves, listTop);
  drawList(open, say.limitsTitle, say.limits(salted), y + 5);
  const qrLeft = page.width - page.margin - qrSize;
  drawQrCode(open, facts.verifyUrl, qrLeft, listTop + 6);
  doc.link(qrLeft, listTop + 6, qrSize, qrSize, facts.verifyUrl);
  set(say.scan, qrLeft, listTop + qrSize + 10, { size: 10, width: qrSize, align: 'center', colour: colours.accent });

  set(facts.verifyUrl, page.margin, 770, { ...centred, size: 8, latin: 'mono', colour: colours.quiet });
  set(say.foot(showTime(facts.issuedAt, language)), page.margin, 783, { ...centred, size: 8, colour: colours.quiet });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
