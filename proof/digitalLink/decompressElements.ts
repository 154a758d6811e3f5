import { inBoth } from '../words.ts';
import { type ApplicationIdentifier, applicationIdentifiers, identifierAt } from './applicationIdentifiers.ts';
import { checkValue } from './checkValue.ts';
import { base64, encodings, lengthBits, optimisations, packFormat, valueBits } from './compressionTables.ts';
import { wrongValue } from './elements.ts';
import { errors } from './errors.ts';

/** What a compressed segment held. */
export interface DecompressedElements {
  elements: [ai: string, value: string][];
  /** Parameters that are not GS1's. */
  parameters: [name: string, value: string][];
}

/** A compressed link is read from a symbol, whose capacity bounds it. */
const maxCharacters = 4000;

class BitReader {
  readonly bits: string;
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.bits = [...text].map((one) => base64.indexOf(one).toString(2).padStart(6, '0')).join('');
  }

  get left(): number {
    return this.bits.length - this.at;
  }

  fail(en: string, zh: string): never {
    throw errors.badCompression(...inBoth({ text: this.text.slice(0, 80), problem: { en, zh } }));
  }

  take(count: number): string {
    if (count > this.left) this.fail('it ends too early', '数据不完整');
    this.at += count;
    return this.bits.slice(this.at - count, this.at);
  }

  number(count: number): number {
    return Number.parseInt(this.take(count), 2);
  }

  digits(count: number): string {
    const text = BigInt(`0b${this.take(valueBits(count))}`).toString();
    if (count === 0) return '';
    if (text.length > count) this.fail('a number is too large', '数值过大');
    return text.padStart(count, '0');
  }

  hex(count: number): string {
    return Array.from({ length: count }, () => this.number(4).toString(16).toUpperCase()).join('');
  }

  packedText(length: number | null, lengthBitCount: number): string {
    const code = this.number(3);
    const count = length ?? this.number(lengthBitCount);
    const encoding = encodings[code];
    if (!encoding) return this.fail('an encoding is unknown', '编码方式未知');
    if (code === 0) return this.digits(count);
    const { bits, alphabet } = encoding;
    return Array.from({ length: count }, () => {
      const value = this.number(bits);
      return code === 4 ? String.fromCharCode(value) : alphabet.charAt(value);
    }).join('');
  }
}

function readValue(reader: BitReader, { ai, format, title }: ApplicationIdentifier): [string, string] {
  const value = packFormat(format)
    .map(({ digits, length, fixed }) => {
      if (!digits) return reader.packedText(fixed ? length : null, lengthBits(length));
      return reader.digits(fixed ? length : reader.number(lengthBits(length)));
    })
    .join('');
  const identifier = applicationIdentifiers().get(ai);
  const problem = identifier ? checkValue(identifier, value) : null;
  if (problem !== null) {
    const { en, zh } = wrongValue(`(${ai}) ${title}`, problem);
    reader.fail(en, zh);
  }
  return [ai, value];
}

/** The identifiers that the next code stands for; null for a parameter that is not GS1's. */
function readCode(reader: BitReader): readonly ApplicationIdentifier[] | null {
  const start = reader.at;
  let code = reader.hex(2);
  if (code.startsWith('F')) {
    reader.at = start + 4;
    return null;
  }
  const sequence = optimisations.find(([known]) => known === code)?.[1];
  if (sequence) return sequence.flatMap((ai) => applicationIdentifiers().get(ai) ?? []);
  for (; code.length <= 4; code += reader.hex(1)) {
    const identifier = identifierAt(code, 0);
    if (identifier) return [identifier];
    if (code.length === 4) break;
  }
  return reader.fail(`the code ${code} is unknown`, `代码 ${code} 未知`);
}

/** Reads the compressed segment of a Digital Link and checks every value. Throws PROOF_BAD_COMPRESSION. */
export function decompressElements(text: string): DecompressedElements {
  if (!/^[-\w]+$/.test(text) || text.length > maxCharacters) {
    const problem = { en: 'it is not in URI-safe base 64', zh: '不是可用于网址的 base64 文本' };
    throw errors.badCompression(...inBoth({ text: text.slice(0, 80), problem }));
  }
  const reader = new BitReader(text);
  const found: DecompressedElements = { elements: [], parameters: [] };
  // Fewer than eight bits are the filling of the last character.
  while (reader.left >= 8) {
    const identifiers = readCode(reader);
    if (identifiers) {
      for (const identifier of identifiers) found.elements.push(readValue(reader, identifier));
    } else {
      const length = reader.number(7);
      const name = Array.from({ length }, () => base64.charAt(reader.number(6))).join('');
      found.parameters.push([name, reader.packedText(null, 7)]);
    }
  }
  if (/1/.test(reader.bits.slice(reader.at))) reader.fail('its filling is not zero', '填充位不为零');
  return found;
}
