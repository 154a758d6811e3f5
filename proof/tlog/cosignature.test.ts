import { readFileSync } from 'node:fs';
import { hashTypedData, recoverAddress } from 'viem';
import { expect, test } from 'vitest';
import { encodeHex } from '../hashes.ts';
import { emptyRoot } from '../merkleTree.ts';
import { type Checkpoint, formatCheckpointBody, parseCheckpoint, parseCheckpointBody } from './checkpoint.ts';
import { checkpointDigest } from './checkpointDigest.ts';
import { cosign, createCosigner } from './cosign.ts';
import { formatNote, parseNote } from './signedNote.ts';
import { signNote } from './signNote.ts';
import { formatVerifierKey, keyTypes, parseVerifierKey, readWitnessAddress } from './verifierKey.ts';
import { verifyCosignature } from './verifyCosignature.ts';
import { verifyNoteSignature } from './verifyNoteSignature.ts';

const seed = (byte: number) => new Uint8Array(32).fill(byte);
const types = { ed25519: keyTypes.cosignatureV1, 'ML-DSA-44': keyTypes.mlDsa44, 'EIP-712': keyTypes.eip712 } as const;
const origin = 'example.com/behind-the-sofa';
const logSigner = { name: origin, privateKey: seed(1) };

/** A checkpoint with the log's signature. */
function checkpointOf(parts: { size?: number; extensions?: string[] } = {}): Checkpoint {
  const body = formatCheckpointBody({ origin, size: 20852163, root: seed(9), ...parts });
  return parseCheckpoint(formatNote(signNote(body, logSigner)));
}
const withLine = (checkpoint: Checkpoint, ...lines: Checkpoint['note']['signatures']): Checkpoint => ({
  ...checkpoint,
  note: { ...checkpoint.note, signatures: [...checkpoint.note.signatures, ...lines] },
});

const made: { key: string; checkpoint: string }[] = JSON.parse(
  readFileSync(new URL('goCosignatures.vector.json', import.meta.url), 'utf8'),
);
// Made with github.com/transparency-dev/formats v0.1.1, another implementation of both forms.
test.each(made)('a cosignature made in Go verifies, and no changed byte does ($#)', ({ key, checkpoint }) => {
  const parsed = parseVerifierKey(key);
  const read = parseCheckpoint(checkpoint);
  expect(formatVerifierKey(parsed)).toBe(key);
  expect(verifyNoteSignature(read.note, parsed)).toBe(true);
  expect(verifyCosignature(read, parsed)?.timestamp).toBeGreaterThan(1_790_000_000);
  const [line] = read.note.signatures;
  if (!line) throw new Error('no line');
  for (const at of [0, 3, 7, 8, 40, line.signature.length - 1]) {
    const signature = line.signature.with(at, (line.signature[at] ?? 0) ^ 1);
    const changed = { ...read, note: { ...read.note, signatures: [{ ...line, signature }] } };
    expect(verifyCosignature(changed, parsed)?.ok).toBe(false);
  }
});

test('the examples of the specifications are checkpoints with a cosignature of their form', () => {
  const text =
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
    '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n' +
    '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
  const checkpoint = parseCheckpoint(text);
  expect(checkpoint).toMatchObject({ origin, size: 20852163, extensions: [] });
  expect(formatNote(checkpoint.note)).toBe(text);
  const cosignature = checkpoint.note.signatures[1]?.signature ?? new Uint8Array();
  expect(new DataView(cosignature.buffer).getBigUint64(0)).toBe(1679315147n);
  expect(cosignature.length).toBe(72);
});

