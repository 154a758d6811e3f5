import { expect, test } from 'vitest';
import { hashLeaf } from '../hashes.ts';
import { emptyRoot, inclusionPath, rootFromLeaves } from '../merkleTree.ts';
import { formatAddCheckpoint, parseAddCheckpoint } from './addCheckpoint.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { formatCheckpointBody } from './checkpoint.ts';
import { decodeEntryBundle, encodeEntryBundle } from './entryBundle.ts';
import { formatNote } from './signedNote.ts';
import { signNote } from './signNote.ts';
import { listTiles, parseTilePath, tilePath, tileWidthAt } from './tiles.ts';
import { formatTlogProof, parseTlogProof } from './tlogProof.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const checkpoint = formatNote(
  signNote(formatCheckpointBody({ origin: 'o', size: 4, root: emptyRoot }), { name: 'o', privateKey: emptyRoot }),
);
const leaves = [1, 2, 3, 4].map((leaf) => hashLeaf(bytes(leaf)));

test('base64 is that of the platform, and only its one spelling is read', () => {
  for (let length = 0; length < 70; length += 1) {
    const data = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 41) % 256);
    const text = encodeBase64(data);
    expect(text).toBe(btoa(String.fromCharCode(...data)));
    expect(decodeBase64(text)).toEqual(data);
  }
  for (const bad of [
    'A',
    'AA',
    'AAA',
    'AB==',
    'AAB=',
    'AA==AAAA',
    'A===',
    'AA-_',
    'AA= ',
    ' AAA',
    'AAA\n',
    '====',
    'é===',
  ]) {
    expect(decodeBase64(bad), bad).toBe(null);
  }
});

test('paths of tiles as tlog-tiles writes them', () => {
  const paths: [number | 'entries', number, number, string][] = [
    [0, 0, 256, 'tile/0/000'],
    [0, 1234067, 256, 'tile/0/x001/x234/067'],
    [63, 999, 255, 'tile/63/999.p/255'],
    [2, 1000, 1, 'tile/2/x001/000.p/1'],
    ['entries', 273, 112, 'tile/entries/273.p/112'],
  ];
  for (const [level, index, width, path] of paths) {
    expect(tilePath(level, index, width)).toBe(path);
    expect(parseTilePath(path)).toEqual({ level, index, width });
  }
  for (const bad of [
    'tile/0/0',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001/x002',
    'tile/0/X001/002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000.p',
    'tile/0/000/',
    '/tile/0/000',
    'tile/data/000',
    'tile/0/x001/x001/x001/x001/x001/x001/001',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/entries/000.p/5/6',
    'tile/0/٠٠٠',
  ]) {
    expect(() => parseTilePath(bad), bad).toThrow(expect.objectContaining({ code: 'TLOG_BAD_TILE_PATH' }));
  }
  for (const [level, index, width] of [
    [64, 0, 1],
    [-1, 0, 1],
    [0, -1, 1],
    [0, 0.5, 1],
    [0, 0, 0],
    [0, 0, 257],
  ] as const) {
    expect(() => tilePath(level, index, width)).toThrow(expect.objectContaining({ code: 'TLOG_BAD_TILE_PATH' }));
  }
});

test('the tiles of the specification’s two sizes', () => {
  const shape = (size: number) => {
    const tiles = listTiles(size);
    return [0, 1, 2].map((level) => tiles.filter((tile) => tile.level === level).map(({ width }) => width));
  };
  const [low, middle, high] = shape(70_000);
  expect(low?.length).toBe(274);
  expect(low?.slice(0, 273).every((width) => width === 256)).toBe(true);
  expect(low?.at(-1)).toBe(112);
  expect([middle, high]).toEqual([[256, 17], [1]]);
  expect(shape(256)).toEqual([[256], [1], []]);
  expect(listTiles(0)).toEqual([]);
  expect(tileWidthAt('entries', 273, 70_000)).toBe(112);
  expect(tileWidthAt('entries', 274, 70_000)).toBe(0);
  expect(tileWidthAt(0, 0, 2 ** 52)).toBe(256);
  expect(tileWidthAt(6, 15, 2 ** 52)).toBe(0);
  expect(tileWidthAt(6, 0, 2 ** 52)).toBe(16);
});

