import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import {
  consistencyPath,
  deriveVerifierKey,
  formatAddCheckpoint,
  formatCheckpointBody,
  formatNote,
  formatVerifierKey,
  hashLeaf,
  rootFromLeaves,
  signNote,
} from '../proof/index.ts';

export const silent = pino({ level: 'silent' });

/** A folder of its own for a test. */
export const temporaryFolder = () => mkdtemp(join(tmpdir(), 'xiangyu-witness-'));

/** A log held in memory that signs whatever it is told to, lies included. */
export interface TestLog {
  origin: string;
  verifierKey: string;
  /** The signed checkpoint of the first `size` leaves. */
  checkpoint(size: number): string;
  root(size: number): Uint8Array;
  /** The body of an add-checkpoint request. */
  request(oldSize: number, size: number): string;
}

/** Makes a log of `count` leaves; another `story` has other leaves under the same key from leaf `fork` on. */
export function createTestLog(origin: string, count: number, story = 'truth', fork = 0): TestLog {
  const signer = { name: origin, privateKey: new Uint8Array(32).fill(7) };
  const leaves = Array.from({ length: count }, (_, index) =>
    hashLeaf(new TextEncoder().encode(`${index < fork ? 'truth' : story} ${index}`)),
  );
  const root = (size: number) => rootFromLeaves(leaves.slice(0, size));
  const checkpoint = (size: number) =>
    formatNote(signNote(formatCheckpointBody({ origin, size, root: root(size) }), signer));
  return {
    origin,
    verifierKey: formatVerifierKey(deriveVerifierKey(signer)),
    checkpoint,
    root,
    request: (oldSize, size) =>
      formatAddCheckpoint({
        oldSize,
        hashes: consistencyPath(leaves.slice(0, size), Math.min(oldSize, size)),
        checkpoint: checkpoint(size),
      }),
  };
}

/** Sends an add-checkpoint request. */
export async function addCheckpoint(url: string, body: string | Uint8Array) {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: body as string });
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
}
