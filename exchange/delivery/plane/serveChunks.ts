import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolFolder } from '../content/makeSpool.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { pidOf } from '../pid.ts';
import { chunkBytes, digestChunk, findSuite, makeChunkSealer } from '../seal/chunkSeal.ts';
import { encodeFrameHeader, type Frame, frameHeaderBytes } from '../seal/frames.ts';
import { openSource } from '../sources/openSource.ts';
import type { SourceBytes } from '../sources/source.ts';
import type { DeliveryContent, DeliveryRow } from '../transfers/deliveryRow.ts';

export interface ServeChunksParameters {
  delivery: DeliveryRow;
  first: number;
  /** How many at most. */
  count: number;
  signal: AbortSignal;
}

/** Chunks that are sealed and made durable together. */
const groupChunks = 4;

async function* readSpool(
  context: DeliveryContext,
  p: ServeChunksParameters,
  content: DeliveryContent,
): AsyncGenerator<Frame> {
  const { delivery, first, count, signal } = p;
  const { participant, transfer } = delivery;
  const last = Number(delivery.chunks) - 1;
  const rows = await context.house.store.sql<{ number: string; digest: Uint8Array; bytes: number; place: string }[]>`
    SELECT number, digest, bytes, place FROM exchange.delivery_chunks
    WHERE participant = ${participant} AND transfer = ${transfer} AND number >= ${first} AND number < ${first + count}
    ORDER BY number`;
  const handle = await open(join(spoolFolder(context.folder, participant), content.spool ?? ''), 'r');
  try {
    for (const row of rows) {
      signal.throwIfAborted();
      const sealed = Buffer.allocUnsafeSlow(row.bytes);
      await handle.read(sealed, 0, row.bytes, Number(row.place));
      yield { number: Number(row.number), last: Number(row.number) === last, digest: row.digest, sealed };
    }
  } finally {
    await handle.close();
  }
}

/**
 * Keeps the digests of chunks before they leave, and compares them with those of before: the sealing of a chunk follows from its
 * content, so that another digest is another content, which must not be sealed under the same nonce.
 */
async function keepDigests(
  context: DeliveryContext,
  { participant, transfer, content }: DeliveryRow,
  frames: readonly Frame[],
): Promise<void> {
  const { sql } = context.house.store;
  const rows = frames.map(({ number, digest, sealed }) => ({
    participant,
    transfer,
    number,
    digest,
    bytes: sealed.length,
  }));
  const inserted = await sql`
    INSERT INTO exchange.delivery_chunks ${sql(rows)} ON CONFLICT DO NOTHING RETURNING number`;
  if (inserted.length === frames.length) return;
  const kept = await sql<{ number: string; digest: Uint8Array }[]>`
    SELECT number, digest FROM exchange.delivery_chunks
    WHERE participant = ${participant} AND transfer = ${transfer} AND number = ANY (${frames.map(({ number }) => number)}::bigint[])`;
  const byNumber = new Map(kept.map(({ number, digest }) => [Number(number), digest]));
  for (const { number, digest } of frames) {
    if (Buffer.compare(byNumber.get(number) ?? Buffer.alloc(0), digest) !== 0)
      throw deliveryErrors.sourceChanged({ name: content?.name ?? '' });
  }
}

async function* sealFile(
  context: DeliveryContext,
  p: ServeChunksParameters,
  bytes: SourceBytes,
): AsyncGenerator<Frame> {
  const { delivery, first, count, signal } = p;
  const suite = findSuite(delivery.suite);
  if (!suite) throw deliveryErrors.notFound();
  const sealer = makeChunkSealer({
    suite,
    key: await context.keys.open(delivery),
    prefix: delivery.prefix,
    transfer: pidOf(delivery.transfer),
    agreement: delivery.agreement,
  });
  const total = Number(delivery.chunks);
  const end = Math.min(first + count, total);
  const clear = Buffer.allocUnsafeSlow(chunkBytes);
  const sealGroup = async (from: number): Promise<Frame[]> => {
    const frames: Frame[] = [];
    for (let number = from; number < Math.min(from + groupChunks, end); number += 1) {
      const length = Math.min(chunkBytes, bytes.size - number * chunkBytes);
      const part = clear.subarray(0, Math.max(0, length));
      if ((await bytes.read(part, number * chunkBytes)) < part.length)
        throw deliveryErrors.sourceChanged({ name: bytes.name });
      const sealed = sealer.seal(number, number === total - 1, part);
      frames.push({ number, last: number === total - 1, sealed, digest: digestChunk(sealed) });
    }
    await keepDigests(context, delivery, frames);
    return frames;
  };
  // The next group is sealed while this one is on its way.
  let next = sealGroup(first);
  next.catch(() => {});
  for (let from = first; from < end; from += groupChunks) {
    const frames = await next;
    if (from + groupChunks < end) {
      next = sealGroup(from + groupChunks);
      next.catch(() => {});
    }
    for (const frame of frames) {
      signal.throwIfAborted();
      yield frame;
    }
  }
  await next;
}

/** How many bytes the frames of some chunks have, before they are made. */
export async function measureFrames(
  context: DeliveryContext,
  { delivery, first, count }: Omit<ServeChunksParameters, 'signal'>,
): Promise<number> {
  const { content, participant, transfer } = delivery;
  const chunks = Number(delivery.chunks);
  const end = Math.min(first + count, chunks);
  if (content?.size == null) {
    const [sum] = await context.house.store.sql<{ bytes: string }[]>`
      SELECT coalesce(sum(bytes), 0)::text AS bytes FROM exchange.delivery_chunks
      WHERE participant = ${participant} AND transfer = ${transfer} AND number >= ${first} AND number < ${end}`;
    return Number(sum?.bytes) + Math.max(0, end - first) * frameHeaderBytes;
  }
  const clear = Math.min(content.size, end * chunkBytes) - first * chunkBytes;
  return clear + (end - first) * (frameHeaderBytes + (findSuite(delivery.suite)?.tagBytes ?? 0));
}

/** Sealed chunks in order. @throws DELIVERY_NOT_READY, DELIVERY_CHUNK_UNKNOWN, DELIVERY_SOURCE_CHANGED */
export async function* serveFrames(context: DeliveryContext, p: ServeChunksParameters): AsyncGenerator<Frame> {
  const { delivery, first } = p;
  const { content, chunks } = delivery;
  if (delivery.state === 'ended') throw deliveryErrors.chunkUnknown({ number: first });
  if (!content || chunks === null || delivery.state !== 'ready') throw deliveryErrors.notReady({ number: first });
  if (first >= Number(chunks)) throw deliveryErrors.chunkUnknown({ number: first });
  if (content.spool !== null) {
    yield* readSpool(context, p, content);
    return;
  }
  const dataset = await context.catalogue.read(delivery.participant, delivery.dataset, content.datasetVersion);
  if (!dataset?.source) throw deliveryErrors.notFound();
  const source = await openSource(context, delivery.participant, dataset.source);
  try {
    const bytes = await source.openBytes();
    try {
      if (bytes.version !== content.version) throw deliveryErrors.sourceChanged({ name: content.name });
      yield* sealFile(context, p, bytes);
    } finally {
      await bytes.close();
    }
  } finally {
    await source.close();
  }
}

/** The frames as bytes of a body. */
export async function* toBytes(frames: AsyncIterable<Frame>): AsyncGenerator<Uint8Array> {
  for await (const frame of frames) {
    yield encodeFrameHeader(frame);
    yield frame.sealed;
  }
}
