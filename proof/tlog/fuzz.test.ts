import { expect, test } from 'vitest';
import { XiangyuError } from '../../errors.ts';
import { emptyRoot } from '../merkleTree.ts';
import { formatAddCheckpoint, parseAddCheckpoint } from './addCheckpoint.ts';
import { formatCheckpointBody, parseCheckpoint } from './checkpoint.ts';
import { cosign, createCosigner } from './cosign.ts';
import { decodeEntryBundle, encodeEntryBundle } from './entryBundle.ts';
import { decodeUtf8, encodeUtf8 } from './octets.ts';
import { parsePolicy } from './parsePolicy.ts';
import { formatNote, parseNote } from './signedNote.ts';
import { deriveVerifierKey, signNote } from './signNote.ts';
import { parseTilePath, tilePath } from './tiles.ts';
import { formatTlogProof, parseTlogProof } from './tlogProof.ts';
import { formatVerifierKey, keyTypes, parseVerifierKey } from './verifierKey.ts';

const rounds = Number(process.env.TLOG_FUZZ_ROUNDS ?? 1_500);
let seed = Number(process.env.TLOG_FUZZ_SEED ?? 7);
/** A small generator (mulberry32), so that a run can be repeated. */
function random(below: number): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
}

/** Bytes that mean something in these formats, and some that never do. */
const pieces = [
  '\n',
  '\n\n',
  ' ',
  '+',
  '=',
  '—',
  '-',
  '0',
  '9',
  'A',
  'x001/',
  '.p/',
  '\r',
  '\t',
  '\0',
  '\ufeff',
  '湘',
  '\u0085',
].map(encodeUtf8);

function mutate(input: Uint8Array): Uint8Array {
  let bytes = Array.from(input);
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const at = random(bytes.length + 1);
    const choice = random(6);
    if (choice === 0) bytes[at] = random(256);
    if (choice === 1) bytes.splice(at, 1 + random(8));
    if (choice === 2) bytes.splice(at, 0, ...(pieces[random(pieces.length)] ?? []));
    if (choice === 3) bytes.splice(at, 0, ...bytes.slice(random(bytes.length), random(bytes.length)));
    if (choice === 4) bytes = bytes.slice(0, at);
    if (choice === 5) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  }
  return Uint8Array.from(bytes);
}

const signer = { name: 'example.com/log', privateKey: emptyRoot };
const plain = formatNote(signNote(formatCheckpointBody({ origin: signer.name, size: 5, root: emptyRoot }), signer));
const types = [keyTypes.cosignatureV1, keyTypes.mlDsa44, keyTypes.eip712] as const;
const cosigners = types.map((type) => createCosigner({ name: 'w', type, secret: emptyRoot }));
const parsed = parseCheckpoint(plain);
const checkpoint = formatNote({
  ...parsed.note,
  signatures: [...parsed.note.signatures, ...cosigners.map((cosigner) => cosign(parsed, cosigner, 1_700_000_000))],
});
const hashes = [emptyRoot, emptyRoot];
const logKey = formatVerifierKey(deriveVerifierKey(signer));

/** How a text is read and written again; null where it has other spellings and is only read. */
const formats: [name: string, valid: string, again: (bytes: Uint8Array) => Uint8Array | null][] = [
  ['a note', checkpoint, (bytes) => encodeUtf8(formatNote(parseNote(bytes)))],
  [
    'a checkpoint',
    plain,
    (bytes) => {
      const { note, ...body } = parseCheckpoint(bytes);
      return encodeUtf8(formatNote({ ...note, text: formatCheckpointBody(body) }));
    },
  ],
  [
    'a proof',
    formatTlogProof({ index: 3, hashes, checkpoint: plain, extra: Uint8Array.of(1) }),
    (bytes) => {
      const text = decodeUtf8(bytes);
      if (text === null) return null;
      const { index, hashes, checkpointText, extra } = parseTlogProof(text);
      return encodeUtf8(formatTlogProof({ index, hashes, checkpoint: checkpointText, ...(extra ? { extra } : {}) }));
    },
  ],
  [
    'a request',
    formatAddCheckpoint({ oldSize: 3, hashes, checkpoint: plain }),
    (bytes) => {
      const { checkpoint, ...rest } = parseAddCheckpoint(bytes);
      return encodeUtf8(formatAddCheckpoint({ ...rest, checkpoint: formatNote(checkpoint.note) }));
    },
  ],
  ['a key', logKey, (bytes) => encodeUtf8(formatVerifierKey(parseVerifierKey(decodeUtf8(bytes) ?? '')))],
  [
    'a tile path',
    'tile/0/x001/x234/067.p/5',
    (bytes) => {
      const { level, index, width } = parseTilePath(decodeUtf8(bytes) ?? '');
      return encodeUtf8(tilePath(level, index, width));
    },
  ],
  ['a bundle', '\0\u0001a\0\0\0\u0003abc', (bytes) => encodeEntryBundle(decodeEntryBundle(bytes))],
  [
    'a policy',
    `log ${logKey}\nwitness W ${formatVerifierKey(cosigners[0]?.key ?? deriveVerifierKey(signer))}\ngroup g any W\nquorum g\n`,
    (bytes) => {
      parsePolicy(bytes);
      return null;
    },
  ],
];

test.each(formats)(
  'whatever becomes of %s, it is refused with a code or has exactly one spelling',
  (_, valid, again) => {
    const good = encodeUtf8(valid);
    const first = again(good);
    if (first) expect(decodeUtf8(first)).toBe(valid);
    let refused = 0;
    for (let round = 0; round < rounds; round += 1) {
      const bytes = mutate(good);
      try {
        const written = again(bytes);
        if (written) expect(decodeUtf8(written)).toBe(decodeUtf8(bytes));
      } catch (error) {
        if (!(error instanceof XiangyuError)) throw error;
        expect(error.code).toMatch(/^TLOG_/);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(rounds / 10);
  },
);
