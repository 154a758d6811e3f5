import { expect, test } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { formatNote, parseNote, parseSignatureLines } from './signedNote.ts';
import { deriveVerifierKey, signNote } from './signNote.ts';
import { computeKeyId, createVerifierKey, formatVerifierKey, keyTypes, parseVerifierKey } from './verifierKey.ts';
import { verifyNoteSignature } from './verifyNoteSignature.ts';

// The example of c2sp.org/signed-note.
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleLine =
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
const example = `This is an example message.\n\n${exampleLine}`;
// The vectors of golang.org/x/mod/sumdb/note.
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const peterSecret = Uint8Array.from(atob('gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM='), (c) => c.charCodeAt(0));
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const peter = parseVerifierKey(peterKey);
const enoch = parseVerifierKey(enochKey);

test('the example of the specification verifies, and no changed byte of it does', () => {
  const key = parseVerifierKey(exampleKey);
  expect(formatVerifierKey(key)).toBe(exampleKey);
  expect(key.keyId).toBe(0x530d903a);
  expect(verifyNoteSignature(parseNote(example), key)).toBe(true);
  expect(formatNote(parseNote(example))).toBe(example);
  const bytes = new TextEncoder().encode(example);
  for (const at of bytes.keys()) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    let verdict: boolean | null = null;
    try {
      verdict = verifyNoteSignature(parseNote(changed), key);
    } catch (error) {
      expect(error).toMatchObject({ code: 'TLOG_BAD_NOTE' });
    }
    expect(verdict, `byte ${at}`).not.toBe(true);
  }
});

test('the published private key makes the published signature', () => {
  const signer = { name: 'PeterNeumann', privateKey: peterSecret };
  expect(peterSecret.length).toBe(32);
  expect(formatVerifierKey(deriveVerifierKey(signer))).toBe(peterKey);
  expect(formatNote(signNote(text, signer))).toBe(`${text}\n${peterLine}`);
});

test('unknown keys are ignored; one bad line of a known key condemns the note', () => {
  const note = parseNote(`${text}\n${peterLine}${enochLine}`);
  expect([verifyNoteSignature(note, peter), verifyNoteSignature(note, enoch)]).toEqual([true, true]);
  expect(verifyNoteSignature(parseNote(`${text}\n${peterLine}`), enoch)).toBe(null);
  // The same name under another id, and the same id under another name, are other keys.
  const [line] = note.signatures;
  if (!line) throw new Error('no line');
  const others = [
    { ...line, keyId: line.keyId ^ 1 },
    { ...line, name: 'PeterNeuman' },
  ];
  expect(verifyNoteSignature({ ...note, signatures: others }, peter)).toBe(null);
  const bad = { ...line, signature: line.signature.with(0, (line.signature[0] ?? 0) ^ 1) };
  expect(verifyNoteSignature({ ...note, signatures: [line, bad] }, peter)).toBe(false);
  expect(verifyNoteSignature({ ...note, signatures: [{ ...line, signature: line.signature.slice(1) }] }, peter)).toBe(
    false,
  );
});

test('at least sixteen signatures are read, a hundred and one are not', () => {
  expect(parseNote(`${text}\n${peterLine.repeat(100)}`).signatures.length).toBe(100);
  expect(verifyNoteSignature(parseNote(`${text}\n${enochLine.repeat(15)}${peterLine}`), peter)).toBe(true);
  expect(() => parseNote(`${text}\n${peterLine.repeat(101)}`)).toThrow(
    expect.objectContaining({ code: 'TLOG_BAD_NOTE' }),
  );
});

test('the text ends at the last empty line, may have empty lines, and its final newline is signed', () => {
  const poem = 'Ognuno sta solo\n\ned è subito sera.\n';
  expect(parseNote(`${poem}\n${peterLine}`).text).toBe(poem);
  expect(parseNote(new TextEncoder().encode(`\ufeff${poem}\n${peterLine}`)).text).toBe(`\ufeff${poem}`);
});