test('entries stand after their length in two bytes', () => {
  const entries = [bytes(), bytes(7), new Uint8Array(65_535).fill(1), bytes(1, 2, 3)];
  const bundle = encodeEntryBundle(entries);
  expect(bundle.slice(0, 7)).toEqual(bytes(0, 0, 0, 1, 7, 255, 255));
  expect(decodeEntryBundle(bundle)).toEqual(entries);
  expect(decodeEntryBundle(bytes())).toEqual([]);
  const bad = expect.objectContaining({ code: 'TLOG_BAD_ENTRY_BUNDLE' });
  expect(() => encodeEntryBundle([new Uint8Array(65_536)])).toThrow(bad);
  expect(() => encodeEntryBundle(Array.from({ length: 257 }, () => bytes()))).toThrow(bad);
  expect(() => decodeEntryBundle(bundle.slice(0, -1))).toThrow(bad);
  expect(() => decodeEntryBundle(bytes(0))).toThrow(bad);
  expect(() => decodeEntryBundle(new Uint8Array(514))).toThrow(bad);
});

test('a proof is written in the form of tlog-proof and read back', () => {
  const hashes = inclusionPath(leaves, 2);
  const parts = { index: 2, hashes, checkpoint };
  const text = formatTlogProof(parts);
  expect(text).toBe(`c2sp.org/tlog-proof@v1\nindex 2\n${hashes.map(encodeBase64).join('\n')}\n\n${checkpoint}`);
  expect(parseTlogProof(text)).toMatchObject({ ...parts, checkpoint: { origin: 'o', size: 4 }, extra: null });
  expect(parseTlogProof(text).checkpointText).toBe(checkpoint);
  const extra = bytes(1, 2, 3);
  expect(formatTlogProof({ ...parts, extra }).split('\n')[1]).toBe('extra AQID');
  expect(parseTlogProof(formatTlogProof({ ...parts, extra, hashes: [] }))).toMatchObject({ extra, hashes: [] });
  expect(rootFromLeaves(leaves).length).toBe(32);
});

test.each([
  ['another first line', (text: string) => text.replace('@v1', '@v2')],
  ['no index', (text: string) => text.replace('index 2\n', '')],
  ['a leading zero', (text: string) => text.replace('index 2', 'index 02')],
  ['extra data after the index', (text: string) => text.replace('index 2\n', 'index 2\nextra AQID\n')],
  ['extra data that is not base64', (text: string) => text.replace('index', 'extra A\nindex')],
  ['a short hash', (text: string) => text.replace('index 2\n', 'index 2\nAAAA\n')],
  ['64 hashes', (text: string) => text.replace('index 2\n', `index 2\n${`${encodeBase64(emptyRoot)}\n`.repeat(62)}`)],
  ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
  ['no empty line', () => 'c2sp.org/tlog-proof@v1\nindex 2\n'],
  ['a space at the end of a line', (text: string) => text.replace('index 2', 'index 2 ')],
])('not a proof: %s', (_, change) => {
  const text = formatTlogProof({ index: 2, hashes: inclusionPath(leaves, 2), checkpoint });
  expect(() => parseTlogProof(change(text))).toThrow(expect.objectContaining({ code: 'TLOG_BAD_PROOF' }));
});

test('a request to a witness is written and read, and wrong forms are refused', () => {
  const hashes = [emptyRoot, emptyRoot];
  const body = formatAddCheckpoint({ oldSize: 3, hashes, checkpoint });
  expect(body).toBe(`old 3\n${encodeBase64(emptyRoot)}\n${encodeBase64(emptyRoot)}\n\n${checkpoint}`);
  const read = (text: string) => parseAddCheckpoint(new TextEncoder().encode(text));
  expect(read(body)).toMatchObject({ oldSize: 3, hashes, checkpoint: { origin: 'o', size: 4 } });
  expect(read(formatAddCheckpoint({ oldSize: 0, hashes: [], checkpoint }))).toMatchObject({ oldSize: 0, hashes: [] });
  const bad = expect.objectContaining({ code: 'TLOG_BAD_ADD_CHECKPOINT' });
  const line = `${encodeBase64(emptyRoot)}\n`;
  for (const change of ['old 03', 'old -1', 'old', 'old  3', 'new 3', ' old 3', 'old 3 ', 'old 3\n ', 'old 3\r']) {
    expect(() => read(body.replace('old 3', change)), change).toThrow(bad);
  }
  expect(() => read(`old 0\n${line.repeat(64)}\n${checkpoint}`)).toThrow(bad);
  expect(read(`old 1\n${line.repeat(63)}\n${checkpoint}`).hashes.length).toBe(63);
  expect(() => read('old 3\n')).toThrow(bad);
  expect(() => parseAddCheckpoint(bytes(0xff, 0xfe))).toThrow(bad);
  expect(() => read(`old 3\n\nnot a checkpoint`)).toThrow(expect.objectContaining({ code: 'TLOG_BAD_NOTE' }));
});