test.each(Object.entries(types))('a cosignature of type %s verifies and covers what it must', (name, type) => {
  const witness = createCosigner({ name: 'witness.example.com/w1', type, secret: seed(2) });
  const key = parseVerifierKey(formatVerifierKey(witness.key));
  const checkpoint = checkpointOf();
  const line = cosign(checkpoint, witness, 1679315147);
  const timestamp = name === 'EIP-712' ? null : 1679315147;
  expect(verifyCosignature(checkpoint, key)).toBe(null);
  expect(verifyCosignature(withLine(checkpoint, line), key)).toEqual({ ok: true, timestamp });
  // Read back from the text, as a client does.
  const read = parseCheckpoint(formatNote(withLine(checkpoint, line).note));
  expect(verifyCosignature(read, key)).toEqual({ ok: true, timestamp });
  expect(verifyNoteSignature(read.note, key)).toBe(true);

  const verdict = (changed: Checkpoint) => verifyCosignature(withLine(changed, line), key)?.ok;
  const body = (parts: Partial<Parameters<typeof formatCheckpointBody>[0]>) =>
    parseCheckpoint(formatNote(signNote(formatCheckpointBody({ ...checkpoint, ...parts }), logSigner)));
  expect(verdict(body({ size: 20852164 }))).toBe(false);
  expect(verdict(body({ root: seed(8) }))).toBe(false);
  expect(verdict(body({ origin: 'example.com/other' }))).toBe(false);
  // Only the Ed25519 form signs the extension lines (tlog-cosignature).
  expect(verdict(body({ extensions: ['extension'] }))).toBe(name !== 'ed25519');
  for (const at of [0, 1, 7, 8, 40, line.signature.length - 1]) {
    const signature = line.signature.with(at, (line.signature[at] ?? 0) ^ 1);
    expect(verifyCosignature(withLine(checkpoint, { ...line, signature }), key)).toEqual({
      ok: false,
      timestamp: null,
    });
  }
  const short = { ...line, signature: line.signature.slice(0, -1) };
  expect(verifyCosignature(withLine(checkpoint, line, short), key)).toEqual({ ok: false, timestamp: null });
});

test('an ML-DSA cosignature commits to the name of the witness', () => {
  const [one, two] = ['witness.example/w1', 'witness.example/w2'].map((name) =>
    createCosigner({ name, type: keyTypes.mlDsa44, secret: seed(2) }),
  );
  if (!one || !two) throw new Error('no witness');
  const stolen = { ...cosign(checkpointOf(), one, 5), name: two.key.name, keyId: two.key.keyId };
  expect(verifyCosignature(withLine(checkpointOf(), stolen), two.key)?.ok).toBe(false);
});

test('a time beyond 2^63 - 1 is refused, and of several lines the latest time counts', () => {
  const witness = createCosigner({ name: 'w', type: keyTypes.cosignatureV1, secret: seed(2) });
  const lines = [7, 5].map((time) => cosign(checkpointOf(), witness, time));
  expect(verifyCosignature(withLine(checkpointOf(), ...lines), witness.key)).toEqual({ ok: true, timestamp: 7 });
  const late = cosign(checkpointOf(), witness, 2 ** 63);
  expect(verifyCosignature(withLine(checkpointOf(), late), witness.key)?.ok).toBe(false);
});

test('the digest is that of EIP-712, and a contract would recover the published address', async () => {
  const checkpoint = checkpointOf({ size: 2 ** 40 + 5 });
  const digest: `0x${string}` = `0x${encodeHex(checkpointDigest(checkpoint))}`;
  expect(digest).toBe(
    hashTypedData({
      domain: { name: 'Xiangyu witness', version: '1' },
      types: {
        Checkpoint: [
          { name: 'origin', type: 'string' },
          { name: 'size', type: 'uint64' },
          { name: 'root', type: 'bytes32' },
        ],
      },
      primaryType: 'Checkpoint',
      message: { origin, size: BigInt(checkpoint.size), root: `0x${encodeHex(checkpoint.root)}` },
    }),
  );
  const witness = createCosigner({ name: 'w', type: keyTypes.eip712, secret: seed(3) });
  const { signature } = cosign(checkpoint, witness, 1);
  expect(signature.length).toBe(65);
  const recovered = await recoverAddress({ hash: digest, signature: `0x${encodeHex(signature)}` });
  expect(readWitnessAddress(witness.key)).toBe(recovered.toLowerCase());
});

