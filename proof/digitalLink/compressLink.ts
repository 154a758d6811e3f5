import { inBoth } from '../words.ts';
import { applicationIdentifiers } from './applicationIdentifiers.ts';
import { base64, encodings, lengthBits, optimisations, packFormat, valueBits } from './compressionTables.ts';
import { type Elements, noIdentifier } from './elements.ts';
import { errors } from './errors.ts';
import { readLink } from './readLink.ts';
import { encodeQueryText, writeLink } from './writeLink.ts';

const bitsOf = (value: number | bigint, length: number) => value.toString(2).padStart(length, '0');

function packText(text: string, lengthBitCount: number): string {
  const code = [0, 2, 1, 3, 4].find((index) => encodings[index]?.matches.test(text));
  const encoding = code === undefined ? undefined : encodings[code];
  if (code === undefined || !encoding)
    throw errors.badElements(
      ...inBoth({
        problem: { en: `${JSON.stringify(text)} is not ASCII`, zh: `${JSON.stringify(text)} 不是 ASCII 文本` },
      }),
    );
  const { bits, alphabet } = encoding;
  const head = bitsOf(code, 3) + (lengthBitCount === 0 ? '' : bitsOf(text.length, lengthBitCount));
  if (code === 0) return head + bitsOf(BigInt(text), valueBits(text.length));
  return head + [...text].map((one) => bitsOf(code === 4 ? one.charCodeAt(0) : alphabet.indexOf(one), bits)).join('');
}

function packValue(ai: string, value: string): string {
  const identifier = applicationIdentifiers().get(ai);
  if (!identifier) throw errors.badElements(...inBoth({ problem: noIdentifier(ai) }));
  let at = 0;
  return packFormat(identifier.format)
    .map(({ digits, length, fixed }) => {
      const text = value.slice(at, at + length);
      at += text.length;
      if (!digits) return packText(text, fixed ? 0 : lengthBits(length));
      const number = bitsOf(BigInt(text === '' ? 0 : text), valueBits(text.length));
      return fixed ? number : bitsOf(text.length, lengthBits(length)) + number;
    })
    .join('');
}

/** The codes that save the most, as long as one fits, and what is left over. */
function chooseCodes(present: readonly string[]) {
  let rest = present;
  const codes: (readonly [code: string, sequence: readonly string[]])[] = [];
  for (;;) {
    const fitting = optimisations.filter(([, sequence]) => sequence.every((ai) => rest.includes(ai)));
    const saved = ([, sequence]: (typeof fitting)[number]) => sequence.join('').length;
    const best = fitting.reduce<(typeof fitting)[number] | null>(
      (chosen, next) => (chosen === null || saved(next) > saved(chosen) ? next : chosen),
      null,
    );
    if (best === null) return { codes, rest };
    codes.push(best);
    rest = rest.filter((ai) => !best[1].includes(ai));
  }
}

export interface CompressOptions {
  /** Whether sequences get the code that the standard has for them; true when left out. */
  optimise?: boolean;
  /** Other parameters to be compressed along; names of at most 127 characters of the URI-safe base 64. */
  parameters?: readonly (readonly [name: string, value: string])[];
}

/** Elements as the compressed segment of a Digital Link (URI syntax, chapter on compression). Throws PROOF_BAD_ELEMENTS. */
export function compressElements(
  elements: Elements,
  { optimise = true, parameters = [] }: CompressOptions = {},
): string {
  const values = new Map(elements);
  const present = [...values.keys()].sort();
  const { codes, rest } = optimise ? chooseCodes(present) : { codes: [], rest: present };
  const pack = (ai: string) => packValue(ai, values.get(ai) ?? '');
  const digits = (code: string) => [...code].map((digit) => bitsOf(Number.parseInt(digit, 16), 4)).join('');
  let bits = codes.map(([code, sequence]) => digits(code) + sequence.map(pack).join('')).join('');
  bits += rest.map((ai) => digits(ai) + pack(ai)).join('');
  for (const [name, value] of parameters) {
    if (!/^[-\w]{1,127}$/.test(name) || value.length > 127) {
      const shown = JSON.stringify(name.slice(0, 40));
      const problem = { en: `the parameter ${shown} cannot be compressed`, zh: `参数 ${shown} 无法压缩` };
      throw errors.badElements(...inBoth({ problem }));
    }
    bits += `1111${bitsOf(name.length, 7)}${[...name].map((one) => bitsOf(base64.indexOf(one), 6)).join('')}`;
    bits += packText(value, 7);
  }
  const sextets = bits.padEnd(Math.ceil(bits.length / 6) * 6, '0').match(/.{6}/g) ?? [];
  return sextets.map((sextet) => base64.charAt(Number.parseInt(sextet, 2))).join('');
}

export interface CompressLinkOptions extends Pick<CompressOptions, 'optimise'> {
  /** `key` leaves the key readable and compresses what follows it. */
  keep?: 'nothing' | 'key';
  /** Whether the other parameters of the query string are compressed too; they stay as they are when left out. */
  withParameters?: boolean;
}

/** Compresses a Digital Link; its stem and fragment stay. Throws PROOF_BAD_LINK. */
export function compressLink(uri: string, options: CompressLinkOptions = {}): string {
  const { keep = 'nothing', withParameters = false, optimise = true } = options;
  const { stem, key, qualifiers, attributes, parameters, fragment } = readLink(uri);
  const rest = [...qualifiers, ...attributes];
  const packed = { optimise, parameters: withParameters ? parameters : [] };
  const head = keep === 'key' ? writeLink({ stem, key, qualifiers: [], attributes: [] }) : stem;
  const elements = keep === 'key' ? rest : [key, ...rest];
  const tail = elements.length + packed.parameters.length === 0 ? '' : `/${compressElements(elements, packed)}`;
  const query = withParameters
    ? []
    : parameters.map(([name, value]) => `${encodeQueryText(name)}=${encodeQueryText(value)}`);
  return `${head}${tail}${query.length === 0 ? '' : `?${query.join('&')}`}${fragment === '' ? '' : `#${fragment}`}`;
}

/** The plain form of a compressed link, on the same stem; a plain one is put in the order of the standard. Throws PROOF_BAD_LINK. */
export function decompressLink(uri: string): string {
  const { stem, key, qualifiers, attributes, parameters, fragment } = readLink(uri);
  return writeLink({ stem, key, qualifiers, attributes, parameters }) + (fragment === '' ? '' : `#${fragment}`);
}
