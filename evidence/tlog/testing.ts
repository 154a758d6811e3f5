import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * A client of a log as a stranger would write it: from the text of c2sp.org/tlog-tiles, tlog-checkpoint and signed-note alone,
 * with nothing of this project's code, so that what both get wrong in the same way shows.
 */
export interface StrangersView {
  origin: string;
  size: number;
  root: Buffer;
  /** Level 0 hashes, leaf by leaf. */
  leaves: Buffer[];
  entries: Buffer[];
  /** How many requests it took. */
  requests: number;
}

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const hashPair = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right);

/** RFC 6962 §2.1: the root over leaf hashes; the left part is the largest power of two below the count. */
export function treeHash(leaves: Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return hashPair(treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
}

/** The three lines of a checkpoint whose Ed25519 line by the key in `vkey` verifies. */
function openCheckpoint(text: string, vkey: string): { origin: string; size: number; root: Buffer } {
  const [name, id, key] = [vkey.split('+')[0], vkey.split('+')[1], vkey.split('+').slice(2).join('+')];
  const publicKey = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'base64').subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  const split = text.lastIndexOf('\n\n');
  const body = text.slice(0, split + 1);
  const good = text
    .slice(split + 2)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([dash, signer, blob = '']) => {
      const bytes = Buffer.from(blob, 'base64');
      return dash === '—' && signer === name && bytes.subarray(0, 4).toString('hex') === id;
    })
    .map(([, , blob = '']) => verify(null, Buffer.from(body), publicKey, Buffer.from(blob, 'base64').subarray(4)));
  if (good.length === 0 || good.includes(false)) throw new Error('the log did not sign this checkpoint');
  const [origin = '', size = '', root = ''] = body.split('\n');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** `1234067` becomes `x001/x234/067`. */
function encodeIndex(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return (padded.match(/.{3}/g) ?? []).map((group, at, all) => (at < all.length - 1 ? `x${group}` : group)).join('/');
}

/** Widths of the tiles over `count` hashes: full ones, then what is left. */
const widths = (count: number) => [...Array(Math.floor(count / 256)).fill(256), ...(count % 256 ? [count % 256] : [])];

/** Mirrors a whole log: every tile of every level, every entry, each checked against what stands above it. */
export async function mirrorLog(prefix: string, vkey: string, fetchText = fetch): Promise<StrangersView> {
  let requests = 0;
  async function get(path: string, type: string): Promise<Buffer> {
    requests += 1;
    const response = await fetchText(`${prefix}/${path}`);
    if (response.status !== 200) throw new Error(`${path}: status ${response.status}`);
    if (response.headers.get('content-type') !== type)
      throw new Error(`${path}: ${response.headers.get('content-type')}`);
    return Buffer.from(await response.arrayBuffer());
  }
  const tilePath = (level: string, index: number, width: number) =>
    `tile/${level}/${encodeIndex(index)}${width < 256 ? `.p/${width}` : ''}`;
  const octets = 'application/octet-stream';
  const checkpoint = openCheckpoint(String(await get('checkpoint', 'text/plain; charset=utf-8')), vkey);
  const { size, root } = checkpoint;

  const leaves: Buffer[] = [];
  let below: Buffer[] = [];
  for (let level = 0; Math.floor(size / 256 ** level) > 0; level += 1) {
    const hashes: Buffer[] = [];
    for (const [index, width] of widths(Math.floor(size / 256 ** level)).entries()) {
      const tile = await get(tilePath(String(level), index, width), octets);
      if (tile.length !== width * 32) throw new Error(`tile ${level}/${index} has ${tile.length} bytes`);
      for (let at = 0; at < width; at += 1) hashes.push(tile.subarray(at * 32, at * 32 + 32));
    }
    for (const [at, hash] of level === 0 ? [] : hashes.entries()) {
      if (!treeHash(below.slice(at * 256, at * 256 + 256)).equals(hash))
        throw new Error(`tile hash ${level}:${at} is wrong`);
    }
    if (level === 0) leaves.push(...hashes);
    below = hashes;
  }
  if (!treeHash(leaves).equals(root)) throw new Error('the tiles do not make the root of the checkpoint');

  const entries: Buffer[] = [];
  for (const [index, width] of widths(size).entries()) {
    const bundle = await get(tilePath('entries', index, width), octets);
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at);
      entries.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  if (entries.length !== size) throw new Error(`${entries.length} entries for a size of ${size}`);
  for (const [at, entry] of entries.entries()) {
    if (!sha256(Buffer.of(0), entry).equals(leaves[at] ?? Buffer.of())) throw new Error(`entry ${at} is not its leaf`);
  }
  return { ...checkpoint, leaves, entries, requests };
}

/** Whether an earlier view is a prefix of a later one, from the tiles of the later one alone. */
export function isPrefix(earlier: Pick<StrangersView, 'size' | 'root'>, later: StrangersView): boolean {
  return earlier.size <= later.size && treeHash(later.leaves.slice(0, earlier.size)).equals(earlier.root);
}
