import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, encodeHex, formatNote } from '../proof/index.ts';
import { hashOrigin } from './records.ts';
import { writeDurably } from './writeDurably.ts';

/** A log that lies does not get to fill the disk with its lies. */
const maxKept = 1_000;

/** Keeps checkpoints that were signed by a log and refused here, in a folder that a person reads later. */
export async function openRefused(folder: string): Promise<(checkpoint: Checkpoint) => Promise<void>> {
  const refused = join(folder, 'refused');
  await mkdir(refused, { recursive: true });
  const kept = new Set(await readdir(refused));
  return async (checkpoint) => {
    const { origin, size, root, note } = checkpoint;
    const name = `${hashOrigin(origin)}-${size}-${encodeHex(root)}`;
    if (kept.has(name) || kept.size >= maxKept) return;
    kept.add(name);
    await writeDurably(join(refused, name), formatNote(note));
  };
}
