import type { FormatComponent } from './readFormat.ts';

// GS1 Digital Link URI syntax, chapter on compression: sequences of application identifiers that have a code of their own.
const gtinWith = (others: readonly string[]) => others.map((ai) => ['01', ai]);
const range = (first: string, count: number) =>
  Array.from({ length: count }, (_, step) => String(Number(first) + step));

function number(code: number, sequences: readonly (readonly string[])[]): [string, readonly string[]][] {
  return sequences.map((sequence, step) => [(code + step).toString(16).toUpperCase().padStart(2, '0'), sequence]);
}

/** The optimisation codes: two hexadecimal digits that no application identifier begins with, and what they stand for. */
export const optimisations: readonly (readonly [code: string, sequence: readonly string[]])[] = [
  ...number(0x0a, gtinWith(['22', '10', '21', '17', '7003', '30'])),
  ...number(0x1a, [
    ['01', '10', '21', '17'],
    ['01', '15'],
    ['01', '11'],
    ['01', '16'],
    ['01', '91'],
    ['01', '10', '15'],
  ]),
  ...number(0x2a, gtinWith(range('3100', 6))),
  ...number(0x3a, gtinWith(range('3200', 6))),
  ...number(0x9a, [
    ['8010', '8011'],
    ['8017', '8019'],
    ['8018', '8019'],
    ['414', '254'],
  ]),
  ...number(0xa0, gtinWith(range('3920', 10))),
  ...number(
    0xc0,
    [...range('3900', 10), ...range('3940', 4)].map((ai) => ['255', ai]),
  ),
];

/** A component as compression sees it: digits or text, of one length or of up to a length. */
export interface PackedComponent {
  digits: boolean;
  length: number;
  fixed: boolean;
}

/** The components of a format, neighbours of one kind joined: `N6 N4` is ten digits, `N3 [N3] [N3]` three and up to six. */
export function packFormat(format: readonly FormatComponent[]): PackedComponent[] {
  const packed: PackedComponent[] = [];
  for (const { characters, minLength, maxLength, optional } of format) {
    const next = { digits: characters === 'N', length: maxLength, fixed: !optional && minLength === maxLength };
    const last = packed.at(-1);
    const joins = last?.digits === next.digits && (last.fixed === next.fixed || !next.digits);
    if (!last || !joins) packed.push(next);
    else packed[packed.length - 1] = { ...next, length: last.length + next.length, fixed: last.fixed && next.fixed };
  }
  return packed;
}

/** Bits of a length of up to `max`. */
export const lengthBits = (max: number) => Math.ceil(Math.log2(max) + 0.01);
/** Bits of a number of so many digits. */
export const valueBits = (digits: number) => Math.ceil(digits * Math.log2(10) + 0.01);

/** The 64 characters of the URI-safe base 64, each worth its place. */
export const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How text is written: digits as a number, hexadecimal in small or capital letters, base 64, ASCII of seven bits. */
export const encodings = [
  { matches: /^[0-9]+$/, bits: 0, alphabet: '' },
  { matches: /^[0-9a-f]+$/, bits: 4, alphabet: '0123456789abcdef' },
  { matches: /^[0-9A-F]+$/, bits: 4, alphabet: '0123456789ABCDEF' },
  { matches: /^[-\w]+$/, bits: 6, alphabet: base64 },
  { matches: /^\p{ASCII}*$/u, bits: 7, alphabet: '' },
] as const;
