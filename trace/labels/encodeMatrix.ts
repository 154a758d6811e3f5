import codes from 'bwip-js/node';
import type { Label } from './label.ts';

/** A code as its modules, row by row, true for a dark one; the quiet zone is not part of it. */
export interface Matrix {
  size: number;
  isDark(column: number, row: number): boolean;
  /** Modules that must stay blank on every side. */
  quiet: number;
}

/** `qr`: a QR code with the Digital Link. `datamatrix`: a GS1 DataMatrix with the element string. */
export type CodeKind = 'qr' | 'datamatrix';

const separator = '\u001d';

/** The modules of a label's code (ISO/IEC 18004, error correction M; ISO/IEC 16022 with FNC1 first). */
export function encodeMatrix({ link, plain }: Pick<Label, 'link' | 'plain'>, kind: CodeKind): Matrix {
  const [found] =
    kind === 'qr'
      ? codes.raw('qrcode', link, 'eclevel=M')
      : codes.raw('datamatrix', `^FNC1${plain.replaceAll(separator, '^FNC1')}`, { parsefnc: true });
  if (!found || !('pixs' in found)) throw new TypeError('The library gave no matrix.');
  const { pixs, pixx: size } = found;
  // ISO/IEC 18004 wants four modules of quiet zone, ISO/IEC 16022 one; scanners of phones like two.
  return { size, isDark: (column, row) => pixs[row * size + column] === 1, quiet: kind === 'qr' ? 4 : 2 };
}