test('the other signature of the same key, with a high s, is refused as contracts refuse it', () => {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const witness = createCosigner({ name: 'w', type: keyTypes.eip712, secret: seed(3) });
  const line = cosign(checkpointOf(), witness, 1);
  const s = order - BigInt(`0x${encodeHex(line.signature.slice(32, 64))}`);
  const high = Uint8Array.from(s.toString(16).padStart(64, '0').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const signature = Uint8Array.from([...line.signature.slice(0, 32), ...high, 55 - (line.signature[64] ?? 0)]);
  expect(verifyCosignature(withLine(checkpointOf(), { ...line, signature }), witness.key)?.ok).toBe(false);
  const v = (line.signature[64] ?? 0) - 27;
  const raw = { ...line, signature: line.signature.with(64, v) };
  expect(verifyCosignature(withLine(checkpointOf(), raw), witness.key)?.ok).toBe(false);
});

test('a key of cosignatures says nothing about a note that is no checkpoint', () => {
  const witness = createCosigner({ name: 'w', type: keyTypes.cosignatureV1, secret: seed(2) });
  const note = parseNote(formatNote({ text: 'hello\n', signatures: [cosign(checkpointOf(), witness, 1)] }));
  expect(verifyNoteSignature(note, witness.key)).toBe(false);
  expect(verifyNoteSignature({ ...note, signatures: [] }, witness.key)).toBe(null);
});

test.each([
  ['a name too long', 'o'.repeat(256)],
  ['one of bytes', '湘'.repeat(86)],
])('ML-DSA has no room for %s', (_, long) => {
  const body = formatCheckpointBody({ origin: long, size: 1, root: seed(9) });
  const witness = createCosigner({ name: 'w', type: keyTypes.mlDsa44, secret: seed(2) });
  const checkpoint = parseCheckpoint(formatNote(signNote(body, logSigner)));
  expect(() => cosign(checkpoint, witness, 1)).toThrow(expect.objectContaining({ code: 'TLOG_BAD_CHECKPOINT' }));
});

test.each([0, 31, 33])('a secret of %d bytes is refused', (bytes) => {
  const secret = new Uint8Array(bytes).fill(1);
  for (const type of Object.values(types)) {
    expect(() => createCosigner({ name: 'w', type, secret })).toThrow(
      expect.objectContaining({ code: 'TLOG_BAD_PRIVATE_KEY' }),
    );
  }
});

const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
test.each([
  ['two lines', 'o\n1\n'],
  ['no end', `o\n1\n${root}`],
  ['no origin', `\n1\n${root}\n`],
  ['a leading zero', `o\n01\n${root}\n`],
  ['a sign', `o\n+1\n${root}\n`],
  ['a negative size', `o\n-1\n${root}\n`],
  ['hexadecimal', `o\n0x1\n${root}\n`],
  ['a size beyond 2^53', `o\n9007199254740992\n${root}\n`],
  ['a short root', 'o\n1\nqINS1GRFxdyPFxsyjwdvgA==\n'],
  ['a root that is not canonical base64', `o\n1\n${root.replace('2I=', '2J=')}\n`],
  ['an empty extension', `o\n1\n${root}\n\nx\n`],
  ['a space before the size', `o\n 1\n${root}\n`],
])('not a checkpoint: %s', (_, text) => {
  expect(() => parseCheckpointBody(text)).toThrow(expect.objectContaining({ code: 'TLOG_BAD_CHECKPOINT' }));
});

test('the empty tree and extension lines are written and read', () => {
  const parts = { origin: 'o', size: 0, root: emptyRoot, extensions: ['a', 'b c'] };
  const text = formatCheckpointBody(parts);
  expect(text).toBe('o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\na\nb c\n');
  expect(parseCheckpointBody(text)).toEqual(parts);
  for (const bad of [
    { origin: 'o\n5' },
    { extensions: ['a\nb'] },
    { extensions: [''] },
    { size: -1 },
    { size: 1.5 },
    { root: seed(1).slice(1) },
  ]) {
    expect(() => formatCheckpointBody({ ...parts, ...bad })).toThrow(
      expect.objectContaining({ code: 'TLOG_BAD_CHECKPOINT' }),
    );
  }
});
