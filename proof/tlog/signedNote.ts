import { concatBytes } from '@noble/hashes/utils.js';
import { inBoth } from '../words.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { tlogErrors } from './errors.ts';
import { decodeUtf8 } from './octets.ts';
import { isKeyName } from './verifierKey.ts';

/** One signature line of a note. */
export interface NoteSignature {
  name: string;
  keyId: number;
  /** Without the key id that stands before it on the line. */
  signature: Uint8Array;
}

/** A text and who claims to have signed it; nothing is verified yet. */
export interface SignedNote {
  /** With its final newline, which is signed too. */
  text: string;
  signatures: NoteSignature[];
}

/** Far above the 16 that every verifier has to accept. */
const maxSignatures = 100;
/** Room for a hundred ML-DSA signatures of the largest kind. */
const maxNoteLength = 1_000_000;

/** Reads lines of the form `— <name> <base64>`, each ended by a newline. @throws TLOG_BAD_NOTE */
export function parseSignatureLines(lines: string): NoteSignature[] {
  const fail = (en: string, zh: string) => tlogErrors.badNote(...inBoth({ problem: { en, zh } }));
  if (!lines.endsWith('\n')) throw fail('its last line is not ended', '最后一行没有换行');
  const texts = lines.slice(0, -1).split('\n');
  if (texts.length > maxSignatures)
    throw fail(`it has more than ${maxSignatures} signatures`, `签名超过 ${maxSignatures} 个`);
  return texts.map((line) => {
    const [dash, name = '', encoded = '', ...rest] = line.split(' ');
    if (dash !== '\u2014' || rest.length > 0)
      throw fail('a signature line is not "— name base64"', '签名行不是“— 名称 base64”的形式');
    if (!isKeyName(name))
      throw fail(
        'the name on a signature line is empty or has a space or a plus sign',
        '签名行上的名称为空，或含有空格或加号',
      );
    const bytes = decodeBase64(encoded);
    if (!bytes || bytes.length < 5)
      throw fail(
        `the signature of ${name} is not base64 of a key id and a signature`,
        `${name} 的签名不是密钥编号加签名的 base64`,
      );
    return { name, keyId: new DataView(bytes.buffer).getUint32(0), signature: bytes.slice(4) };
  });
}

/** A signature line with its newline, as a witness answers it and a note ends with it. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = new Uint8Array(4);
  new DataView(id.buffer).setUint32(0, keyId);
  return `\u2014 ${name} ${encodeBase64(concatBytes(id, signature))}\n`;
}

/**
 * Reads a signed note by the rules of its form: UTF-8, no control characters but newline, the text before the last empty line
 * and only signature lines after it. It verifies nothing. @throws TLOG_BAD_NOTE
 */
export function parseNote(note: string | Uint8Array): SignedNote {
  const fail = (en: string, zh: string) => tlogErrors.badNote(...inBoth({ problem: { en, zh } }));
  if (note.length > maxNoteLength)
    throw fail(`it is longer than ${maxNoteLength} characters`, `超过 ${maxNoteLength} 个字符`);
  const content = typeof note === 'string' ? (note.isWellFormed() ? note : null) : decodeUtf8(note);
  if (content === null) throw fail('it is not UTF-8', '不是 UTF-8 文本');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what a note must not have
  if (/[\u0000-\u0009\u000b-\u001f]/.test(content)) throw fail('it has a control character', '含有控制字符');
  const end = content.lastIndexOf('\n\n');
  if (end < 0) throw fail('no empty line separates a text from signatures', '正文与签名之间没有空行');
  return { text: content.slice(0, end + 1), signatures: parseSignatureLines(content.slice(end + 2)) };
}

/** The note as text, which `parseNote` reads. @throws TLOG_BAD_NOTE when it would not be one */
export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n'))
    throw tlogErrors.badNote(
      ...inBoth({ problem: { en: 'its text does not end with a newline', zh: '正文末尾没有换行' } }),
    );
  const note = `${text}\n${signatures.map(formatSignatureLine).join('')}`;
  parseNote(note);
  return note;
}