test.each([
  ['no signatures', text],
  ['an empty last line', `${text}\n`],
  ['a last line that is not ended', `${text}\n${peterLine.slice(0, -1)}`],
  ['a control character', `\u0001${text}\n${peterLine}`],
  ['a carriage return', `${text.replace('\n', '\r\n')}\n${peterLine}`],
  ['a tab', `a\tb\n\n${peterLine}`],
  ['a lone surrogate', `\ud800${text}\n${peterLine}`],
  ['a space in the name', `${text}\n${peterLine.replace('Neumann', ' Neumann')}`],
  ['a Unicode space in the name', `${text}\n${peterLine.replace('Neumann', '\u3000Neumann')}`],
  ['a next-line character in the name', `${text}\n${peterLine.replace('Neumann', '\u0085Neumann')}`],
  ['a plus sign in the name', `${text}\n${peterLine.replace('Neumann', '+Neumann')}`],
  ['no name', `${text}\n${peterLine.replace('PeterNeumann', '')}`],
  ['a hyphen for the dash', `${text}\n${peterLine.replace('—', '-')}`],
  ['an en dash for the dash', `${text}\n${peterLine.replace('—', '–')}`],
  ['a line after the signatures', `${text}\n${peterLine}Unexpected line.\n`],
  ['a key id and no signature', `${text}\n— PeterNeumann x08gow==\n`],
  ['base64 that is not canonical', `${text}\n${peterLine.replace('AM=', 'AN=')}`],
  ['a trailing space', `${text}\n${peterLine.replace('=\n', '= \n')}`],
  ['too much text', `${'a'.repeat(1_000_000)}\n\n${peterLine}`],
])('not a note: %s', (_, note) => {
  expect(() => parseNote(note)).toThrow(expect.objectContaining({ code: 'TLOG_BAD_NOTE' }));
});

test('bytes that are not UTF-8 are not a note', () => {
  const bytes = Uint8Array.of(0xff, ...new TextEncoder().encode(example));
  expect(() => parseNote(bytes)).toThrow(expect.objectContaining({ code: 'TLOG_BAD_NOTE' }));
  expect(() => parseSignatureLines('')).toThrow(expect.objectContaining({ code: 'TLOG_BAD_NOTE' }));
  expect(() => formatNote({ text: 'no end', signatures: [] })).toThrow(
    expect.objectContaining({ code: 'TLOG_BAD_NOTE' }),
  );
  expect(() => formatNote({ text, signatures: [] })).toThrow(expect.objectContaining({ code: 'TLOG_BAD_NOTE' }));
});

test('every part and every changed character of a verifier key is refused', () => {
  const refused = (key: string) =>
    expect(() => parseVerifierKey(key), key).toThrow(expect.objectContaining({ code: 'TLOG_BAD_VERIFIER_KEY' }));
  for (let from = 0; from <= peterKey.length; from += 1) {
    for (let to = from + 1; to <= peterKey.length; to += 1) {
      if (from !== 0 || to !== peterKey.length) refused(peterKey.slice(from, to));
    }
  }
  for (const at of Array.from(peterKey).keys()) {
    refused(peterKey.slice(0, at) + String.fromCharCode(peterKey.charCodeAt(at) + 1) + peterKey.slice(at + 1));
  }
  refused('PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='); // too long, its id is right
  refused('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'); // unknown type, its id is right
  refused(peterKey.toUpperCase());
});

test('keys of small order and of a foreign identifier are refused', () => {
  const name = 'example.com/key';
  const zero = new Uint8Array(32);
  const bad = { code: 'TLOG_BAD_VERIFIER_KEY' };
  expect(() => createVerifierKey({ name, type: keyTypes.ed25519, publicKey: zero.with(0, 1) })).toThrow(
    expect.objectContaining(bad),
  );
  const material = new Uint8Array(48);
  expect(() => createVerifierKey({ name, type: keyTypes.eip712, publicKey: material })).toThrow(
    expect.objectContaining(bad),
  );
  const encoded = encodeBase64(Uint8Array.of(0xff, ...material));
  const id = computeKeyId(name, 0xff, material).toString(16).padStart(8, '0');
  expect(() => parseVerifierKey(`${name}+${id}+${encoded}`)).toThrow(expect.objectContaining(bad));
});

test('published keys of cosigners keep their ids', () => {
  for (const key of [
    'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
    'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
  ]) {
    expect(formatVerifierKey(parseVerifierKey(key))).toBe(key);
  }
});
