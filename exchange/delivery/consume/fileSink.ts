import { link, mkdir, open, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deliveryErrors } from '../errors.ts';
import { needSpace } from '../needSpace.ts';
import type { DeliveryContext } from '../parts.ts';
import type { IntakeRow } from './intakeRow.ts';
import { type KeptChunk, saveProgress } from './progress.ts';
import type { Sink } from './sink.ts';

/** Bytes after which what was written is made durable, while the next come in. */
const flushBytes = 64 * 1024 * 1024;

/** Where a file is while it comes in, and where it is afterwards. */
export function filePaths(
  folder: string,
  { participant, id, destination }: Pick<IntakeRow, 'participant' | 'id' | 'destination'>,
) {
  const name = destination.kind === 'file' ? destination.name : id;
  return { incoming: join(folder, participant, 'incoming', id), received: join(folder, participant, 'received', name) };
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const inodeOf = async (path: string) => (await stat(path).catch(() => null))?.ino ?? null;

/** A file that grows chunk by chunk and gets its name when it is whole. */
export async function openFileSink(context: DeliveryContext, intake: IntakeRow): Promise<Sink> {
  const { incoming, received } = filePaths(context.folder, intake);
  await mkdir(dirname(incoming), { recursive: true, mode: 0o700 });
  const finished = intake.state === 'finishing' && (await inodeOf(incoming)) === null;
  const handle = finished
    ? null
    : await open(incoming, 'a+', 0o600).then(async (made) => {
        await made.close();
        return open(incoming, 'r+');
      });
  let size = Number(intake.bytes);
  // What came after the last progress row is asked for again.
  await handle?.truncate(size);
  let next = Number(intake.chunks);
  let rows = intake.rows === null ? null : Number(intake.rows);
  let after: unknown = intake.after;
  let waiting: KeptChunk[] = [];
  let unflushed = 0;
  let flushing: Promise<void> = Promise.resolve();

  function startFlush(): Promise<void> {
    const kept = waiting;
    const progress = { chunks: next, bytes: size, rows, after };
    waiting = [];
    unflushed = 0;
    flushing = flushing.then(async () => {
      await handle?.datasync();
      await saveProgress(context, intake.id, kept, progress);
    });
    flushing.catch(() => {});
    return flushing;
  }

  return {
    get next() {
      return next;
    },
    get after() {
      return after;
    },
    async write(chunk) {
      if (!handle || chunk.number !== next)
        throw deliveryErrors.chunkWrong({ number: chunk.number, problem: 'it came out of turn' });
      const { bytesWritten } = await handle.write(chunk.clear, 0, chunk.clear.length, size);
      // A full disk takes a part of the last chunk without a word.
      if (bytesWritten !== chunk.clear.length) throw new Error('The disk took only a part of a chunk.');
      size += chunk.clear.length;
      unflushed += chunk.clear.length;
      next += 1;
      if (chunk.rows !== null) rows = (rows ?? 0) + chunk.rows;
      if (chunk.after !== undefined) after = chunk.after;
      waiting.push({ number: chunk.number, digest: chunk.digest });
      if (unflushed >= flushBytes) {
        // One flush at a time; a slow disk slows the sender down.
        await flushing;
        await needSpace(context, null);
        void startFlush();
      }
    },
    flush: startFlush,
    async finish() {
      if (finished) return;
      await mkdir(dirname(received), { recursive: true, mode: 0o700 });
      try {
        // A link never replaces a file that is there.
        await link(incoming, received);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if ((await inodeOf(incoming)) !== (await inodeOf(received)))
          throw deliveryErrors.destinationInvalid({ problem: 'there is another file of that name' });
      }
      await syncFolder(dirname(received));
      await unlink(incoming);
    },
    async close() {
      await flushing.catch(() => {});
      await handle?.close();
    },
  };
}

/** Removes what an intake left in files. Gives whether there was something. */
export async function removeFiles(
  folder: string,
  intake: Pick<IntakeRow, 'participant' | 'id' | 'destination' | 'state'>,
): Promise<boolean> {
  const { incoming, received } = filePaths(folder, intake);
  await rm(incoming, { force: true });
  if (intake.state !== 'done' && intake.state !== 'finishing') return false;
  const there = (await inodeOf(received)) !== null;
  await rm(received, { force: true });
  if (there) await syncFolder(dirname(received));
  return there;
}
