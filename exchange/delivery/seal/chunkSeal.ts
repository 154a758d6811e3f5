import { createHash, hash } from 'node:crypto';
import { aesSuite } from './aesSuite.ts';
import { smSuite } from './smSuite.ts';
import type { Suite } from './suite.ts';

/** Bytes of a chunk in clear; the last one, and those cut at the end of a row, have fewer. */
export const chunkBytes = 1024 * 1024;
/** A chunk in clear is never larger: what a single large row may need. */
export const mostChunkBytes = 8 * 1024 * 1024;
/** Bytes of a transfer's random nonce prefix. */
export const prefixBytes = 7;
const mostChunks = 2 ** 32;

/** The suite by its name on the wire; null for an unknown one. */
export function findSuite(name: string): Suite | null {
  return [aesSuite, smSuite].find((suite) => suite.name === name) ?? null;
}

/** The suite of a deployment's setting. */
export const suiteOf = (setting: 'aes' | 'sm'): Suite => (setting === 'sm' ? smSuite : aesSuite);

/** What seals the chunks of one transfer. */
export interface ChunkSeal {
  suite: Suite;
  /** Of the transfer. */
  key: Uint8Array;
  prefix: Uint8Array;
  /** DSP providerPid of the transfer, and the id of the agreement. */
  transfer: string;
  agreement: string;
}

/**
 * The nonce of a chunk, as in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption
 * and its Nonce-Reuse Misuse-Resistance, 2015): prefix, number (4 bytes, big-endian), 1 for the last chunk. A chunk can not
 * be moved, repeated or left out, nor the end be cut off, without the seal breaking.
 */
function makeNonce(prefix: Uint8Array, number: number, last: boolean): Buffer {
  if (!Number.isInteger(number) || number < 0 || number >= mostChunks)
    throw new RangeError('A chunk number is out of range.');
  const nonce = Buffer.alloc(prefixBytes + 5);
  nonce.set(prefix);
  nonce.writeUInt32BE(number, prefixBytes);
  nonce[prefixBytes + 4] = last ? 1 : 0;
  return nonce;
}

const makeAad = (transfer: string, agreement: string, number: number) =>
  Buffer.from(JSON.stringify([transfer, agreement, number]));

/** Seals and opens the chunks of a transfer. */
export interface ChunkSealer {
  seal(number: number, last: boolean, bytes: Uint8Array): Buffer;
  /** Null when the chunk is not the one that was sealed under this number and flag. */
  open(number: number, last: boolean, sealed: Uint8Array): Buffer | null;
}

/** Makes the sealer of a transfer. `use` keeps several streams of one transfer apart. */
export function makeChunkSealer({ suite, key, prefix, transfer, agreement }: ChunkSeal, use = 'chunks'): ChunkSealer {
  const derived = suite.derive(key, use);
  return {
    seal: (number, last, bytes) =>
      suite.seal({
        key: derived,
        nonce: makeNonce(prefix, number, last),
        aad: makeAad(transfer, agreement, number),
        bytes,
      }),
    open: (number, last, sealed) =>
      suite.open({
        key: derived,
        nonce: makeNonce(prefix, number, last),
        aad: makeAad(transfer, agreement, number),
        bytes: sealed,
      }),
  };
}

/** SHA-256 of a sealed chunk. */
export const digestChunk = (sealed: Uint8Array): Buffer => hash('sha256', sealed, 'buffer');

/** The digest of a delivery: SHA-256 of the digests of its sealed chunks, 32 bytes each, in order; hexadecimal. */
export function digestOfChunks(digests: Iterable<Uint8Array>): string {
  const all = createHash('sha256');
  for (const digest of digests) all.update(digest);
  return all.digest('hex');
}
